using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Folds the Kangxi and CJK radicals that some fonts' ToUnicode maps name instead of the ideograph (⽀ U+2F40 for 支 U+652F).
/// Nothing else is folded: ① stays ①, full-width digits stay full-width.
/// </summary>
public static class Radicals
{
    // The CJK Radicals Supplement has no compatibility decomposition for most of its code points;
    // these are the ones whose ideograph Unicode's EquivalentUnifiedIdeograph.txt names and that budgets use.
    private static readonly FrozenDictionary<char, char> Supplement = new Dictionary<char, char>
    {
        ['⺁'] = '厂', ['⺄'] = '乙', ['⺋'] = '㔾', ['⺌'] = '小', ['⺎'] = '尢', ['⺒'] = '巳', ['⺓'] = '幺',
        ['⺙'] = '攵', ['⺝'] = '月', ['⺟'] = '母', ['⺠'] = '民', ['⺣'] = '灬', ['⺩'] = '王', ['⺪'] = '疋',
        ['⺬'] = '示', ['⺮'] = '竹', ['⺴'] = '罒', ['⺶'] = '羊', ['⺸'] = '羊', ['⺼'] = '肉', ['⻄'] = '西',
        ['⻅'] = '见', ['⻆'] = '角', ['⻈'] = '讠', ['⻉'] = '贝', ['⻋'] = '车', ['⻌'] = '辶', ['⻓'] = '长',
        ['⻔'] = '门', ['⻘'] = '青', ['⻙'] = '韦', ['⻚'] = '页', ['⻛'] = '风', ['⻜'] = '飞', ['⻝'] = '食',
        ['⻠'] = '饣', ['⻢'] = '马', ['⻣'] = '骨', ['⻤'] = '鬼', ['⻥'] = '鱼', ['⻦'] = '鸟', ['⻨'] = '麦',
        ['⻩'] = '黄', ['⻬'] = '齐', ['⻮'] = '齿', ['⻰'] = '龙', ['⻳'] = '龟',
    }.ToFrozenDictionary();

    /// <summary>The text with every radical replaced by its ideograph; the same instance when there is none.</summary>
    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('⺀', '⿟')) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '⼀' and <= '⿕') folded.Append(c.ToString(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormKC));
            else folded.Append(Supplement.GetValueOrDefault(c, c));
        }
        return folded.ToString();
    }
}
