using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>（一）车辆数合计（辆） over 1.机要通信用车: what is a part of a count is one, whatever unit of money the table prints.</summary>
internal static class CountedRows
{
    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows)
    {
        var counts = new HashSet<int>();
        foreach (var row in rows)
            if (row.Label is { } label && (HeaderWords.CountsThings(FoldedText.Of(label)) || row.Parent is { } parent && counts.Contains(parent) && Units.InBrackets(label) is null)) counts.Add(row.Number);
        return counts.Count == 0 ? rows : rows.ConvertAll(r => counts.Contains(r.Number) && r.Amounts.All(a => a.Decimals == 0) ? r with { Amounts = [] } : r);
    }
}
