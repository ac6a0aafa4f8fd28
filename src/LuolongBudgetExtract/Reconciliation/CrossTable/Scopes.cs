using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>The tables of one department or unit: identities between tables hold only among them.</summary>
internal static class Scopes
{
    /// <summary>
    /// Tables by department as printed, in reading order. A department whose forms begin again (a budget of the whole and one of its own
    /// office in one file) is two scopes.
    /// </summary>
    public static IEnumerable<ImmutableArray<TableIndex>> Of(ImmutableArray<TableIndex> tables) =>
        tables.GroupBy(t => Department(t.Table), StringComparer.Ordinal).SelectMany(Sets);

    private static IEnumerable<ImmutableArray<TableIndex>> Sets(IEnumerable<TableIndex> tables)
    {
        var set = ImmutableArray.CreateBuilder<TableIndex>();
        string? first = null;
        foreach (var table in tables)
        {
            if (IsOpening(table.Table.Form))
            {
                // The form that opened the set opens the next one; two of them in a row are one form cut in two.
                if (first == table.Table.Form && set[^1].Table.Form != first)
                {
                    yield return set.DrainToImmutable();
                    first = null;
                }
                first ??= table.Table.Form;
            }
            set.Add(table);
        }
        if (set.Count > 0) yield return set.DrainToImmutable();
    }

    private static bool IsOpening(string form) => form is "revenue_expenditure_summary" or "revenue_summary" or "fiscal_appropriation_summary";

    private static string Department(TypedTable table) => FoldedText.Of(table.Department).TrimStart("[(0123456789-_".ToCharArray()).TrimStart(')', ']', '-');
}
