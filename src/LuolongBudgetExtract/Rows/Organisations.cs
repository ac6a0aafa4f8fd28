namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Organisations in the item column: what stands above the classes (类) of a classification and is no total can only be a unit, and what
/// stands above several of them the department. Their names go down to their items.
/// </summary>
internal static class Organisations
{
    private const int ClassDigits = 3;

    /// <param name="rows">The rows of one panel with their parents.</param>
    /// <param name="department">The department of the table: alone above its classes, it is no unit of another.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, string? department)
    {
        var children = rows.Where(r => r.Parent is not null && r.Role is not (RowRole.OfWhich or RowRole.Note)).ToLookup(r => r.Parent!.Value);
        var units = rows.Where(r => IsOpen(r) && children[r.Number].Any() && children[r.Number].All(IsClass)).ToDictionary(r => r.Number);
        if (units.Count == 0) return rows;
        var above = units.Values.Select(u => u.Parent).OfType<int>().ToHashSet();
        var roles = new Dictionary<int, RowRole>();
        foreach (var row in rows.Where(IsOpen))
        {
            bool isUnit = units.ContainsKey(row.Number) || row.Parent is { } parent && above.Contains(parent) && !children[row.Number].Any();
            if (isUnit) roles[row.Number] = units.Count == 1 && row.Label == department ? RowRole.Department : RowRole.Unit;
            else if (above.Contains(row.Number) && children[row.Number].All(c => units.ContainsKey(c.Number) || IsOpen(c))) roles[row.Number] = RowRole.Department;
        }
        var owners = new Dictionary<int, RowDimensions>();
        return rows.ConvertAll(row =>
        {
            if (roles.TryGetValue(row.Number, out var role))
            {
                row = row with { Role = role, IsRoleDefault = false, Proposal = null, Dimensions = row.Dimensions with { UnitName = row.Dimensions.UnitName ?? row.Label } };
                owners[row.Number] = row.Dimensions;
            }
            else if (row.Parent is { } parent && owners.TryGetValue(parent, out var owner) && row.Dimensions is { UnitName: null, UnitCode: null })
            {
                row = row with { Dimensions = row.Dimensions with { UnitCode = owner.UnitCode, UnitName = owner.UnitName } };
                owners[row.Number] = owner;
            }
            return row;
        });
    }

    // Nothing is known of the row but its name; what it sums up made it a subtotal.
    private static bool IsOpen(TypedRow row) => row.Role is RowRole.Detail or RowRole.Subtotal && row.Label is { } label && !RowRoles.IsSum(label)
        && row.Dimensions is { FunctionCode: null, DeptEconCode: null, GovEconCode: null, ProjectName: null, ProjectCode: null };

    private static bool IsClass(TypedRow row) =>
        (row.Dimensions.FunctionCode ?? row.Dimensions.DeptEconCode ?? row.Dimensions.GovEconCode)?.Length == ClassDigits;
}
