using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Regions;

/// <summary>Texts that never stand inside a table: what a reader knows a heading, a remark or a page number by.</summary>
internal static partial class OutsideWords
{
    public static bool IsHeading(string text) => Heading().IsMatch(text);

    /// <summary>附件1-3, 公开03表, 部门公开表03 alone.</summary>
    public static bool IsLabel(string text) => Label().IsMatch(text);

    /// <summary>部门支出总体情况表.</summary>
    public static bool IsTitle(string text) => text.Length is > 4 and <= 60 && text[^1] == '表';

    public static bool IsNote(string text) => Note().IsMatch(text);

    public static bool IsPageNumber(string text) => PageNumber().IsMatch(text);

    /// <summary>第 8 页, 8 / 14: never an amount, wherever it stands.</summary>
    public static bool IsPageOf(string text) => PageOf().IsMatch(text);

    /// <summary>填报人：…, 联系电话：…, 填报日期：… under a form.</summary>
    public static bool IsSignature(string text) => Signature().IsMatch(text);

    /// <summary>A number with decimals or thousands separators.</summary>
    public static bool IsAmount(string text) => Amount().IsMatch(text);

    /// <summary>A classification code: 3, 5 or 7 digits.</summary>
    public static bool IsCode(string text) => text.Length is 3 or 5 or 7 && text.All(char.IsAsciiDigit);

    [GeneratedRegex(@"单位\s*[:：]\s*(?:百万|万|亿|千)?元|^(?:编制|填报)?(?:部门|单位)(?:[（(]单位[）)])?(?:名称)?\s*[:：]|^(?:附件?|预算|公开|部门公开)*表\s*[\d一二三四五六七八九十]+$|^(?:预算|公开)\s*\d+\s*表$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:附件|附表|(?:预算|部门|单位|财决)?(?:公开)?表?)\s*[\d一二三四五六七八九十]+(?:[\-—－–]\d+)*\s*表?[:：]?$(?<=[件表].*)")]
    private static partial Regex Label();

    [GeneratedRegex(@"^[（(]?(?:注|备注|说明|附注)\s*[:：]")]
    private static partial Regex Note();

    [GeneratedRegex(@"^.{0,6}(?:人|电话|日期|时间|签字|签章|盖章)\s*[:：]")]
    private static partial Regex Signature();

    [GeneratedRegex(@"^[\-—–－\s]*\d{1,4}[\-—–－\s]*$|^第\s*\d+\s*页")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^第\s*\d+\s*页|^\d{1,4}\s*/\s*\d{1,4}$")]
    private static partial Regex PageOf();

    [GeneratedRegex(@"^[\-－(（]?(?:[¥￥]\s*[\-－]?)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)[)）]?$")]
    private static partial Regex Amount();
}
