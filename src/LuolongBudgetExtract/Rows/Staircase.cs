using System.Collections.Immutable;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>Reads the hierarchy that a table shows by the column in which a row names itself: 类型 | 一级项目 | 二级项目.</summary>
internal static class Staircase
{
    /// <summary>Step of each body row, from 0; null when the names do not stand so.</summary>
    public static ImmutableDictionary<int, int>? Of(LogicalTable table, ImmutableArray<LeafColumn> columns)
    {
        if (columns.Any(c => c.Panel != 0)) return null;
        var names = columns.TakeWhile(c => c.Kind != ColumnKind.Amount)
            .Where((c, i) => c.Kind is ColumnKind.ProjectType or ColumnKind.ProjectName or ColumnKind.Label || i == 0 && c.Kind is ColumnKind.Text or ColumnKind.UnitName).ToList();
        if (names.Count < 2) return null;
        var steps = new List<(int Row, int Column)>();
        for (int r = 0; r < table.Rows.Length; r++)
        {
            var filled = names.FindAll(n => !table.Rows[r].Cells[n.Index].IsBlank);
            // A further line of the item above, told apart by a qualifier (采购组织形式) alone.
            if (filled.Count == 0 && steps.Count > 0 && steps[^1].Column > 0) steps.Add((r, steps[^1].Column));
            if (filled.Count == 0 || filled.Exists(f => RowRoles.IsSum(table.Rows[r].Cells[f.Index].Text))) continue;
            // 一、货物A | 专项, 经济科目 | 物品: the innermost name tells, one above it may be merged over its rows.
            int column = names.IndexOf(filled[^1]);
            // A group names itself alone, in a cell of its own; its rows leave its column blank.
            if (filled[0] == names[0] && (filled.Count > 1 || table.Rows[r].Cells[filled[0].Index].RowSpan > 1)) return null;
            steps.Add((r, column));
        }
        if (steps.Count == 0 || steps[0].Column != 0 || steps.TrueForAll(f => f.Column == 0)) return null;
        // Of two groups on each other the upper one is the wider: 工程 over the units that buy works.
        return steps.Select((s, i) => (s.Row, Step: (2 * s.Column) + (s.Column > 0 || i + 1 < steps.Count && steps[i + 1].Column == 0 ? 0 : 1)))
            .ToImmutableDictionary(s => s.Row, s => s.Step);
    }
}
