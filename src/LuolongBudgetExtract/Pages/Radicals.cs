using System.Collections.Frozen;
using System.Text;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Folds the Kangxi and CJK radicals that some fonts' ToUnicode maps name instead of the ideograph (⽀ U+2F40 for 支 U+652F).
/// Nothing else is folded: ① stays ①, full-width digits stay full-width.
/// </summary>
public static class Radicals
{
    // U+2F00 to U+2FD5 in order, ⼾ as the simplified 户 that mainland fonts draw for it. Not by String.Normalize: without ICU it folds ASCII only.
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日"
        + "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
        + "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

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
            if (c is >= '⼀' and <= '⿕') folded.Append(Kangxi[c - '⼀']);
            else folded.Append(Supplement.GetValueOrDefault(c, c));
        }
        return folded.ToString();
    }
}
