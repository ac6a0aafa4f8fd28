using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>The functional classes (类) of the income | expenditure forms, which print names without codes.</summary>
internal static class ClassNames
{
    private const int ClassLevel = 1;

    /// <summary>Adds the rows whose name is that of a class. A class named twice (its item has the same name) is left out, unless numbering tells.</summary>
    public static void Add(TableIndex table, CodeRows codes)
    {
        var rows = Enumerable.Range(0, table.Table.Rows.Length)
            .Where(r => table.Row(r).Side == Side.Expenditure && table.Row(r).Role is RowRole.Detail or RowRole.Subtotal)
            .Select(r => (Row: r, Code: ClassOf(Folded.Name(table.Label(r))), Rank: Folded.Numbering(table.Label(r)))).Where(r => r.Code is not null).ToList();
        codes.HasUnknown = HasUnknown(table);
        // Items of the outermost numbering are the classes; names without a number beside them are their sections.
        int outer = rows.Select(r => r.Rank).Where(n => n > 0).DefaultIfEmpty(0).Min();
        foreach (var group in rows.Where(r => r.Rank == outer).GroupBy(r => r.Code!))
        {
            var printed = group.Where(r => table.Row(r.Row).Amounts.Length > 0).ToList();
            if (printed.Count > 1) continue;
            codes.Add(group.Key, printed.Count == 1 ? printed[0].Row : group.First().Row);
        }
    }

    private static bool HasUnknown(TableIndex table) => Enumerable.Range(0, table.Table.Rows.Length).Any(r =>
        table.Row(r) is { Side: Side.Expenditure, Role: RowRole.Detail } row && row.Amounts.Any(a => a.Value != 0)
        && ClassOf(Folded.Name(table.Label(r))) is null && !Folded.Name(table.Label(r)).Contains("结转", StringComparison.Ordinal));

    private static string? ClassOf(string name) =>
        name.Length == 0 ? null : CodeLists.Functions.Named(name).FirstOrDefault(e => e.Level == ClassLevel)?.Code;
}
