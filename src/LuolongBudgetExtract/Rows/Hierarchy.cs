using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Rows;

/// <summary>Gives each row its parent and level: by total, department and unit rows, by codes, by the numbering of item names.</summary>
internal static partial class Hierarchy
{
    /// <summary>The rows of one panel in printed order, with parents and levels set.</summary>
    /// <param name="indents">Indentation step of each printed row by its RowIndex, from 0; empty when the labels are not set by indentation.</param>
    public static List<TypedRow> Attach(List<TypedRow> rows, IReadOnlyDictionary<int, int> indents)
    {
        var totals = rows.Where(r => r.Role == RowRole.Total).ToList();
        // A label over two panels has its amount in the second.
        if (totals.Exists(t => t.Amounts.Length > 0)) totals.RemoveAll(t => t.Amounts.Length == 0);
        // Two totals (收入总计 and 合计, a total on either end) leave open which of them the items add up to.
        int? total = totals.Count == 1 ? totals[0].Number : null;
        var parents = new Dictionary<int, int?>();
        int? department = null, unit = null, item = null, project = null;
        var codes = new List<(string Code, int Row, bool IsHeading)>();
        var numbering = new List<(int Style, int Row)>();
        var steps = new List<(int Indent, int Row, bool IsCoded, int? Style)>();
        for (int i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            int? parent = null;
            if (project is { } head && row.Dimensions.ProjectName != rows[head].Dimensions.ProjectName) project = null;
            switch (row.Role)
            {
                case RowRole.Total:
                    (department, unit) = (null, null);
                    codes.Clear();
                    numbering.Clear();
                    steps.Clear();
                    break;
                case RowRole.Department:
                    parent = total;
                    (department, unit) = (row.Number, null);
                    codes.Clear();
                    numbering.Clear();
                    steps.Clear();
                    break;
                case RowRole.Unit:
                    parent = department ?? total;
                    unit = row.Number;
                    codes.Clear();
                    numbering.Clear();
                    steps.Clear();
                    break;
                case RowRole.OfWhich:
                    parent = item;
                    break;
                case RowRole.Detail or RowRole.Subtotal:
                    var top = unit ?? department ?? total;
                    if (HeadingRows.IsHeadOfProject(rows, i))
                    {
                        project = i;
                        codes.Clear();
                    }
                    else if (project is { } above) top = rows[above].Number;
                    var code = CodeOf(row);
                    var isIndented = indents.TryGetValue(row.RowIndex, out var indent);
                    var ordinal = row.Label is null ? null : StyleOf(row.Label);
                    // Numbering says more than an indentation that it shares: （1） below 2. at the same place is a part of it.
                    if (isIndented) while (steps.Count > 0 && (steps[^1].Indent > indent || steps[^1].Indent == indent && !(steps[^1].Style < ordinal))) steps.RemoveAt(steps.Count - 1);
                    if (code is not null)
                    {
                        // Below its heading an item's code stands again, beside the names of its projects.
                        while (codes.Count > 0 && !(code.StartsWith(codes[^1].Code, StringComparison.Ordinal) && (code.Length > codes[^1].Code.Length || codes[^1].IsHeading && row.Role != RowRole.Subtotal)))
                            codes.RemoveAt(codes.Count - 1);
                        // The first level of the codes may stand below an organisation that only its indentation tells.
                        parent = codes.Count > 0 ? codes[^1].Row : steps.Count > 0 && !steps[^1].IsCoded ? steps[^1].Row : top;
                        codes.Add((code, row.Number, row.Role == RowRole.Subtotal));
                    }
                    else if (isIndented) parent = steps.Count > 0 ? steps[^1].Row : top;
                    else if (ordinal is int style)
                    {
                        while (numbering.Count > 0 && numbering[^1].Style >= style) numbering.RemoveAt(numbering.Count - 1);
                        parent = numbering.Count > 0 ? numbering[^1].Row : top;
                        numbering.Add((style, row.Number));
                    }
                    else
                    {
                        if (row.Role == RowRole.Subtotal) numbering.Clear();
                        parent = top;
                    }
                    if (isIndented) steps.Add((indent, row.Number, code is not null, ordinal));
                    break;
            }
            if (row.Role is not (RowRole.OfWhich or RowRole.Note or RowRole.HeaderRepeat)) item = row.Number;
            parents[row.Number] = parent == row.Number ? null : parent;
        }
        var withChildren = rows.Where(r => r.Role != RowRole.OfWhich).Select(r => parents[r.Number]).Where(p => p is not null).ToHashSet();
        var totalRows = totals.Select(r => r.Number).ToHashSet();
        return rows.ConvertAll(r => Role(r with { Parent = parents[r.Number], Level = LevelOf(r, parents, totalRows) }, withChildren.Contains(r.Number)));
    }

    // A detail with parts is a subtotal. That says nothing against an organisation, whose items are its parts.
    private static TypedRow Role(TypedRow row, bool hasParts)
    {
        if (row.Role != RowRole.Detail || !hasParts) return row;
        return row with { Role = RowRole.Subtotal, IsRoleDefault = false, Proposal = row.Proposal is { Role: RowRole.Unit or RowRole.Department } ? row.Proposal : null };
    }

    private static string? CodeOf(TypedRow row) =>
        row.Dimensions.FunctionCode is { } function && row.Dimensions.DeptEconCode is null ? function
        : row.Dimensions.FunctionCode is null ? row.Dimensions.DeptEconCode ?? row.Dimensions.GovEconCode : null;

    // 一、 above （一） above 1、 above （1）: the order of Chinese official numbering (GB/T 9704).
    internal static int? StyleOf(string label) =>
        First().IsMatch(label) ? 1 : Second().IsMatch(label) ? 2 : Third().IsMatch(label) ? 3 : Fourth().IsMatch(label) ? 4 : null;

    /// <summary>The rows with the levels that their parents give them.</summary>
    public static List<TypedRow> Levelled(List<TypedRow> rows)
    {
        var parents = rows.ToDictionary(r => r.Number, r => r.Parent);
        var totals = rows.Where(r => r.Role == RowRole.Total).Select(r => r.Number).ToHashSet();
        return rows.ConvertAll(r => r with { Level = LevelOf(r, parents, totals) });
    }

    // The total is level 0; what hangs under nothing is level 1.
    private static int? LevelOf(TypedRow row, Dictionary<int, int?> parents, HashSet<int> totals)
    {
        if (row.Role is RowRole.Note or RowRole.HeaderRepeat) return null;
        if (row.Role == RowRole.Total) return 0;
        int level = 1;
        // A chain is at most as long as the deepest printed hierarchy (department, unit, class, section, item, of which).
        for (int? at = parents[row.Number]; at is { } parent && !totals.Contains(parent) && level < 12; at = parents.GetValueOrDefault(parent)) level++;
        return level;
    }

    [GeneratedRegex(@"^[一二三四五六七八九十]{1,3}[、.．]")]
    private static partial Regex First();

    [GeneratedRegex(@"^[（(][一二三四五六七八九十]{1,3}[）)]")]
    private static partial Regex Second();

    [GeneratedRegex(@"^\d{1,2}(?:[、]|[.．](?!\d(?!\d{3}年)))")]
    private static partial Regex Third();

    [GeneratedRegex(@"^[（(]\d{1,2}[）)]|^[①-⑳]")]
    private static partial Regex Fourth();
}
