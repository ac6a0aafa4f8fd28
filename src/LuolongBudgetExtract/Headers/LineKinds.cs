using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Headers;

/// <summary>What a text beside a table is, by its wording: the same in every province.</summary>
public static partial class LineKinds
{
    /// <summary>预算03表, 公开01表, 公开表一, 表1, 附表2, 财决公开05表, 部门公开表3, 附件1-2 … alone on its line.</summary>
    public static bool IsLabel(string text) => Label().IsMatch(text);

    /// <summary>The label that a title begins or ends with (预算03表 支出总表), and the rest; null when there is none.</summary>
    public static (string Label, string Tail)? SplitLabel(string text)
    {
        var start = LabelAtStart().Match(text);
        if (start.Success && start.Length < text.Length) return (start.Groups[1].Value, text[start.Length..].TrimStart('：', ':', ' ', '　', '.', '、'));
        // 收支总表（预算表1): the label in brackets behind the title.
        int open = text.LastIndexOfAny(['（', '(']);
        if (open > 1 && text[^1] is '）' or ')' && IsLabel(text[(open + 1)..^1])) return (text[(open + 1)..^1], text[..open].TrimEnd());
        return null;
    }

    /// <summary>The money unit that a text names: 万元, 元, 亿元, 千元, 百万元; null when it names none.</summary>
    public static string? Unit(string text)
    {
        var match = UnitPattern().Match(text);
        return match.Success ? match.Groups[1].Value : null;
    }

    /// <summary>万 of 单位：万 whose 元 stands on the next line; null otherwise.</summary>
    public static string? UnitHead(string text) => UnitHeadPattern().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>单位：辆、台（套）: the table counts things.</summary>
    public static bool IsUnitOfThings(string text) => ThingUnit().IsMatch(text);

    /// <summary>The organisation after 部门：, 编制单位： …; null when the text names none.</summary>
    public static string? Department(string text)
    {
        var match = DepartmentPattern().Match(text);
        if (!match.Success) return null;
        var name = match.Groups[1].Value.Trim(' ', '　', '：', ':');
        return name.Length < 2 ? null : name;
    }

    /// <summary>360002某某中学, [360002]某某中学: an organisation with its code beside the unit of money, without a word before it.</summary>
    public static bool IsCodedOrganisation(string text) => CodedOrganisation().IsMatch(text);

    /// <summary>某某市教育局, 2024年度: what may stand beside the unit of money above a boxhead, and is no name of a column.</summary>
    public static bool IsOrganisationOrYear(string text) => OrganisationOrYear().IsMatch(text);

    public static bool IsDepartmentLine(string text) => DepartmentPattern().IsMatch(text);

    /// <summary>注：…, 备注：…, 说明：…, or a remark that a table has no data.</summary>
    public static bool IsNote(string text) => NoteStart().IsMatch(text) || NoData().IsMatch(text);

    /// <summary>Page numbers in their usual dress: 12, - 12 -, —12—, 第12页, 第 1 页 共 3 页, 12/29.</summary>
    public static bool IsPageNumber(string text) => PageNumber().IsMatch(text);

    /// <summary>A title of a table: short, no sentence, ends in 表 or 表（…）.</summary>
    public static bool IsTitle(string text) => text.Length is > 2 and <= 80 && TitleEnd().IsMatch(text) && !IsSentence(text) && !IsNote(text) && !IsLabel(text)
        && text.Count(c => c is '（' or '(') <= text.Count(c => c is '）' or ')');

    /// <summary>2026年省本级一般公共预算基本支出安排 over 经济分类情况表: the year stands in the upper line, the lower one says only what kind of table.</summary>
    public static bool BeginsTitle(string upper, string lower) =>
        upper.Length <= 40 && DatedStart().IsMatch(upper) && !lower.Contains("20", StringComparison.Ordinal) && !Item().IsMatch(lower);

    /// <summary>The text without a unit of money at its end: 部门支出总表（单位：万元）, 部门支出总表　单位：万元.</summary>
    public static string WithoutUnit(string text) => UnitAtEnd().Replace(text, "").TrimEnd();

    /// <summary>A title that says of which money it is and ends without the word 表: 一般公共预算机关运行经费.</summary>
    public static bool IsPlainTitle(string text) => text.Length is > 5 and <= 40 && PlainTitle().IsMatch(Normal(text));

    /// <summary>A title without the word 表: dated, about revenue or expenditure, ending in 草案.</summary>
    public static bool IsDraftTitle(string text) => text.Length <= 50 && !IsSentence(text) && DraftTitle().IsMatch(text);

    /// <summary>A piece of running text rather than a heading.</summary>
    public static bool IsSentence(string text) =>
        text.Contains('。') || text.Contains('；') || (text.Length > 34 && text.Contains('，')) || text.EndsWith('，');

    /// <summary>The same text with the spaces between Chinese characters gone, full-width digits and brackets made half-width: for matching only.</summary>
    public static string Normal(string text)
    {
        Span<char> buffer = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        int n = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            buffer[n++] = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
        }
        return new string(buffer[..n]);
    }

    [GeneratedRegex(@"^(?:[\d.\-－、\s]{1,6})?.{0,8}20\d\d年度?(?!.*(?:部门|单位|综合|政府|公开)(?:预算|决算)(?:公开)?$).*(?:收入|支出|收支|转移支付|基金|资本|预算|决算|债).*$")]
    private static partial Regex DatedStart();

    [GeneratedRegex(@"^[一二三四五六七八九十（(\d]")]
    private static partial Regex Item();

    [GeneratedRegex(@"[（(\s]*(?:金额)?单位\s*[:：]\s*(?:人民币)?(?:百万|万|亿|千)?元\s*[）)]?$")]
    private static partial Regex UnitAtEnd();

    // Numbered headings of the text, names of offices and sentences have other signs.
    [GeneratedRegex(@"^(?:20\d\d年度?)?[^\p{P}\d]*(?:一般公共预算|政府性基金|国有资本经营|财政拨款|部门预算|部门收支|部门收入|部门支出|[“”""]?三公[“”""]?)[^\p{P}]*(?:[“”""][^\p{P}]+)?(?:总体情况|情况|经费|支出|收入|收支|明细)$")]
    private static partial Regex PlainTitle();

    [GeneratedRegex(@"20\d\d年.*(?:收入|支出|收支|平衡|债务).*草案$")]
    private static partial Regex DraftTitle();

    [GeneratedRegex(@"^[（(【]?(?:附件?|预算|决算|财决|财预|部门|单位|公开|批复|绩效|预|决|报)*[\-—\s]*(?:公开)?(?:表\s*[\d０-９一二三四五六七八九十]+(?:[\-—－–][\d０-９]+)*|[\d０-９]{1,2}(?:[\-—－–][\d０-９]+)*\s*表|附表|[Zz]?\d{2}\-?\d?表|件\s*[\d０-９一二三四五六七八九十]+(?:[\-—－–][\d０-９]+)*)(?:\s*表)?[）)】]?[:：]?$")]
    private static partial Regex Label();

    [GeneratedRegex(@"^[（(【]?((?:附件?|预算|决算|财决|财预|部门|单位|公开|预|决)*(?:公开)?(?:表\s*(?:[\d０-９]+(?:[\-—－–][\d０-９]+)*|[一二三四五六七八九十]+(?=[\s:：、.]|20\d\d))|[\d０-９]{1,2}(?:[\-—－–][\d０-９]+)*\s*表))[）)】]?[:：\s、.]*")]
    private static partial Regex LabelAtStart();

    [GeneratedRegex(@"(?:单位|金额)\s*[:：（(]?\s*(?:人民币)?\s*(百万元|万元|亿元|千元|元(?!\p{IsCJKUnifiedIdeographs}))(?!/)")]
    private static partial Regex UnitPattern();

    [GeneratedRegex(@"单位\s*[:：]\s*(?:辆|台|套|个|人|平方米|件)[（(、/，,台套辆件个人次批）)\s]*$")]
    private static partial Regex ThingUnit();

    [GeneratedRegex(@"单位\s*[:：]\s*(百万|万|亿|千)$")]
    private static partial Regex UnitHeadPattern();

    [GeneratedRegex(@"^(?:编制|填报|公开|预算|编报|申报|报送|主管|项目)?(?:部门|单位)(?:[（(]单位[）)])?(?:名称)?(?:[（(][^）)]{0,8}[）)])?\s*[:：](?!\s*(?:人民币)?(?:百|万|亿|千)?元)(.*)$")]
    private static partial Regex DepartmentPattern();

    [GeneratedRegex(@"^(?:20\d\d年度?|[\p{IsCJKUnifiedIdeographs}（）()]{3,38}(?:局|委员会|委|办公室|中心|院|学|校|馆|站|所|队|会|政府|部|厅|处|园|（本级）|（汇总）))$")]
    private static partial Regex OrganisationOrYear();

    // 3 to 9 digits are a department or unit; money and functions are no names of organisations.
    [GeneratedRegex(@"^(?!\d{4}年)[\[【（(]?\d{3,9}[\]】）)]?[\s\-—]*(?!.*(?:支出|收入|预算|决算|资金|经费|表$))[\p{IsCJKUnifiedIdeographs}（）()]{4,40}$")]
    private static partial Regex CodedOrganisation();

    [GeneratedRegex(@"^[（(]?\s*(?:注|备注|说明|附注|填表说明|注释)\s*[:：\d１-９一.．、]|^[（(]?注[释意]?[:：]|^备注$|^\*+\s*注")]
    private static partial Regex NoteStart();

    [GeneratedRegex(@"(?:无|没有|未).{0,40}(?:此表|本表|该表)|没有(?:此|该|这)项(?:预算|支出|收入|拨款|资金|经费)|(?:此表|本表|该表).{0,8}(?:无数据|为空|无发生额|空表|无内容)|(?:本部门|本单位|我部门|我单位|部门|单位).{0,12}无(?:此项|相关|该项|.{0,30}(?:预算|安排|支出|拨款|经费|项目|业务|资金))")]
    private static partial Regex NoData();

    [GeneratedRegex(@"^(?:[\-—–－·~～\s]*\d{1,4}[\-—–－·~～\s]*|第\s*\d{1,4}\s*页(?:[，,、\s]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s*\d+.*)$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"表\s*(?:[（(《【][^）)]*[）)》】]?)*\s*[\-—]?\s*(?:续|\d{1,2})?$|表[（(].{1,30}[）)]$|表\s*(?:--|——|－－|-|—|－)[^，。；]{2,40}$")]
    private static partial Regex TitleEnd();
}
