using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 支出项目类别（资金使用单位）: below each project or class stand the units that use its money. A name is that of a unit where the document prints it
/// as one, where it begins with the department's, and where it stands below several items.
/// </summary>
internal static class UsersOfMoney
{
    private const string Header = "(资金使用单位)";

    /// <summary>Below one item alone, a name may be that of a part of it.</summary>
    private const int FewestItems = 2;

    private const string EndsOfOrganisations = "局委办厅院会部署处队站所校心馆团社场";

    /// <param name="known">Folded names of the organisations of the document.</param>
    public static TypedTable Apply(TypedTable table, HashSet<string> known)
    {
        if (!table.Columns.Any(c => c.Path is [.., var leaf] && FoldedText.Of(leaf).EndsWith(Header, StringComparison.Ordinal))) return table;
        var rows = table.Rows.ToDictionary(r => r.Number);
        var wholes = table.Rows.Select(r => r.Parent).OfType<int>().ToHashSet();
        var users = table.Rows.Where(r => !wholes.Contains(r.Number) && IsBelowItem(r, rows)).ToList();
        var repeated = users.GroupBy(r => LineKinds.Normal(r.Label!)).Where(g => g.Select(r => r.Parent).Distinct().Count() >= FewestItems && EndsOfOrganisations.Contains(g.Key[^1]))
            .Select(g => g.Key).ToHashSet();
        var units = users.Where(r => IsOrganisation(LineKinds.Normal(r.Label!))).Select(r => r.Number).ToHashSet();
        if (units.Count == 0) return table;
        // What units stand below is no group of projects, though sums made it one.
        if (FormCatalog.Default[table.Form].Projects)
            foreach (var item in units.Select(u => rows[rows[u].Parent!.Value]).Distinct().ToList())
                if (item.Dimensions is { ProjectName: null, FunctionCode: null, DeptEconCode: null, GovEconCode: null } d) rows[item.Number] = item with { Dimensions = d with { ProjectName = item.Label } };
        return table with { Rows = [.. table.Rows.Select(r => units.Contains(r.Number) ? OfUnit(r, rows[r.Parent!.Value]) : rows[r.Number])] };

        bool IsOrganisation(string name) => known.Contains(name) || repeated.Contains(name)
            || table.Department is { } department && name.StartsWith(LineKinds.Normal(department), StringComparison.Ordinal);
    }

    private static bool IsBelowItem(TypedRow row, Dictionary<int, TypedRow> rows) => row is { Role: RowRole.Detail, Label.Length: > 0, Parent: { } parent }
        && row.Dimensions is { UnitName: null, UnitCode: null, FunctionCode: null, DeptEconCode: null, GovEconCode: null } && rows[parent].Role is RowRole.Detail or RowRole.Subtotal;

    // What the unit spends is of the item that stands above it.
    private static TypedRow OfUnit(TypedRow row, TypedRow item) => row with
    {
        IsRoleDefault = false, Proposal = null,
        Dimensions = item.Dimensions with { UnitName = row.Label, UnitCode = null },
    };
}
