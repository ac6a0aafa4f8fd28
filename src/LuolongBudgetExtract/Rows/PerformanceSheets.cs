using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>Performance tables that are sheets of fields: the project that the sheet is of, and the parts of its 资金总额.</summary>
internal static class PerformanceSheets
{
    private const string ProjectField = "项目名称";
    private const string Funding = "资金总额";
    private static readonly string[] CodeFields = ["项目编码", "项目代码"];

    /// <param name="rows">The rows with their parents.</param>
    /// <param name="texts">Printed texts by row and column.</param>
    public static List<TypedRow> Complete(List<TypedRow> rows, ImmutableArray<ImmutableArray<string>> texts)
    {
        string? project = null, code = null;
        for (int i = 0; i < rows.Count; i++)
        {
            var fields = texts[rows[i].RowIndex];
            var named = ValueOf(fields, ProjectField);
            // A new sheet begins with its project.
            if (named is not null && named != project) (project, code) = (named, null);
            code = CodeFields.Select(f => ValueOf(fields, f)).FirstOrDefault(c => c is not null && CodeText.Classify(c) == CodeSystem.Project) ?? code;
            if (project is not null && rows[i].Amounts.Length > 0 && rows[i].Dimensions == new RowDimensions())
                rows[i] = rows[i] with { Dimensions = new RowDimensions(ProjectName: project, ProjectCode: code) };
            if (rows[i] is { Role: RowRole.Total, Label: { } label } && label.Contains(Funding, StringComparison.Ordinal)) Divide(rows, i);
        }
        return rows;
    }

    // 项目名称 | 某某项目, also behind another field and its value (项目编码 | … | 项目名称 | …).
    private static string? ValueOf(ImmutableArray<string> texts, string field)
    {
        var printed = texts.Where(t => t.Length > 0).ToList();
        for (int i = 0; i + 1 < printed.Count; i += 2)
            if (LineKinds.Normal(printed[i]).TrimEnd(':') == field) return field == ProjectField && CellKinds.IsNumber(printed[i + 1]) ? null : printed[i + 1];
        return null;
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
