using System.Collections.Immutable;

namespace LuolongBudgetExtract.Headers;

/// <summary>
/// A sheet that is wider than the paper prints its right columns on pages of their own, after all rows of the left ones. They have no
/// heading or that of the left ones again, the rows of the table before them line for line, and either its stub again or no names at all.
/// </summary>
internal static class SplitColumns
{
    /// <summary>Fewer rows may have the same heights by chance.</summary>
    private const int FewestRows = 3;

    /// <summary>The rows of one sheet are as high on both pages (points).</summary>
    private const double SameHeight = 1;

    public static ImmutableArray<LogicalTable> Join(ImmutableArray<LogicalTable> tables)
    {
        var sheets = new List<Sheet>();
        foreach (var table in tables)
        {
            if (sheets.Count == 0 || Stub(Titled(sheets), table) is not { } stub)
            {
                sheets.Add(new Sheet(table, table));
                continue;
            }
            sheets[^1] = sheets[^1] with { Table = Append(sheets[^1].Table, table, stub) };
            if (sheets.Count < 2 || !GoesOn(sheets[^2], sheets[^1])) continue;
            sheets[^2] = sheets[^2] with { Table = Lengthen(sheets[^2].Table, sheets[^1].Table) };
            sheets.RemoveAt(sheets.Count - 1);
        }
        return [.. sheets.Select(s => s.Table)];
    }

    /// <summary>A table with the right columns that were found, and its left part alone.</summary>
    private sealed record Sheet(LogicalTable Table, LogicalTable Left)
    {
        public bool IsWide => Table != Left;
    }

    // The pages of a sheet may go over to the right before they go down: the left columns of the next rows then follow the right ones.
    private static LogicalTable Titled(List<Sheet> sheets) =>
        sheets is [.., { IsWide: true } above, { IsWide: false } last] && last.Table.Around is { Title: null, Label: null } && IsBelow(above, last.Table) && SamePaths(above.Left, last.Table)
            ? last.Table with { Around = last.Table.Around with { Title = above.Table.Around.Title } } : sheets[^1].Table;

    private static bool GoesOn(Sheet above, Sheet below) =>
        above.IsWide && IsBelow(above, below.Table) && SamePaths(above.Table, below.Table) && (below.Table.Around.Title is null || IsHeadedAgain(above.Table, below.Table));

    private static bool IsBelow(Sheet above, LogicalTable table) =>
        table.FirstPage == above.Table.LastPage + 1 && table.Rows is [var first, ..] && !first.Cells.Any(c => CellKinds.IsTotal(LineKinds.Normal(c.Text)));

    private static bool SamePaths(LogicalTable a, LogicalTable b) => a.Paths.Length == b.Paths.Length && a.Paths.Zip(b.Paths).All(p => p.First.SequenceEqual(p.Second));

    private static LogicalTable Lengthen(LogicalTable above, LogicalTable below)
    {
        var rows = above.Rows.ToList();
        PageBreaks.Append(rows, below.Rows);
        return above with { Rows = [.. rows], LastPage = below.LastPage, Unassigned = above.Unassigned + below.Unassigned, Around = above.Around with { Note = above.Around.Note ?? below.Around.Note } };
    }

    /// <summary>How many columns of the left table the right one prints again; null when it is a table of its own.</summary>
    private static int? Stub(LogicalTable left, LogicalTable right)
    {
        if (right.FirstPage != left.LastPage + 1 || right.HeaderRows == 0 || !(right.Around.Title is null ? IsUnheaded(left, right) : IsHeadedAgain(left, right))) return null;
        if (left.Around.Title is null || left.Rows.Length != right.Rows.Length || right.Rows.Length < FewestRows) return null;
        for (int r = 0; r < right.Rows.Length; r++)
            if (Math.Abs(left.Rows[r].Y1 - left.Rows[r].Y0 - right.Rows[r].Y1 + right.Rows[r].Y0) > SameHeight) return null;
        int stub = 0;
        while (stub < Math.Min(left.Paths.Length, right.Paths.Length) && left.Paths[stub].SequenceEqual(right.Paths[stub]) && left.Rows.Zip(right.Rows).All(r => r.First.Cells[stub].Text == r.Second.Cells[stub].Text)) stub++;
        // The same columns again with other figures are the table of somebody else.
        if (right.Around.Title is not null && right.Paths.Skip(stub).Any(p => left.Paths.Any(q => p.SequenceEqual(q)))) return null;
        bool repeats = stub > 0 && stub < right.Paths.Length && left.Rows.Any(r => !r.Cells[0].IsBlank);
        return repeats ? stub : right.Rows.All(r => r.Cells.All(c => c.IsBlank || CellKinds.IsNumber(c.Text) || CellKinds.IsAmount(c.Text))) ? 0 : null;
    }

    // The unit stands once on a sheet, at its right end.
    private static bool IsUnheaded(LogicalTable left, LogicalTable right) =>
        right.Around is { Label: null, Department: null } && (left.Around.Unit is null || right.Around.Unit is null);

    // Rows that are printed on every page.
    private static bool IsHeadedAgain(LogicalTable left, LogicalTable right)
    {
        if (!LogicalTables.TitlesAgree(left.Around.Title, right.Around.Title) || right.Around.Unit is not null && right.Around.Unit != left.Around.Unit) return false;
        return (right.Around.Label is null || right.Around.Label == left.Around.Label) && (right.Around.Department is null || right.Around.Department == left.Around.Department);
    }

    private static LogicalTable Append(LogicalTable left, LogicalTable right, int stub) => left with
    {
        Paths = [.. left.Paths, .. right.Paths.Skip(stub)],
        HeaderRows = Math.Max(left.HeaderRows, right.HeaderRows),
        Rows = [.. left.Rows.Zip(right.Rows, (l, r) => l with { Cells = [.. l.Cells, .. r.Cells.Skip(stub)], StartsHere = [.. l.StartsHere, .. r.StartsHere.Skip(stub)] })],
        LastPage = right.LastPage,
        Method = left.Method > right.Method ? left.Method : right.Method,
        Unassigned = left.Unassigned + right.Unassigned,
        Around = left.Around with { Unit = left.Around.Unit ?? right.Around.Unit, Note = left.Around.Note ?? right.Around.Note },
    };
}
