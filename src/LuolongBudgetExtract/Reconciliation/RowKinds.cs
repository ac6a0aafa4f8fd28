using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>What identifies a row, so that rows of one level can be told from rows of several.</summary>
internal static class RowKinds
{
    /// <summary>
    /// True when the printed rows are surely of one level: all departments or units, all codes of one length, all items of one numbering, or
    /// all projects. Rows that only have a name may be of any level (indentation is not read), so that they prove nothing.
    /// </summary>
    public static bool AreOfOneLevel(TableIndex table, ImmutableArray<int> rows)
    {
        string? kind = null;
        foreach (int row in rows)
        {
            if (!table.Row(row).Amounts.Any(a => a.Value != 0)) continue;
            if (Of(table, row) is not { } own || (kind is not null && kind != own)) return false;
            kind = own;
        }
        return kind is not null;
    }

    /// <summary>False for a row without label and codes: amounts that nothing names are no part of a sum.</summary>
    public static bool IsNamed(TypedRow row) =>
        row.Label is { Length: > 0 } || row.Dimensions is { FunctionCode: not null } or { DeptEconCode: not null } or { GovEconCode: not null }
            or { ProjectName: not null } or { ProjectCode: not null } or { UnitCode: not null };

    private static string? Of(TableIndex table, int row)
    {
        var d = table.Row(row).Dimensions;
        var role = table.Row(row).Role;
        return role is RowRole.Department or RowRole.Unit ? $"organisation {d.UnitCode?.Length}"
            : d.FunctionCode is { } function ? $"function {function.Length} {d.DeptEconCode?.Length}"
            : d.DeptEconCode is { } economic ? $"economic {economic.Length}"
            : d.GovEconCode is { } government ? $"government {government.Length}"
            : d.ProjectName is not null || d.ProjectCode is not null ? $"project {d.UnitCode?.Length} {d.ProjectCode?.Length}"
            : d.UnitCode is { } unit ? $"organisation {unit.Length}"
            : Folded.Numbering(table.Label(row)) is > 0 and var rank ? $"numbering {rank}"
            : null;
    }
}
