using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>A run of glyphs on one line that belongs to one column of a table set without vertical rulings.</summary>
public sealed record Token(string Text, double X0, double X1, double Y0, double Y1, double Baseline, double Size)
{
    public double Centre => (X0 + X1) / 2;
    public double Middle => (Y0 + Y1) / 2;
}

/// <summary>Splits the lines of a table into tokens.</summary>
public static class Tokens
{
    /// <summary>Between two Chinese texts; single characters set wider apart (本 年 收 入 合 计) are joined again.</summary>
    private const double ChineseGap = 1.2;

    /// <summary>Single characters of one letter-spaced word stand within this many font sizes.</summary>
    private const double LetterSpacing = 3;

    /// <summary>Letters of one word stand on one baseline; what stands higher or lower in the line is of another cell (parts of the font size).</summary>
    private const double OneBaseline = 0.15;

    /// <summary>The rest of a name stands within this many font sizes below it …</summary>
    private const double WrapSpacing = 1.7;

    /// <summary>… with its middle below the middle of the name, up to this part of the font size.</summary>
    private const double SameMiddle = 0.75;

    /// <summary>Between a number and anything else: digits never stand further apart inside one number.</summary>
    private const double NumberGap = 0.4;

    /// <summary>Between the names of two narrow columns, which fill their cells up to the padding.</summary>
    private const double BoxheadGap = 0.18;

    /// <summary>Between the last decimal of one column and the item name of the next.</summary>
    private const double AfterAmountGap = 0.06;

    /// <summary>The tokens of each body line, lines from top to bottom.</summary>
    public static List<List<Token>> Lines(IReadOnlyList<Glyph> glyphs) =>
        TextLines.Group(glyphs).ConvertAll(line => JoinSpaced(Split(line, ChineseGap), []));

    /// <summary>The tokens of boxhead lines: names of neighbouring columns stand close, single letter-spaced characters are one word.</summary>
    public static List<List<Token>> BoxheadLines(IReadOnlyList<Glyph> glyphs)
    {
        var lines = new List<List<Token>>();
        foreach (var line in TextLines.Group(glyphs)) lines.Add(JoinSpaced(Split(line, BoxheadGap), [.. lines.SelectMany(l => l)]));
        return lines;
    }

    private static List<Token> Split(List<Glyph> line, double chineseGap)
    {
        var tokens = new List<Token>();
        int start = 0;
        for (int i = 1; i <= line.Count; i++)
        {
            if (i < line.Count && !Splits(line, start, i, chineseGap)) continue;
            tokens.Add(TokenOf(line.GetRange(start, i - start)));
            start = i;
        }
        return tokens;
    }

    private static bool Splits(List<Glyph> line, int start, int at, double chineseGap)
    {
        Glyph left = line[at - 1], right = line[at];
        double gap = (right.Box.X0 - left.Box.X1) / Math.Max(left.Size, right.Size);
        if (IsNumeric(left) && !IsNumeric(right) && gap > AfterAmountGap && OutsideWords.IsAmount(string.Concat(line.GetRange(start, at - start).Select(g => g.Text)))) return true;
        bool number = IsNumeric(left) || IsNumeric(right);
        return gap > (number ? NumberGap : chineseGap);
    }

    /// <param name="above">The lines above in a boxhead: 入 below 事业收 and 入 below 经营收, 位 below 计量单 and 量 below 数 are the rests of two names.</param>
    private static List<Token> JoinSpaced(List<Token> tokens, List<Token> above)
    {
        var joined = new List<Token>();
        bool spaced = false;
        foreach (var token in tokens)
        {
            bool single = IsSingleChinese(token);
            if (single && joined.Count > 0 && joined[^1] is var last && (spaced || IsSingleChinese(last)) && (token.X0 - last.X1 < LetterSpacing * token.Size || IsWord(last, token, joined))
                && Math.Abs(token.Baseline - last.Baseline) < OneBaseline * token.Size && !AreCodeParts(last.Text[^1], token.Text[0]) && !AreRests(last, token, above))
            {
                joined[^1] = last with { Text = last.Text + token.Text, X1 = token.X1, Y0 = Math.Min(last.Y0, token.Y0), Y1 = Math.Max(last.Y1, token.Y1) };
                spaced = true;
                continue;
            }
            spaced = false;
            joined.Add(token);
        }
        return joined;
    }

    // 收　　　　入 over half of the page: no two columns are named by the letters of such a word. 项 after 款 is one all the same.
    private static bool IsWord(Token last, Token token, List<Token> before) =>
        (last.Text[0], token.Text[0]) is ('收', '入') or ('支', '出') or ('合', '计') or ('总', '计') or ('小', '计') or ('金', '额') or ('名', '称')
        || (last.Text[0], token.Text[0]) is ('项', '目') && !(before.Count > 1 && AreCodeParts(before[^2].Text[^1], '项'));

    // 类 款 项 name three columns, however near they stand.
    private static bool AreCodeParts(char left, char right) => (left, right) is ('类', '款') or ('款', '项') or ('类', '项');

    private static bool AreRests(Token left, Token right, List<Token> above) => NameAbove(left, above) is { } name && NameAbove(right, above) is { } other && name != other;

    private static Token? NameAbove(Token token, List<Token> above) =>
        above.Find(t => Math.Abs(t.Centre - token.Centre) < SameMiddle * token.Size && token.Baseline - t.Baseline < WrapSpacing * token.Size);

    private static bool IsSingleChinese(Token token) => token.Text.Length == 1 && token.Text[0] > 0x2E80;

    private static bool IsNumeric(Glyph glyph) => glyph.Text.Length == 1 && (char.IsAsciiDigit(glyph.Text[0]) || glyph.Text[0] is '.' or ',' or '-');

    private static Token TokenOf(List<Glyph> glyphs)
    {
        var box = glyphs[0].Box;
        foreach (var glyph in glyphs) box = box.Union(glyph.Box);
        return new Token(TextLines.Join(glyphs), box.X0, box.X1, box.Y0, box.Y1, glyphs[0].Baseline, glyphs[0].Size);
    }
}
