using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>
/// Recovers the hierarchy of a list whose levels show only by indentation (货物 over 台式计算机, 部门 over 单位 over 项目): a row that equals
/// the sum of the rows that follow it, in every column, is their heading. Trusted only where the outermost rows then add up to a printed total.
/// </summary>
internal static class NestedSums
{
    /// <summary>The outermost rows, and under each heading the rows it adds up.</summary>
    public static (ImmutableArray<int> Tops, List<(int Parent, ImmutableArray<int> Children)> Headings) Parse(
        TableIndex table, ImmutableArray<int> columns, ImmutableArray<int> rows)
    {
        // From the last row upwards, so that what follows a row is already folded to its outermost rows (the top of the stack is the next row).
        var tops = new Stack<int>();
        var headings = new List<(int, ImmutableArray<int>)>();
        for (int i = rows.Length - 1; i >= 0; i--)
        {
            int count = Covered(table, columns, rows[i], tops);
            if (count > 0)
            {
                var children = ImmutableArray.CreateBuilder<int>(count);
                for (int k = 0; k < count; k++) children.Add(tops.Pop());
                headings.Add((rows[i], children.MoveToImmutable()));
            }
            tops.Push(rows[i]);
        }
        headings.Reverse();
        return ([.. tops], headings);
    }

    /// <summary>How many of the following rows add up to this one in every column; 0 when none do.</summary>
    private static int Covered(TableIndex table, ImmutableArray<int> columns, int row, Stack<int> following)
    {
        if (!table.Row(row).Amounts.Any(a => a.Value != 0)) return 0;
        var sums = new decimal[columns.Length];
        var widths = new decimal[columns.Length];
        int count = 0;
        foreach (int next in following)
        {
            count++;
            bool equal = true, exceeded = false;
            for (int c = 0; c < columns.Length; c++)
            {
                var whole = table.At(row, columns[c]);
                if (table.At(next, columns[c]) is { } part)
                {
                    sums[c] += part.Value;
                    widths[c] += Interval.Half(part.Decimals);
                }
                var rest = (whole?.Value ?? 0) - sums[c];
                var width = widths[c] + (whole is null ? 0 : Interval.Half(whole.Decimals));
                equal &= Math.Abs(rest) <= width;
                exceeded |= rest < -width && (whole?.Value ?? 0) >= 0;
            }
            if (equal) return count;
            // Amounts are hardly ever negative: once beyond the heading, more rows do not lead back to it.
            if (exceeded) return 0;
        }
        return 0;
    }
}
