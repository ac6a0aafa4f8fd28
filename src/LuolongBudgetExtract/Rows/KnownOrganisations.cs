using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Organisations above their projects in a column of project names, which nothing but their names tells: the other tables of the document
/// print them as departments and units.
/// </summary>
internal static class KnownOrganisations
{
    public static ImmutableArray<TypedTable> Apply(ImmutableArray<TypedTable> tables)
    {
        var known = tables.SelectMany(t => t.Rows.Where(r => r.Role is RowRole.Department or RowRole.Unit).Select(r => r.Dimensions.UnitName).Append(t.Department))
            .OfType<string>().ToHashSet();
        var folded = known.Select(LineKinds.Normal).ToHashSet();
        return [.. tables.Select(t => FormCatalog.Default[t.Form].Projects && t.Rows.Any(r => IsOrganisation(r, known)) ? Named(t, known) : OrganisationSections.Apply(t, folded))];
    }

    private static TypedTable Named(TypedTable table, HashSet<string> known)
    {
        var owners = new Dictionary<int, string>();
        return table with
        {
            Rows = [.. table.Rows.Select(row =>
            {
                if (IsOrganisation(row, known))
                {
                    owners[row.Number] = row.Dimensions.ProjectName!;
                    return row with
                    {
                        Role = row.Dimensions.ProjectName == table.Department ? RowRole.Department : RowRole.Unit,
                        IsRoleDefault = false, Proposal = null, Dimensions = row.Dimensions with { UnitName = row.Dimensions.ProjectName, ProjectName = null },
                    };
                }
                if (row.Parent is not { } parent || !owners.TryGetValue(parent, out var owner)) return row;
                owners[row.Number] = owner;
                return row.Dimensions is { UnitName: null, UnitCode: null } ? row with { Dimensions = row.Dimensions with { UnitName = owner } } : row;
            })],
        };
    }

    // What sums up others and is called as an organisation is one.
    private static bool IsOrganisation(TypedRow row, HashSet<string> known) =>
        row.Role == RowRole.Subtotal && row.Dimensions is { ProjectName: { } name, ProjectCode: null, UnitName: null, FunctionCode: null, DeptEconCode: null, GovEconCode: null } && known.Contains(name);
}
