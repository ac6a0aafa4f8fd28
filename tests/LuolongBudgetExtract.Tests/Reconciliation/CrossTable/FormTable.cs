using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Reconciliation.Causes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Reconciliation.CrossTable;

/// <summary>Builds a typed form with the meaning of its columns: <c>measure fund period side</c>, <c>-</c> for null, <c>right</c> behind it for the second panel.</summary>
internal sealed class FormTable(int number, string form, string unit, params string[] columns)
{
    private const string Right = "right";

    private readonly List<TypedRow> _rows = [];

    public string? Department { get; init; }

    /// <summary>A row; cells separated by blanks, <c>_</c> for blank.</summary>
    public FormTable Row(string? label, string cells, RowRole role = RowRole.Detail, RowDimensions? dimensions = null, int panel = 0, int? parent = null)
    {
        var printed = cells.Split(' ').Select(c => c == "_" ? "" : c).ToArray();
        var all = columns.Select(_ => "").ToArray();
        var amounts = ImmutableArray.CreateBuilder<Amount>();
        int first = panel == 0 ? 0 : Array.FindIndex(columns, c => c.EndsWith(Right, StringComparison.Ordinal));
        for (int i = 0; i < printed.Length; i++)
        {
            all[first + i] = printed[i];
            if (decimal.TryParse(printed[i], NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
                amounts.Add(new Amount(first + i, printed[i], value, value.Scale, unit, number, new Box(10 * i, 20 * _rows.Count, (10 * i) + 9, (20 * _rows.Count) + 9)));
        }
        _rows.Add(new TypedRow(_rows.Count + 1, _rows.Count, number, panel, role, label, null, parent, dimensions ?? new RowDimensions(), [.. all, "", "", ""], amounts.ToImmutable(),
            columns[first].Contains("expenditure", StringComparison.Ordinal) ? Side.Expenditure : Side.Revenue));
        return this;
    }

    /// <summary>A row of a function code with its name as printed.</summary>
    public FormTable Code(string code, string name, string cells, RowRole role = RowRole.Detail)
    {
        Row(name, cells, role, new RowDimensions(FunctionCode: code, FunctionName: name));
        return Printed(columns.Length, name);
    }

    /// <summary>A row of an economic code, with the government code that may stand beside it.</summary>
    public FormTable Economic(string code, string cells, string? government = null) => Row(code, cells, RowRole.Detail, new RowDimensions(DeptEconCode: code, GovEconCode: government));

    public FormTable Project(string name, string cells, string? type = null) => Row(name, cells, RowRole.Detail, new RowDimensions(ProjectName: name, ProjectType: type));

    private FormTable Printed(int column, string text)
    {
        _rows[^1] = _rows[^1] with { Cells = _rows[^1].Cells.SetItem(column, text) };
        return this;
    }

    public TypedTable Build() => new(
        number, form, $"表{number}", null, Department, null, unit, "printed", number, number,
        [
            .. columns.Select((c, i) => Column(i, c.Split(' '))),
            _rows.Exists(r => r.Dimensions.ProjectName is not null) ? new LeafColumn(columns.Length, ["项目名称"], ColumnKind.ProjectName, 0, null, null, null, null)
                : new LeafColumn(columns.Length, ["科目名称"], ColumnKind.FunctionName, 0, null, null, null, null),
        ], 1, [.. _rows], null, GridMethod.Ruled, 0, []);

    private static LeafColumn Column(int index, string[] words) => new(
        index, [words[0]], ColumnKind.Amount, words[^1] == Right ? 1 : 0, words[0], Null(words[1]), Null(words[2]), Enum.Parse<Side>(words[3], ignoreCase: true));

    private static string? Null(string word) => word == "-" ? null : word;

    /// <summary>All checks of a document of these forms, with their causes.</summary>
    public static ImmutableArray<Check> Check(params FormTable[] forms)
    {
        ImmutableArray<TypedTable> tables = [.. forms.Select(f => f.Build())];
        return CauseLog.Explain(Reconciler.Check(tables, [], 2023), tables);
    }
}
