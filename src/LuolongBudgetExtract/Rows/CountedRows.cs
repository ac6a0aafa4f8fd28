using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>（一）车辆数合计（辆） over 1.机要通信用车: what is a part of a count is one, whatever unit of money the table prints.</summary>
internal static class CountedRows
{
    /// <summary>国内公务接待批次（个）, 国内公务接待人次: the name counts things. Where it is that of a project or an item of a classification, only its unit tells.</summary>
    public static bool Counts(string label, RowDimensions dimensions) =>
        FoldedText.Of(label) is var name && (HeaderWords.CountsThings(name) || dimensions == new RowDimensions() && HeaderWords.IsCount(name));

    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows)
    {
        var counts = new HashSet<int>();
        foreach (var row in rows)
            if (row.Label is { } label && (Counts(label, row.Dimensions) || row.Parent is { } parent && counts.Contains(parent) && Units.InBrackets(label) is null)) counts.Add(row.Number);
        return counts.Count == 0 ? rows : rows.ConvertAll(r => counts.Contains(r.Number) && r.Amounts.All(a => a.Decimals == 0) ? r with { Amounts = [] } : r);
    }
}
