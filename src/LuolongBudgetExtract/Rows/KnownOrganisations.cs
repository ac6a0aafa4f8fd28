using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Organisations above their projects in a column of project names, or above what they buy, which nothing but their names tells: the other tables of the document
/// print them as departments and units.
/// </summary>
internal static class KnownOrganisations
{
    private const string Procurement = "government_procurement";

    public static ImmutableArray<TypedTable> Apply(ImmutableArray<TypedTable> tables)
    {
        var known = tables.SelectMany(t => t.Rows.Where(r => r.Role is RowRole.Department or RowRole.Unit).Select(r => r.Dimensions.UnitName).Append(t.Department))
            .OfType<string>().ToHashSet();
        var folded = known.Select(LineKinds.Normal).ToHashSet();
        return [.. tables.Select(t => (FormCatalog.Default[t.Form].Projects || t.Form == Procurement) && t.Rows.Any(r => IsOrganisation(r, t.Form, known))
            ? Named(t, known) : OrganisationSections.Apply(t, folded)).Select(t => UsersOfMoney.Apply(t, folded))];
    }

    private static TypedTable Named(TypedTable table, HashSet<string> known)
    {
        var owners = new Dictionary<int, string>();
        return table with
        {
            Rows = [.. table.Rows.Select(row =>
            {
                if (IsOrganisation(row, table.Form, known))
                {
                    var name = row.Dimensions.ProjectName ?? row.Label!;
                    owners[row.Number] = name;
                    return row with
                    {
                        Role = name == table.Department ? RowRole.Department : RowRole.Unit,
                        IsRoleDefault = false, Proposal = null, Dimensions = row.Dimensions with { UnitName = name, ProjectName = null },
                    };
                }
                if (row.Parent is not { } parent || !owners.TryGetValue(parent, out var owner)) return row;
                owners[row.Number] = owner;
                return row.Dimensions is { UnitName: null, UnitCode: null } ? row with { Dimensions = row.Dimensions with { UnitName = owner } } : row;
            })],
        };
    }

    // What sums up others and is called as an organisation is one.
    private static bool IsOrganisation(TypedRow row, string form, HashSet<string> known) =>
        // 货物 or the unit that buys it, in the column of the kinds of goods.
        form == Procurement ? row.Role is RowRole.Subtotal or RowRole.Detail && row.Dimensions == new RowDimensions() && row.Label is { } label && known.Contains(label)
        : (row.Role == RowRole.Subtotal || IsNameAlone(row, form)) && row.Dimensions is { ProjectName: { } name, ProjectCode: null, UnitName: null, FunctionCode: null, DeptEconCode: null, GovEconCode: null } && known.Contains(name);

    // 某某局 above its projects and their goals: no money tells that it sums them up.
    private static bool IsNameAlone(TypedRow row, string form) =>
        form.EndsWith("_targets", StringComparison.Ordinal) && row.Role == RowRole.Detail && row.Amounts.IsEmpty && row.Cells.Count(c => c.Length > 0) == 1;
}
