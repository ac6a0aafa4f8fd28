using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>Performance tables that are sheets of fields: the project that the sheet is of, and the parts of its 资金总额.</summary>
internal static class PerformanceSheets
{
    private const string Funding = "资金总额";

    /// <summary>Characters; the longest names of units have some thirty, several units in one cell more.</summary>
    private const int LongestOwner = 60;

    private static readonly string[] CodeFields = ["项目编码", "项目代码"];

    /// <summary>Is the sheet of a project (项目绩效自评表) rather than of a department as a whole (整体支出绩效自评表)?</summary>
    public static bool IsOfProject(string? title, ImmutableArray<ImmutableArray<string>> texts) =>
        title?.Contains("整体", StringComparison.Ordinal) != true && texts.Any(row => row.Any(IndicatorWords.Default.IsProjectField));

    /// <param name="rows">The rows with their parents.</param>
    /// <param name="texts">Printed texts by row and column.</param>
    public static List<TypedRow> Complete(List<TypedRow> rows, ImmutableArray<ImmutableArray<string>> texts)
    {
        string? project = null, code = null;
        int start = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            var fields = texts[rows[i].RowIndex];
            var named = ValueOf(fields, IndicatorWords.Default.IsProjectField);
            if (named is not null && CellKinds.IsNumber(named)) named = null;
            if (named is not null && named != project)
            {
                // A new sheet begins with its project.
                if (project is not null)
                {
                    Own(rows, start, i, texts);
                    start = i;
                }
                (project, code) = (named, null);
            }
            code = CodeFields.Select(f => ValueOf(fields, n => n == f)).FirstOrDefault(c => c is not null && CodeText.Classify(c) == CodeSystem.Project) ?? code;
            if (project is not null && rows[i].Amounts.Length > 0 && rows[i].Dimensions == new RowDimensions())
                rows[i] = rows[i] with { Dimensions = new RowDimensions(ProjectName: project, ProjectCode: code) };
            if (rows[i] is { Role: RowRole.Total, Label: { } label } && label.Contains(Funding, StringComparison.Ordinal)) Divide(rows, i);
        }
        Own(rows, start, rows.Count, texts);
        return rows;
    }

    // 实施单位 | 某某医院: the money of the sheet is of this unit, wherever in the sheet it is named.
    private static void Own(List<TypedRow> rows, int start, int end, ImmutableArray<ImmutableArray<string>> texts)
    {
        var fields = rows.GetRange(start, end - start).ConvertAll(r => texts[r.RowIndex]);
        string? First(Func<string, bool> isField) => fields.Select(f => ValueOf(f, isField)).FirstOrDefault(v => v is { Length: <= LongestOwner } && v.Any(c => !char.IsAscii(c)));
        var words = IndicatorWords.Default;
        if ((First(words.IsOwnerField) ?? First(words.IsSuperiorField)) is not { } owner) return;
        var (code, name) = CodeText.Split(owner);
        for (int i = start; i < end; i++)
            if (rows[i].Amounts.Length > 0 && rows[i].Dimensions is { UnitCode: null, UnitName: null } dimensions)
                rows[i] = rows[i] with { Dimensions = dimensions with { UnitCode = code, UnitName = name ?? owner } };
    }

    // 项目名称 | 某某项目, also behind another field and its value (主管部门 | … | 实施单位 | …), which may be blank.
    private static string? ValueOf(ImmutableArray<string> texts, Func<string, bool> isField)
    {
        var printed = texts.Where(t => t.Length > 0).ToList();
        for (int i = 0; i + 1 < printed.Count;)
        {
            bool isBlank = IndicatorWords.Default.IsHeadField(printed[i + 1]);
            if (!isBlank && isField(LineKinds.Normal(printed[i]).TrimEnd(':'))) return printed[i + 1];
            i += isBlank ? 1 : 2;
        }
        return null;
    }

    // 其中：财政拨款, 上年结转, 其他资金 that make up the whole are its parts, not one part and two more items.
    private static void Divide(List<TypedRow> rows, int at)
    {
        var whole = rows[at];
        var parts = Enumerable.Range(at + 1, rows.Count - at - 1).TakeWhile(i => rows[i].Role is RowRole.OfWhich or RowRole.Detail).Where(i => rows[i].Amounts.Length > 0).ToList();
        // Alone it is a part of the whole, though the other funds may be nothing.
        if (parts.Count < 2) return;
        if (!whole.Amounts.Any(a => a.Value != 0 && a.Value == parts.SelectMany(i => rows[i].Amounts).Where(p => p.Column == a.Column).Sum(p => p.Value))) return;
        foreach (var i in parts) rows[i] = rows[i] with { Role = RowRole.Detail, Parent = whole.Number, Level = whole.Level + 1, IsRoleDefault = false, Proposal = null };
    }
}
