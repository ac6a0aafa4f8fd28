namespace LuolongBudgetExtract.Pages;

/// <summary>
/// The white borders of a table whose every other row is shaded: they are seen on the shades, and go on unseen between the rows that have none.
/// </summary>
internal static class WhiteRulings
{
    /// <summary>Pieces of one border stand at one position (points).</summary>
    private const double OnePosition = 0.5;

    /// <summary>Adds the white pieces that touch, end to end, a line that is seen on a shade.</summary>
    public static void AddContinued(List<Ruling> seen, List<Ruling> unseen, List<Ruling> found)
    {
        if (seen.Count == 0 || unseen.Count == 0) return;
        List<(Ruling Ruling, bool Seen)> pieces = [.. seen.Select(r => (r, true)), .. unseen.Select(r => (r, false))];
        pieces.Sort(static (a, b) => (a.Ruling.Horizontal, a.Ruling.Position).CompareTo((b.Ruling.Horizontal, b.Ruling.Position)));
        for (int first = 0; first < pieces.Count;)
        {
            int end = first + 1;
            while (end < pieces.Count && pieces[end].Ruling.Horizontal == pieces[first].Ruling.Horizontal && pieces[end].Ruling.Position - pieces[end - 1].Ruling.Position <= OnePosition) end++;
            AddLine(pieces.GetRange(first, end - first), found);
            first = end;
        }
    }

    private static void AddLine(List<(Ruling Ruling, bool Seen)> pieces, List<Ruling> found)
    {
        pieces.Sort(static (a, b) => a.Ruling.Start.CompareTo(b.Ruling.Start));
        for (int first = 0; first < pieces.Count;)
        {
            int end = first + 1;
            var until = pieces[first].Ruling.End;
            while (end < pieces.Count && pieces[end].Ruling.Start <= until + RulingMerge.JoinGap) until = Math.Max(until, pieces[end++].Ruling.End);
            var line = pieces.GetRange(first, end - first);
            if (line.Exists(p => p.Seen)) found.AddRange(line.Where(p => !p.Seen).Select(p => p.Ruling));
            first = end;
        }
    }
}
