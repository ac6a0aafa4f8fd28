using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>
/// One long list set in two or three columns side by side (final accounts 06, functions of a government): 302 may stand in the second panel and
/// its last items in the third, so that the hierarchy is one of codes over all panels.
/// </summary>
internal static class FoldedPanels
{
    private const int ClassDigits = 3;

    /// <summary>True when at least two panels with one amount column each hold economic codes, or functions that no other panel has.</summary>
    public static bool Are(TableIndex table) =>
        table.Panels.Length > 1 && !table.IsStatement && table.Panels.All(p => p.Columns.Length == 1)
        && (table.Panels.Count(p => p.Rows.Any(r => EconomicOf(table, r) is not null)) > 1 || AreByFunction(table));

    // The functions of two years stand side by side as well, each panel with a total of its own.
    private static bool AreByFunction(TableIndex table)
    {
        var codes = table.Panels.Select(p => p.Rows.Select(r => table.Row(r).Dimensions.FunctionCode).OfType<string>().ToHashSet()).ToList();
        return codes.TrueForAll(c => c.Count > 0) && codes.Sum(c => c.Count) == codes.SelectMany(c => c).Distinct().Count()
            && table.Panels.Sum(p => p.Rows.Count(r => table.Row(r) is { Role: RowRole.Total, Amounts.Length: > 0 })) <= 1;
    }

    /// <summary>Each code against the codes directly below it; where the panels were read as one list, each row against its parts, which may lack a code.</summary>
    public static void UnderParent(Rule rule, TableIndex table, CheckLog log)
    {
        if (AreByFunction(table) && Terms(table) is var terms && terms.Exists(t => table.Parent(t.Row) is >= 0 and var parent && table.Row(parent).Panel != table.Row(t.Row).Panel))
        {
            var left = new Leftovers();
            foreach (var whole in terms.Where(t => table.Row(t.Row).Role != RowRole.Total)) Emit(rule, table, whole.Term, Parts(table, terms, whole.Row), log, left);
            left.Write(rule, table, log, byRow: false);
            return;
        }
        var cells = CodedCells(table);
        // A code printed twice leaves open which of both a shorter code adds up.
        var byCode = cells.GroupBy(c => c.Code).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Cell);
        var children = cells.Where(c => ParentOf(c.Code) is not null).ToLookup(c => ParentOf(c.Code)!, c => c.Cell);
        var leftovers = new Leftovers();
        foreach (var (code, cell) in cells)
            if (children.Contains(code) && byCode.ContainsKey(code)) Emit(rule, table, cell, [.. children[code]], log, leftovers);
        leftovers.Write(rule, table, log, byRow: false);

        string? ParentOf(string code)
        {
            for (int length = code.Length - 1; length >= 3; length--)
                if (byCode.ContainsKey(code[..length])) return code[..length];
            return null;
        }
    }

    /// <summary>The only total against the rows of all panels that hang under it (compute: rows_under_total).</summary>
    public static void UnderTotal(Rule rule, TableIndex table, CheckLog log)
    {
        var rows = Terms(table);
        var totals = rows.FindAll(r => table.Row(r.Row) is { Role: RowRole.Total, Amounts.Length: > 0 });
        // Where the panels were not read as one list, only those beside the total hang under it.
        if (totals is not [var total] || rows.Exists(r => CodeOf(table, r.Row)?.Length == ClassDigits && table.Parent(r.Row) != total.Row)) return;
        var leftovers = new Leftovers();
        Emit(rule, table, total.Term, Parts(table, rows, total.Row), log, leftovers);
        leftovers.Write(rule, table, log, byRow: false);
    }

    /// <summary>Totals that the rule ties to codes by label: 人员经费合计 = 301 + 303 (compute: rows_by_code).</summary>
    public static void ByCode(Rule rule, TableIndex table, CheckLog log)
    {
        if (!Are(table)) return;
        var cells = CodedCells(table);
        var leftovers = new Leftovers();
        foreach (var panel in table.Panels)
            foreach (int row in panel.Rows)
                foreach (var term in rule.Terms)
                    if (System.Text.RegularExpressions.Regex.IsMatch(table.Label(row), term.Name))
                        Emit(rule, table, new Term(row, panel.Columns[0]), [.. cells.Where(c => term.Matches(c.Code)).Select(c => c.Cell)], log, leftovers);
        leftovers.Write(rule, table, log, byRow: false);
    }

    private static List<(int Row, Term Term)> Terms(TableIndex table) => [.. table.Panels.SelectMany(p => p.Rows.Select(r => (r, new Term(r, p.Columns[0]))))];

    private static ImmutableArray<Term> Parts(TableIndex table, List<(int Row, Term Term)> rows, int whole) =>
        [.. rows.Where(r => table.Parent(r.Row) == whole && table.Row(r.Row).Role != RowRole.OfWhich && RowKinds.IsNamed(table.Row(r.Row))).Select(r => r.Term)];

    private static void Emit(Rule rule, TableIndex table, Term total, ImmutableArray<Term> parts, CheckLog log, Leftovers leftovers)
    {
        if (parts.IsEmpty) return;
        var result = SumTest.Of(table, total, parts);
        if (result.State is SumState.Compared or SumState.Unreadable) log.Sum(rule, table, total, parts, result, byRow: false);
        else leftovers.Add(total, result.State);
    }

    private static List<(string Code, Term Cell)> CodedCells(TableIndex table) =>
        [.. table.Panels.SelectMany(p => p.Rows.Where(r => CodeOf(table, r) is not null && table.Row(r).Role != RowRole.OfWhich)
            .Select(r => (CodeOf(table, r)!, new Term(r, p.Columns[0]))))];

    private static string? CodeOf(TableIndex table, int row) => EconomicOf(table, row) ?? table.Row(row).Dimensions.FunctionCode;

    private static string? EconomicOf(TableIndex table, int row) => table.Row(row).Dimensions.DeptEconCode ?? table.Row(row).Dimensions.GovEconCode;
}
