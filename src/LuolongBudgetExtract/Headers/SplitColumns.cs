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
        var joined = ImmutableArray.CreateBuilder<LogicalTable>();
        foreach (var table in tables)
        {
            if (joined.Count > 0 && Stub(joined[^1], table) is { } stub) joined[^1] = Append(joined[^1], table, stub);
            else joined.Add(table);
        }
        return joined.ToImmutable();
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
