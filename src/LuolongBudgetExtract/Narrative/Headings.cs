using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Narrative;

/// <summary>A heading above a passage, or the name that an item of a list begins with.</summary>
/// <param name="Level">Rank of its numbering: 0 for 第二部分 and headings without one, 1 for 一、 2 for （一） 3 for 1. 4 for （1）.</param>
/// <param name="Reading">What its words say; understood when it is a section, too.</param>
/// <param name="IsLead">It opens the paragraph and text follows on the same line.</param>
internal sealed record PassageHeading(int Level, string Printed, SubjectReading Reading, SectionModel? Section, bool IsLead);

/// <summary>The headings that hold at one place of the text, found by their numbering and read by their words.</summary>
internal sealed partial class Headings(NarrativeScope scope)
{
    private const int LongestHeading = 48;

    /// <summary>Rank of an item inside a paragraph: below all that open one.</summary>
    private const int Inline = 5;

    private readonly List<PassageHeading> _open = [];

    public IReadOnlyList<PassageHeading> Open => _open;

    /// <summary>Innermost section that explains a form, or the innermost that explains none on purpose; null before the first.</summary>
    public SectionModel? Section => _open.FindLast(h => h.Section is not null)?.Section;

    /// <summary>True when every heading inside the section is understood, so that the passage is about the department itself.</summary>
    public bool IsClear
    {
        get
        {
            for (int i = _open.Count - 1; i >= 0; i--)
            {
                if (_open[i].Section is { } section) return section.Forms.Length > 0;
                if (!_open[i].Reading.Understood) return false;
            }
            return false;
        }
    }

    /// <summary>Headings from the innermost outwards, up to the section.</summary>
    public IEnumerable<SubjectReading> Leads
    {
        get
        {
            for (int i = _open.Count - 1; i >= 0; i--)
            {
                yield return _open[i].Reading;
                if (_open[i].Section is not null) yield break;
            }
        }
    }

    public string Path => string.Join('|', _open.Select(h => h.Printed));

    /// <summary>Takes a heading off the front of a paragraph.</summary>
    /// <returns>Where the text after it begins; the whole length when the paragraph is a heading and nothing else.</returns>
    public int Take(Paragraph paragraph)
    {
        _open.RemoveAll(h => h.Level == Inline || h.IsLead && h.Level >= 3 && Numbering(paragraph.Text).Level == 0);
        var (level, start) = Numbering(paragraph.Text);
        int end = HeadingEnd(paragraph.Text, start, level > 0);
        // 财政拨款支出主要内容如下： is a heading of the list below it.
        if (level == 0 && end < 0 && ListHead().IsMatch(paragraph.Text) && !Figures.HasFigure(paragraph.Text)) (level, end) = (2, paragraph.Text.Length - 1);
        if (end < 0)
        {
            // An item without a name of its own still ends those of its rank: 2.项目支出 12.00 万元 after 1.基本支出 … .
            if (level > 1) _open.RemoveAll(h => h.Level >= level);
            return start;
        }
        bool whole = end >= paragraph.Text.Length - 1;
        _open.RemoveAll(h => h.Level >= level);
        var words = paragraph.Text[start..end];
        var reading = SubjectReading.Of(words, scope, Section?.Measure);
        // An item of a list is no section, whatever words its name has.
        var section = level > 2 && !whole || reading.Code is not null ? null : NarrativeModel.Sections.FirstOrDefault(s => s.Fits(words));
        if (section is { Forms.Length: 0 } && level > 2) section = null;
        _open.Add(new PassageHeading(level, paragraph.PrintedOf(0, end), reading, section, !whole));
        return whole ? paragraph.Text.Length : end + 1;
    }

    /// <summary>Takes a sentence that only names an item, in the middle of a paragraph (…。其中：1.教育支出（类）…（项）。年初预算为…).</summary>
    /// <param name="open">What follows names nothing itself (年初预算为): it is of the item even when that is not understood.</param>
    public void TakeInline(Paragraph paragraph, int from, int to, bool open)
    {
        int start = from + paragraph.Text.AsSpan(from, to - from).LastIndexOf(':') + 1;
        var (level, length) = Numbering(paragraph.Text[start..to]);
        var words = paragraph.Text[(start + length)..to];
        if (words.Length is 0 or > LongestHeading || words.Contains(',') || level == 0 && !Items.IsLevel(words)) return;
        var reading = SubjectReading.Of(words, scope, Section?.Measure);
        if (!open && !(reading is { Understood: true, Names: true })) return;
        _open.RemoveAll(h => h.Level == Inline);
        _open.Add(new PassageHeading(Inline, paragraph.PrintedOf(start, to), reading, null, IsLead: true));
    }

    /// <summary>A clause without the number that it has as an item of a list: 2.公务接待费预算.</summary>
    public static string WithoutNumber(string clause) => clause[Numbering(clause).Start..];

    private static (int Level, int Start) Numbering(string text)
    {
        var match = Number().Match(text);
        return !match.Success ? (0, 0)
            : (match.Groups["part"].Success ? 0 : match.Groups["one"].Success ? 1 : match.Groups["two"].Success ? 2 : match.Groups["three"].Success ? 3 : 4, match.Length);
    }

    // A heading has no figure and no sentence; the lead of an item ends at the first full stop or colon.
    private static int HeadingEnd(string text, int start, bool numbered)
    {
        int stop = text.AsSpan(start).IndexOfAny("。:;,");
        int end = stop < 0 ? text.Length : start + stop;
        if (end - start is 0 or > LongestHeading || Figures.HasFigure(text.AsSpan(start, end - start))) return -1;
        bool whole = end >= text.Length - 1;
        if (whole) return numbered || text.EndsWith("说明", StringComparison.Ordinal) || text.EndsWith("情况", StringComparison.Ordinal) || NarrativeModel.Part.IsMatch(text) ? end : -1;
        return numbered && text[end] is '。' or ':' ? end : -1;
    }

    [GeneratedRegex("^.{4,30}如下:$")]
    private static partial Regex ListHead();

    [GeneratedRegex(@"^(?:(?<part>第[一二三四五六七八九十]+(?:部分|章|节)[:、.]?)|(?<one>[一二三四五六七八九十]{1,3}[、.])|(?<two>\([一二三四五六七八九十]{1,3}\)、?)|(?<three>\d{1,2}(?:[.、](?!\d)|[.](?=20\d\d年)))|(?<four>\(\d{1,2}\)、?|[①-⑳]))")]
    private static partial Regex Number();
}
