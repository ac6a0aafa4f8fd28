using System.Collections.Immutable;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>Performance tables that are sheets of fields: the project that the sheet is of, and the parts of its 资金总额.</summary>
internal static class PerformanceSheets
{
    private const string ProjectField = "项目名称";
    private const string Funding = "资金总额";

    /// <param name="rows">The rows with their parents.</param>
    /// <param name="texts">Printed texts by row and column.</param>
    public static List<TypedRow> Complete(List<TypedRow> rows, ImmutableArray<ImmutableArray<string>> texts)
    {
        string? project = null;
        for (int i = 0; i < rows.Count; i++)
        {
            project = ProjectOf(texts[rows[i].RowIndex]) ?? project;
            if (project is not null && rows[i].Amounts.Length > 0 && rows[i].Dimensions == new RowDimensions())
                rows[i] = rows[i] with { Dimensions = new RowDimensions(ProjectName: project) };
            if (rows[i] is { Role: RowRole.Total, Label: { } label } && label.Contains(Funding, StringComparison.Ordinal)) Divide(rows, i);
        }
        return rows;
    }

    // 项目名称 | 某某项目: the name stands beside its field.
    private static string? ProjectOf(ImmutableArray<string> texts)
    {
        var printed = texts.Where(t => t.Length > 0).ToList();
        return printed is [var field, var name, ..] && LineKinds.Normal(field).TrimEnd(':') == ProjectField && !CellKinds.IsNumber(name) ? name : null;
    }

    // 其中：财政拨款, 上年结转, 其他资金 that make up the whole are its parts, not one part and two more items.
    private static void Divide(List<TypedRow> rows, int at)
    {
        var whole = rows[at];
        var parts = Enumerable.Range(at + 1, rows.Count - at - 1).TakeWhile(i => rows[i].Role is RowRole.OfWhich or RowRole.Detail).Where(i => rows[i].Amounts.Length > 0).ToList();
        if (!whole.Amounts.Any(a => a.Value != 0 && a.Value == parts.SelectMany(i => rows[i].Amounts).Where(p => p.Column == a.Column).Sum(p => p.Value))) return;
        foreach (var i in parts) rows[i] = rows[i] with { Role = RowRole.Detail, Parent = whole.Number, Level = whole.Level + 1, IsRoleDefault = false, Proposal = null };
    }
}
