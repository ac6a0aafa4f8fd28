using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>Joins the fragments of a document into logical tables: over pages, with or without a repeated boxhead.</summary>
public static class LogicalTables
{
    public static ImmutableArray<LogicalTable> Join(IReadOnlyList<TableFragment> fragments)
    {
        var tables = ImmutableArray.CreateBuilder<LogicalTable>();
        for (int i = 0; i < fragments.Count;)
        {
            int end = i + 1;
            while (end < fragments.Count && Continues(fragments[i], fragments[end - 1], fragments[end])) end++;
            tables.Add(Build([.. fragments.Skip(i).Take(end - i)]));
            i = end;
        }
        return tables.ToImmutable();
    }

    private static bool Continues(TableFragment first, TableFragment last, TableFragment next)
    {
        if (next.Page != last.Page + 1 || !next.OpensPage || !last.EndsPage) return false;
        bool sameTitle = next.Around.Title is null || TitlesAgree(first.Around.Title, next.Around.Title);
        if (!sameTitle) return false;
        if (next.Around.Label is not null && first.Around.Label is not null && !LineKinds.Normal(next.Around.Label).StartsWith(LineKinds.Normal(first.Around.Label), StringComparison.Ordinal)) return false;
        if (next.Around.Department is not null && first.Around.Department is not null && next.Around.Department != first.Around.Department) return false;
        bool repeats = first.HeaderRows > 0 && RepeatedRows(first, next) > 0;
        if (next.Around.Title is not null)
        {
            // The same title again: a table with a running title, unless both parts open with their own grand total or are forms.
            return repeats && first.HeaderRows > 0 && !(OpensWithTotal(first) && OpensWithTotal(next)) && last.Around.Note is null;
        }
        if (repeats) return true;
        if (IsOtherHalf(first, next)) return false;
        if (last.Around.Note is not null) return false;
        // A boxhead cut by the page break: its first rows stand alone at the foot of the page.
        if (IsOnlyBoxhead(last) && last == first && next.Around.Unit is null && next.Around.Label is null && HasSameSides(last.Grid, next.Grid)) return true;
        if (!SameColumns(last.Grid, next.Grid))
            return FieldSheets.Continues(first, last, next) || next.HeaderRows == 0 && next.Around.Unit is null && next.Around.Label is null && ColumnMap.ByInk(next.Grid, first.Grid) is not null;
        // The very same borders under no heading at all: the table goes on, whatever its first rows look like.
        bool headed = next.Around.Unit is not null || next.Around.Label is not null;
        return !headed && HasSameBorders(last.Grid, next.Grid) || next.HeaderRows == 0 || !LooksLikeBoxhead(next);
    }

    // The right columns of a wide sheet, under the names of its stub again or none: the borders may be those of the left ones, the columns are not.
    private static bool IsOtherHalf(TableFragment first, TableFragment next)
    {
        if (first.HeaderRows == 0 || next.HeaderRows == 0) return false;
        if (IsNameless(first) && next.Grid.Cells.Any(c => c.Row == 0 && !IsBlankOrNumber(c))) return true;
        if (Opening(first.Grid) is not { Length: > 0 } name || Opening(next.Grid) != name) return false;
        var names = HeaderTree.Paths(first.Grid, first.HeaderRows, first.ColumnNumberRow);
        var last = HeaderTree.Paths(next.Grid, next.HeaderRows, next.ColumnNumberRow)[^1];
        return last.Length > 0 && !names.Any(n => n.Contains(last[^1]));
    }

    // Without the stub the body holds nothing but numbers; a name can only be that of a column.
    private static bool IsNameless(TableFragment first) => first.Grid.Rows > first.HeaderRows && first.Grid.Cells.All(c => c.Row < first.HeaderRows || IsBlankOrNumber(c));

    private static bool IsBlankOrNumber(Cell cell) => cell.IsBlank || CellKinds.IsNumber(cell.Text) || CellKinds.IsAmount(cell.Text);

    private static string? Opening(Grid grid) => grid.Cells.FirstOrDefault(c => c is { Row: 0, Column: 0 }) is { } cell ? LineKinds.Normal(cell.Text) : null;

    internal static bool TitlesAgree(string? first, string? next)
    {
        if (first is null || next is null) return false;
        string a = LineKinds.Normal(first), b = LineKinds.Normal(next);
        return a == b || b.StartsWith(a, StringComparison.Ordinal) && b.Length - a.Length <= 4 || b.Replace("(续)", "", StringComparison.Ordinal) == a;
    }

    /// <summary>Characters; the longest real names (其中：2026年政府采购项目中预留给小型、微型企业的项目资金规模) stay below, indicator texts do not.</summary>
    private const int LongestColumnName = 40;

    // The first rows of a continuation can look like a boxhead when they hold no number.
    private static bool LooksLikeBoxhead(TableFragment next) =>
        next.HeaderRows > 0 && next.HeaderRows < next.Grid.Rows
        && !next.Grid.Cells.Any(c => c.Row < next.HeaderRows && c.Text.Length > LongestColumnName) && next.Grid.Cells.Any(c => c.Row < next.HeaderRows && c.ColumnSpan > 1 && !c.IsBlank)
        && HeaderTree.Paths(next.Grid, next.HeaderRows, next.ColumnNumberRow).Count(p => p.Length > 0) >= 0.8 * next.Grid.Columns;

    private static bool SameColumns(Grid last, Grid next)
    {
        var (few, many) = last.Columns <= next.Columns ? (last, next) : (next, last);
        return ColumnMap.Shift(few, many) is not null || last.Columns == next.Columns && SameProportions(last, next);
    }

    private static bool IsOnlyBoxhead(TableFragment fragment) => fragment.HeaderRows == fragment.Grid.Rows && fragment.HeaderRows <= 2;

    // Without rulings the sides are those of the text: numbers end before the names above them do.
    private static bool HasSameSides(Grid last, Grid next) => (last.Method == GridMethod.Ruled ? 6 : last.Columns == next.Columns ? 18 : 0) is var near
        && Math.Abs(last.Box.X0 - next.Box.X0) < near && Math.Abs(last.Box.X1 - next.Box.X1) < near;

    private static bool HasSameBorders(Grid last, Grid next) =>
        last.Columns == next.Columns && last.ColumnEdges.Zip(next.ColumnEdges).All(e => Math.Abs(e.First - e.Second) < 2);

    private static bool SameProportions(Grid a, Grid b)
    {
        for (int i = 0; i < a.ColumnEdges.Length; i++)
        {
            double left = (a.ColumnEdges[i] - a.Box.X0) / a.Box.Width, right = (b.ColumnEdges[i] - b.Box.X0) / b.Box.Width;
            if (Math.Abs(left - right) > 0.02) return false;
        }
        return true;
    }

    private static bool OpensWithTotal(TableFragment fragment) =>
        fragment.Grid.Cells.Any(c => c.Row == fragment.HeaderRows && CellKinds.IsTotal(LineKinds.Normal(c.Text)));

    private static LogicalTable Build(ImmutableArray<TableFragment> parts)
    {
        parts = FieldSheets.Align(parts);
        var first = parts[0];
        // The part with the most columns knows them all: a continuation may have lost empty ones, or the first page split none.
        var widest = parts.MaxBy(p => p.Grid.Columns)!;
        var model = first.Grid.Columns == widest.Grid.Columns || first.HeaderRows > 0 ? first : widest;
        if (parts.Length > 1 && IsOnlyBoxhead(first) && RepeatedRows(first, parts[1]) == 0) return BuildCut(parts);
        var rows = new List<BodyRow>();
        foreach (var part in parts)
        {
            var columns = ColumnMap.Of(part.Grid, model.Grid);
            int skip = part == first ? part.HeaderRows : RepeatedRows(first, part);
            PageBreaks.Append(rows, BodyRows.Of(part.Grid, skip, columns, model.Grid.Columns));
        }
        var around = first.Around with
        {
            Unit = first.Around.Unit ?? parts.Select(p => p.Around.Unit).FirstOrDefault(u => u is not null),
            Note = string.Join('\n', parts.Select(p => p.Around.Note).Where(n => n is not null)) is { Length: > 0 } note ? note : null,
        };
        return new LogicalTable(around, HeaderTree.Paths(model.Grid, model.HeaderRows, model.ColumnNumberRow),
            model.HeaderRows - (model.ColumnNumberRow >= 0 ? 1 : 0), [.. rows], first.Page, parts[^1].Page,
            parts.Max(p => p.Grid.Method), parts.Sum(p => p.Grid.Unassigned.Length));
    }

    // The names at the foot of the first page stand above those at the top of the second.
    private static LogicalTable BuildCut(ImmutableArray<TableFragment> parts)
    {
        var upper = HeaderTree.Paths(parts[0].Grid, parts[0].HeaderRows, parts[0].ColumnNumberRow);
        var rest = Build([parts[1] with { Around = parts[0].Around with { Note = parts[1].Around.Note } }, .. parts.Skip(2)]);
        var columns = ColumnMap.Of(parts[1].Grid, parts[0].Grid);
        return rest with
        {
            Paths = [.. rest.Paths.Select((p, c) => c < columns.Length ? [.. upper[columns[c].First], .. p] : p)],
            HeaderRows = rest.HeaderRows + parts[0].HeaderRows,
            FirstPage = parts[0].Page,
        };
    }

    /// <summary>Rows at the top of a fragment that print the boxhead of the first one again; compared by text, as spans may differ.</summary>
    private static int RepeatedRows(TableFragment first, TableFragment next)
    {
        if (first.HeaderRows == 0) return next.ColumnNumberRow == 0 ? 1 : 0;
        var header = RowTexts(first.Grid, 0, first.HeaderRows);
        var repeated = new HashSet<string>();
        int rows = 0;
        while (rows < next.Grid.Rows && RowTexts(next.Grid, rows, rows + 1) is var texts && texts.IsSubsetOf(header) && (texts.Count > 0 || rows < next.HeaderRows))
        {
            repeated.UnionWith(texts);
            rows++;
        }
        return header.Count > 0 && repeated.Count >= 0.8 * header.Count ? rows : 0;
    }

    private static HashSet<string> RowTexts(Grid grid, int first, int end) =>
        [.. grid.Cells.Where(c => c.Row >= first && c.Row < end && !c.IsBlank).Select(c => LineKinds.Normal(c.Text))];
}
