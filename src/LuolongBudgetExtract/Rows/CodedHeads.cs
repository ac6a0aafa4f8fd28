using System.Collections.Immutable;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 单位编码 | 采购项目 where only units print a code: 153001 西安市公安局 above what it buys, and 1 全额 (how the units are financed) above the
/// units. A code may as well be printed once for several rows of its own, so these are heads only when each is the sum of what follows.
/// </summary>
internal static class CodedHeads
{
    /// <summary>Codes of units have at least so many digits; 1 is a kind of financing.</summary>
    private const int FewestDigits = 3;

    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, ImmutableArray<LeafColumn> columns)
    {
        var column = columns.FirstOrDefault(c => c.Kind == ColumnKind.UnitCode);
        if (column is null || !columns.Any(c => c.Kind == ColumnKind.ProjectName)) return rows;
        var heads = new List<(int Row, int Parts)>();
        for (int i = 0; i < rows.Count; i++)
        {
            if (!IsHead(rows[i], column.Index)) continue;
            int parts = rows.Skip(i + 1).TakeWhile(r => r.Role == RowRole.Detail && r.Cells[column.Index].Length == 0).Count();
            heads.Add((i, parts));
        }
        var units = heads.Where(h => h.Parts > 0).ToList();
        if (units.Count == 0 || units.Exists(u => !AddsUp(rows[u.Row], rows.GetRange(u.Row + 1, u.Parts)))) return rows;

        var read = rows.ToList();
        foreach (var (row, parts) in units)
        {
            var name = rows[row].Dimensions.ProjectName;
            read[row] = rows[row] with { Role = RowRole.Unit, IsRoleDefault = false, Proposal = null, Dimensions = rows[row].Dimensions with { UnitName = name, ProjectName = null } };
            for (int i = row + 1; i <= row + parts; i++)
                read[i] = rows[i] with { Parent = rows[row].Number, Level = rows[row].Level + 1, Dimensions = rows[i].Dimensions with { UnitName = name } };
        }
        // What stands between sums up the units that follow.
        foreach (var (row, _) in heads.Where(h => h.Parts == 0))
        {
            var below = units.SkipWhile(u => u.Row < row).TakeWhile(u => !heads.Exists(h => h.Parts == 0 && h.Row > row && h.Row < u.Row)).ToList();
            if (below.Count == 0 || !AddsUp(rows[row], below.ConvertAll(u => rows[u.Row]))) continue;
            read[row] = rows[row] with { Role = RowRole.Subtotal, IsRoleDefault = false, Proposal = null, Dimensions = rows[row].Dimensions with { ProjectName = null, UnitCode = Code(rows[row]) } };
            foreach (var (unit, parts) in below)
            {
                read[unit] = read[unit] with { Parent = rows[row].Number };
                for (int i = unit; i <= unit + parts; i++) read[i] = read[i] with { Level = read[i].Level + 1 };
            }
        }
        return read;
    }

    private static bool IsHead(TypedRow row, int column) => row.Role == RowRole.Detail && row.Cells[column].Length > 0
        && row.Dimensions is { ProjectName: not null, UnitName: null, ProjectCode: null, DeptEconCode: null, GovEconCode: null };

    private static string? Code(TypedRow row) => row.Dimensions.UnitCode is { Length: >= FewestDigits } code ? code : null;

    private static bool AddsUp(TypedRow head, List<TypedRow> parts) => head.Amounts.Length > 0
        && head.Amounts.All(a => a.Value == parts.SelectMany(p => p.Amounts).Where(p => p.Column == a.Column).Sum(p => p.Value));
}
