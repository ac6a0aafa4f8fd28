using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Grids;

/// <summary>Texts by which the first body row of a table shows itself.</summary>
internal static partial class BodyWords
{
    public static bool Opens(string text) => First().IsMatch(text);

    public static bool IsAmount(string text) => Amount().IsMatch(text);

    /// <summary>26.灾害防治…, （一）…, 三、…: an item with its number begins a row.</summary>
    public static bool IsNumbered(string text) => Numbered().IsMatch(text);

    public static bool IsTotal(string text) => text.Replace(" ", "", StringComparison.Ordinal) is "合计" or "总计" or "小计";

    [GeneratedRegex(@"^(?:[\-－(（]?(?:[¥￥]\s*[\-－]?)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)[)）]?|(?!20\d\d$)\d{3,9}|[一二三四五六七八九十]{1,3}、.*|[（(][一二三四五六七八九十]{1,3}[）)].*|[\[［]\d{3,9}[\]］].*|\d{3,9}-.*)$")]
    private static partial Regex First();

    [GeneratedRegex(@"^(?:\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)])\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[\-－(（]?(?:[¥￥]\s*[\-－]?)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)[)）]?$")]
    private static partial Regex Amount();
}
