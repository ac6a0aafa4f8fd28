using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Organisations above their items or projects in the column of these, which neither a code nor indentation tells: 广州图书馆 above 207, 208, … or
/// above its projects. They are those that other tables of the document print as departments and units, as far as what follows adds up to them.
/// </summary>
internal static class OrganisationSections
{
    /// <param name="known">Folded names of the organisations of the document.</param>
    public static TypedTable Apply(TypedTable table, HashSet<string> known)
    {
        if (table.Form == FormCatalog.Other || FormCatalog.Default[table.Form].IsStatement || table.Form.EndsWith("_targets", StringComparison.Ordinal)
            || table.Columns.Any(c => c.Panel > 0)) return table;
        var rows = table.Rows;
        var heads = Enumerable.Range(0, rows.Length).Where(i => NameOf(rows[i], known) is not null).ToList();
        if (heads.Count == 0) return table;
        var sections = heads.ConvertAll(h => (Head: h, Roots: Roots(rows, h, heads)));
        if (!sections.TrueForAll(s => s.Roots.Count > 0 && AmountSums.AddUpWherePrinted(rows[s.Head], s.Roots))) return table;

        var placed = rows.ToList();
        foreach (var (head, roots) in sections)
        {
            var (code, name) = NameOf(rows[head], known)!.Value;
            var owner = rows[head].Dimensions with { ProjectName = null, UnitName = name, UnitCode = rows[head].Dimensions.UnitCode ?? code };
            placed[head] = rows[head] with
            {
                Role = name == table.Department ? RowRole.Department : RowRole.Unit, IsRoleDefault = false, Proposal = null, Dimensions = owner, Label = name,
            };
            foreach (var root in roots) placed[root.Number - 1] = root with { Parent = rows[head].Number };
            for (int i = head + 1; i < rows.Length && !heads.Contains(i) && rows[i].Role != RowRole.Total; i++)
                if (placed[i].Dimensions is { UnitName: null, UnitCode: null }) placed[i] = placed[i] with { Dimensions = placed[i].Dimensions with { UnitCode = owner.UnitCode, UnitName = name } };
        }

        return table with { Rows = [.. Hierarchy.Levelled(placed)] };
    }

    // What follows up to the next organisation and hangs under nothing of it.
    private static List<TypedRow> Roots(IReadOnlyList<TypedRow> rows, int head, List<int> heads)
    {
        var section = Enumerable.Range(head + 1, rows.Count - head - 1).TakeWhile(i => !heads.Contains(i) && rows[i].Role != RowRole.Total).Select(i => rows[i]).ToList();
        var numbers = section.Select(r => r.Number).ToHashSet();
        return section.FindAll(r => r.Role is RowRole.Detail or RowRole.Subtotal && (r.Parent is not { } parent || !numbers.Contains(parent)));
    }

    private static (string? Code, string Name)? NameOf(TypedRow row, HashSet<string> known)
    {
        if (row.Role is not (RowRole.Detail or RowRole.Subtotal) || row.Amounts.Length == 0 || (row.Dimensions.ProjectName ?? row.Label) is not { } label
            || row.Dimensions is not { FunctionCode: null, DeptEconCode: null, GovEconCode: null, ProjectCode: null }) return null;
        if (known.Contains(LineKinds.Normal(label))) return (null, label);
        var (code, name) = CodeText.Split(label);
        return code is not null && name is not null && CodeText.Classify(code) == CodeSystem.Unit && known.Contains(LineKinds.Normal(name)) ? (code, name) : null;
    }
}
