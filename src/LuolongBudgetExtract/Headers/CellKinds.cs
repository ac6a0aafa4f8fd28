using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Headers;

/// <summary>What the text of a cell looks like, without knowing its column.</summary>
public static partial class CellKinds
{
    /// <summary>A printed amount: digits with decimals or thousands separators, or a plain integer that is no year.</summary>
    public static bool IsNumber(string text) => text.Length > 0 && text.Length <= 40 && NumberPattern().IsMatch(text);

    /// <summary>A number that can only be an amount: decimals or thousands separators.</summary>
    public static bool IsAmount(string text) => text.Length > 2 && AmountPattern().IsMatch(text);

    /// <summary>Several amounts side by side in a text: columns that were not told apart.</summary>
    public static bool HoldsAmounts(string text) => SeveralAmounts().IsMatch(text);

    /// <summary>A classification, unit or project code alone: 3 to 30 digits.</summary>
    public static bool IsCode(string text) => text.Length is >= 3 and <= 30 && text.All(char.IsAsciiDigit);

    /// <summary>2101501-行政运行, [2014001]行政运行, 301 工资福利支出: a code with its name.</summary>
    public static bool IsCodeWithName(string text) => CodeWithName().IsMatch(text);

    /// <summary>Item names that begin a body row: 一、…, （一）…, 1、…, 合计, 总计, 小计, 其中：…</summary>
    public static bool IsItem(string text) => Item().IsMatch(text);

    public static bool IsTotal(string text) => Total().IsMatch(text);

    [GeneratedRegex(@"^[\-－—−+△▲(（]?\s*(?:[¥￥]\s*[\-－—−]?)?[\d,，\s]*\d(?:[.．]\d+)?\s*[)）]?%?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[\-－—−△▲(（]?(?:[¥￥]\s*[\-－—−]?)?(?:\d{1,3}(?:[,，]\d{3})+(?:[.．]\d+)?|\d+[.．]\d+)[)）]?$")]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"\d\.\d{2,6} +\d[\d,]*\.\d{2}")]
    private static partial Regex SeveralAmounts();

    [GeneratedRegex(@"^(?:[\[［【(（]\d{3,12}[\]］】)）]|\d{3,12}[\-－—_ ])\s*\p{IsCJKUnifiedIdeographs}|^(?!(?:19|20)\d\d年)\d{3,12}\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex CodeWithName();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[）)]|其中[:：]?|总?合计|总计|小计|本年(?:收入|支出)合计|收入(?:总计|合计)|支出(?:总计|合计)|上年结转|年[初终末]结转)")]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:总?\s*合\s*计|总\s*计|(?:本年|收入|支出|收支)*(?:总计|合计))[:：]?$")]
    private static partial Regex Total();
}
