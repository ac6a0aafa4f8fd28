using System.Collections.Immutable;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Headers;

/// <summary>What stands around a table fragment and belongs to it.</summary>
/// <param name="Label">As printed, e.g. 预算03表.</param>
/// <param name="Title">As printed, without the label.</param>
/// <param name="Unit">万元, 元 …, as printed beside the table.</param>
/// <param name="Department">Organisation as printed after 部门：.</param>
/// <param name="Note">Remarks below the table, lines joined by a line feed.</param>
/// <param name="CountsThings">The unit beside the table is one of things (单位：辆、台（套）), not of money.</param>
public sealed record Surroundings(string? Label, string? Title, string? Unit, string? Department, string? Note, bool CountsThings = false)
{
    public static readonly Surroundings None = new(null, null, null, null, null);

    public bool HasHeading => Label is not null || Title is not null;
}

/// <summary>What a line outside the tables is, for the account of digits.</summary>
public enum OutsideKind { Heading, Note, Footer, Narrative, Orphan }

/// <summary>A line outside the tables with its kind.</summary>
public sealed record OutsideLine(int Page, TextLine Line, OutsideKind Kind);

/// <summary>Reads the heading of a table from lines above it (or from the rows of its grid that hold only such text).</summary>
public static class Heading
{
    /// <param name="texts">From top to bottom, with the font size of each (points).</param>
    public static Surroundings Read(IReadOnlyList<(string Text, double Size)> texts)
    {
        string? label = null, unit = null, department = null;
        bool things = false;
        var titles = new List<(string Text, double Size, int At)>();
        for (int i = 0; i < texts.Count; i++)
        {
            var text = texts[i].Text.Trim();
            if (LineKinds.IsLabel(text))
            {
                label = text.Trim('（', '）', '(', ')', '【', '】', '：', ':');
                continue;
            }
            bool meta = false;
            if (LineKinds.UnitHead(text) is { } head && i + 1 < texts.Count && texts[i + 1].Text.Trim() == "元")
            {
                unit = head + "元";
                i++;
                continue;
            }
            if (LineKinds.Unit(text) is { } money)
            {
                unit = money;
                meta = true;
                // The unit may stand on the line of the title.
                if (LineKinds.WithoutUnit(text) is var rest && rest.Length < text.Length && LineKinds.IsTitle(rest) && !LineKinds.IsDepartmentLine(rest)) (text, meta) = (rest, false);
            }
            if (LineKinds.IsUnitOfThings(text)) things = meta = true;
            else if (LineKinds.IsDepartmentLine(text))
            {
                department ??= LineKinds.Department(CutUnit(text)) ?? NameBeside(texts, i);
                meta = true;
            }
            if (!meta) titles.Add((text, texts[i].Size, i));
        }
        // A code alone marks the owner only where the unit of money stands beside it.
        if (department is null && unit is not null && titles.FindIndex(t => LineKinds.IsCodedOrganisation(t.Text)) is var owner and >= 0)
        {
            department = titles[owner].Text;
            titles.RemoveAt(owner);
        }
        var title = Choose(titles);
        if (title is not null && LineKinds.SplitLabel(title) is { } split && split.Tail.Length > 1)
        {
            label ??= split.Label;
            title = split.Tail;
        }
        return new Surroundings(label, title, unit, department, null, things);
    }

    // 部门：      某局: the name is a text of its own behind a wide gap.
    private static string? NameBeside(IReadOnlyList<(string Text, double Size)> texts, int at) =>
        texts[at].Text.TrimEnd()[^1] is '：' or ':' && at + 1 < texts.Count && texts[at + 1].Text is { Length: > 3 } name
            && LineKinds.Unit(name) is null && !LineKinds.IsTitle(name) && !LineKinds.IsLabel(name) && !LineKinds.IsDepartmentLine(name) ? name : null;

    // 部门：某局 单位：万元 on one line without a wide gap.
    private static string CutUnit(string text)
    {
        int at = text.IndexOf("单位：", 1, StringComparison.Ordinal);
        if (at < 0) at = text.IndexOf("单位:", 1, StringComparison.Ordinal);
        if (at < 0) at = text.IndexOf("金额单位", 1, StringComparison.Ordinal);
        return at > 2 && LineKinds.Unit(text[at..]) is not null ? text[..at].TrimEnd('金', '额') : text;
    }

    private static string? Choose(List<(string Text, double Size, int At)> lines)
    {
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            var text = lines[i].Text;
            // A title set in two lines: the upper one does not end in 表, and both have one size.
            bool whole = LineKinds.IsTitle(text);
            if (i > 0 && Together(lines[i - 1], lines[i]))
            {
                var joined = lines[i - 1].Text + text;
                if (LineKinds.IsTitle(joined) && !LineKinds.IsTitle(lines[i - 1].Text) && (!whole || text.Length <= 6 || text[0] == '表' || LineKinds.BeginsTitle(lines[i - 1].Text, text)))
                    return joined;
            }
            if (whole) return text;
        }
        // 全市2026年一般公共预算收入预算草案: a table of a government's draft may go without the word 表.
        return lines.FindLast(l => LineKinds.IsDraftTitle(l.Text)).Text ?? lines.FindLast(l => LineKinds.IsPlainTitle(l.Text)).Text;
    }

    private static bool Together((string Text, double Size, int At) upper, (string Text, double Size, int At) lower) =>
        lower.At == upper.At + 1 && Math.Abs(upper.Size - lower.Size) < 0.5 && !LineKinds.IsSentence(upper.Text);
}
