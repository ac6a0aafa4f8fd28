using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>Finds tables that are set by white space alone: consecutive lines of several tokens, many of them amounts.</summary>
internal static class UnruledTables
{
    /// <summary>Lines of one table follow each other within this many font sizes.</summary>
    private const double LineSpacing = 4.0;

    /// <summary>Fewer lines with three tokens are a signature, a list of two columns, or a heading.</summary>
    private const int FewestWideLines = 2;

    /// <summary>Targets of projects hold one amount in many lines of words: so many lines of three tokens are a table with a single amount.</summary>
    private const int ManyWideLines = 6;

    /// <summary>Lines with a comma or a full stop: none in a body, one in a few in a list of projects, most in prose.</summary>
    private const double ProseShare = 0.25;

    /// <summary>Left-aligned texts of one column begin within this of each other (points).</summary>
    private const double SameBorder = 2;

    public static List<Box> Find(List<Glyph> free, List<Box> taken)
    {
        var found = new List<Box>();
        // Narrative pages have one token a line: a page without several wide lines is dismissed at once.
        var lines = Tokens.Lines(free);
        if (!lines.Any(l => l.Count >= 3)) return found;
        for (int i = 0; i < lines.Count;)
        {
            if (!Opens(lines[i]))
            {
                i++;
                continue;
            }
            int end = i + 1, last = i;
            while (end < lines.Count && Follows(lines[last], lines[end], taken))
            {
                if (lines[end].Count >= 2 || IsShort(lines[end][0])) last = end;
                end++;
            }
            int top = i;
            double pitch = Pitch(lines, i, last);
            while (top > 0 && IsBoxheadAbove(lines[top - 1], lines[top], taken, pitch)) top--;
            var table = lines.GetRange(top, last - top + 1);
            if (IsTable(table, top > 0 ? lines[top - 1] : null)) found.Add(BoxOf(table));
            i = last + 1;
        }
        return found;
    }

    private static bool Opens(List<Token> line) =>
        line.Count >= 2 && !line.Any(t => OutsideWords.IsHeading(t.Text)) && !OutsideWords.IsPageNumber(string.Concat(line.Select(t => t.Text)));

    // The upper lines of wrapped column names, which stand so close that they read as one token; the only heading of the uppermost level.
    private static bool IsBoxheadAbove(List<Token> line, List<Token> below, List<Box> taken, double pitch) =>
        line is [var token] && token.Text.Length <= 60 && below[0].Baseline - token.Baseline is var spacing
        && (spacing < 1.7 * below[0].Size || spacing < 1.1 * pitch && IsWithin(token, below))
        && Math.Abs(token.Size - below[0].Size) < 0.5 && !OutsideWords.IsHeading(token.Text) && !token.Text.Contains('。')
        && !taken.Any(b => b.Y1 > token.Y0 && b.Y0 < below[0].Y0);

    // A heading stands over names in the middle of the table; a title ends with 表, and what leads over to a table with a colon.
    private static bool IsWithin(Token token, List<Token> below) =>
        below.Count >= 3 && token.X0 > below[0].X1 && token.X1 < below[^1].X1 && !OutsideWords.IsTitle(token.Text) && token.Text[^1] is not (':' or '：');

    // The distance of two lines with amounts, where they stand nearest (points); 0 when there are none.
    private static double Pitch(List<List<Token>> lines, int first, int last)
    {
        var rows = lines.GetRange(first, last - first + 1).FindAll(l => l.Exists(t => OutsideWords.IsAmount(t.Text)));
        return rows.Zip(rows.Skip(1), (a, b) => b[0].Baseline - a[0].Baseline).DefaultIfEmpty(0).Min();
    }

    private static bool Follows(List<Token> last, List<Token> next, List<Box> taken)
    {
        if (next[0].Baseline - last[0].Baseline > LineSpacing * Math.Max(last[0].Size, next[0].Size)) return false;
        if (next.Any(t => OutsideWords.IsHeading(t.Text) || OutsideWords.IsNote(t.Text))) return false;
        if (taken.Any(b => b.Y0 > last[0].Y1 - 1 && b.Y0 < next[0].Y0)) return false;
        return next.Count >= 2 || IsShort(next[0]);
    }

    // A wrapped label or a row without amounts, not a sentence.
    private static bool IsShort(Token token) => token.Text.Length <= 24 && !token.Text.Contains('。') && !OutsideWords.IsPageNumber(token.Text);

    private static bool IsTable(List<List<Token>> lines, List<Token>? above)
    {
        // Narrative with numbers set apart has several tokens a line, and punctuation that cells do not have.
        if (IsProse(lines)) return false;
        int wide = lines.Count(l => l.Count >= 3), amounts = lines.Sum(l => l.Count(t => OutsideWords.IsAmount(t.Text)));
        if (wide >= FewestWideLines && (amounts >= 3 || (amounts >= 1 && lines.Any(l => OutsideWords.IsCode(l[0].Text)))
            || (amounts >= 1 && wide >= ManyWideLines && 2 * wide > lines.Count))) return true;
        // An empty form: nothing but a boxhead under 单位：万元.
        return above is not null && above.Any(t => OutsideWords.IsHeading(t.Text)) && wide >= 1
            && lines[0][0].Baseline - above[0].Baseline < LineSpacing * above[0].Size;
    }

    // Descriptions in the last column are sentences too, but all of them begin at one border, and two columns or more stand before.
    private static bool IsProse(List<List<Token>> lines)
    {
        var sentences = lines.FindAll(l => l.Exists(IsSentence));
        if (sentences.Count < ProseShare * lines.Count || sentences.Count == 0) return false;
        return !sentences.TrueForAll(l => l.Count >= 3 && l.FindIndex(IsSentence) == l.Count - 1 && Math.Abs(l[^1].X0 - sentences[0][^1].X0) < SameBorder);
    }

    private static bool IsSentence(Token token) => token.Text.AsSpan().IndexOfAny('。', '，', '；') >= 0;

    private static Box BoxOf(List<List<Token>> lines)
    {
        var all = lines.SelectMany(l => l).ToList();
        return new Box(all.Min(t => t.X0) - 2, all.Min(t => t.Y0) - 1, all.Max(t => t.X1) + 2, all.Max(t => t.Y1) + 1);
    }
}
