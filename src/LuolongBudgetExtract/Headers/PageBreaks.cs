using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Headers;

/// <summary>Joins a row that a page break has cut in two: what is left of it opens the next page without a name or a code of its own.</summary>
internal static class PageBreaks
{
    public static void Append(List<BodyRow> rows, IEnumerable<BodyRow> next)
    {
        bool first = true;
        int cut = 0;
        foreach (var row in next)
        {
            bool broken = first && rows.Count > 0 && rows[^1].Page != row.Page;
            first = false;
            if (broken && IsRest(rows[^1], row))
            {
                rows[^1] = Join(rows[^1], row);
                continue;
            }
            rows.Add(row);
            if (broken) cut = rows.Count - 1;
        }
        if (cut > 0) JoinStubs(rows, cut);
    }

    // A project's name stands in one cell beside all of its indicators; cut in two, each page has a part of the name. The border that is
    // missing at the cut tells such a cell from two that follow each other.
    private static void JoinStubs(List<BodyRow> rows, int at)
    {
        for (int c = 0; c < rows[at].Cells.Length; c++)
        {
            Cell head = rows[at - 1].Cells[c], tail = rows[at].Cells[c];
            if (head.IsBlank || tail.IsBlank || !head.OpenBottom || !tail.OpenTop || CellKinds.IsNumber(head.Text) || CellKinds.IsNumber(tail.Text)) return;
            // Some programs print the name of a cut cell again.
            if (head.Text == tail.Text) continue;
            var text = head.Text + tail.Text;
            for (int r = at - 1; r >= 0 && ReferenceEquals(rows[r].Cells[c], head); r--) rows[r] = Named(rows[r], c, head with { Text = text });
            for (int r = at; r < rows.Count && ReferenceEquals(rows[r].Cells[c], tail); r++) rows[r] = Named(rows[r], c, tail with { Text = text });
        }
    }

    private static BodyRow Named(BodyRow row, int column, Cell cell) => row with { Cells = row.Cells.SetItem(column, cell) };

    // The rest of a row has text only under cells that the row above began, and each of those is visibly unfinished.
    private static bool IsRest(BodyRow above, BodyRow row)
    {
        int filled = 0, before = 0;
        for (int c = 0; c < row.Cells.Length; c++)
        {
            if (above.StartsHere[c] && !above.Cells[c].IsBlank) before++;
            if (!row.StartsHere[c] || row.Cells[c].IsBlank) continue;
            if (!IsUnfinished(above.Cells[c], row.Cells[c])) return false;
            filled++;
        }
        return filled > 0 && filled < before;
    }

    private static bool IsUnfinished(Cell head, Cell tail)
    {
        var rest = tail.Text;
        if (head.IsBlank || CellKinds.IsAmount(rest) || CellKinds.IsItem(rest) || CellKinds.IsCodeWithName(rest)) return false;
        // An indicator's value (≥95%) is begun anew, never continued.
        if (rest[0] is '≥' or '≤' or '＞' or '＜' or '>' or '<' or '=' or '＝') return false;
        if (rest.All(char.IsAsciiDigit))
        {
            // The last decimals of a number, or the tail of a long project code; a code of its own is a row of its own.
            if (head.Text.Contains('.') || head.Text[^1] == ',') return true;
            return CellKinds.IsCode(head.Text) && head.Text.Length > 9;
        }
        // A line breaks where the cell is full: a text that stops short of it has ended. The head may stand on several pages already.
        double lineHeight = Math.Max(1, tail.Ink.Height / (1 + tail.RawText.Count(ch => ch == '\n')));
        return !CellKinds.IsNumber(head.Text) && !CellKinds.IsNumber(rest) && head.Box.X1 - head.Ink.X1 < FullLine * lineHeight
            && head.Ink.X0 - head.Box.X0 < 2 * FullLine * lineHeight;
    }

    /// <summary>A wrapped line ends within this many line heights of the border: the next character would not have fitted.</summary>
    private const double FullLine = 1.4;

    private static BodyRow Join(BodyRow above, BodyRow row)
    {
        var cells = above.Cells.ToBuilder();
        for (int c = 0; c < cells.Count; c++)
        {
            if (!row.StartsHere[c] || row.Cells[c].IsBlank) continue;
            var cell = cells[c];
            cells[c] = cell with { Text = cell.Text + row.Cells[c].Text, RawText = cell.RawText + "\n" + row.Cells[c].RawText };
        }
        return above with { Cells = cells.ToImmutable() };
    }
}
