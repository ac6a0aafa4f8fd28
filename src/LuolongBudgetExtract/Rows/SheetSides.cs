using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 收入预算合计 and its sources, 支出预算合计 and its kinds in the sheet of a department as a whole: the sources are revenue there, though the
/// form is one of expenditure. A block of revenue goes as far as the next that names expenditure, or the next row without money.
/// </summary>
internal static class SheetSides
{
    private const string Whole = "department_performance_targets";

    /// <param name="form">Canonical form id; the sources of a project's sheet are what it spends.</param>
    /// <param name="texts">Printed texts by row and column.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, string form, ImmutableArray<ImmutableArray<string>> texts)
    {
        bool revenue = false;
        return form != Whole ? rows : rows.ConvertAll(row =>
        {
            bool income = Names(texts[row.RowIndex], "收入"), expenditure = Names(texts[row.RowIndex], "支出");
            if (row.Amounts.IsEmpty || expenditure) revenue = false;
            if (row.Amounts.Length > 0 && income && !expenditure) revenue = true;
            // 收入预算 | … | 支出预算 | … in one row: which of its amounts is which is not told apart here.
            return !row.Amounts.IsEmpty && (revenue || income && expenditure)
                ? row with { Amounts = [.. row.Amounts.Select(a => a with { Meaning = a.Meaning is { } m ? m with { Side = revenue ? Side.Revenue : null } : null })] } : row;
        });
    }

    private static bool Names(ImmutableArray<string> texts, string side) => texts.Any(t => t.StartsWith(side, StringComparison.Ordinal));
}
