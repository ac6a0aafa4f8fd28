using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>In a 收支总表 the row says whether money is carried over, not the column: 上年结转结余 under 预算数.</summary>
internal static partial class RowPeriods
{
    /// <summary>carried_over, opening, closing or next_year; null when the row is money of the year itself.</summary>
    public static string? Of(string label)
    {
        var name = WithoutNumbering(label);
        return Opening().IsMatch(name) ? "opening"
            : Closing().IsMatch(name) ? "closing"
            : CarriedOver().IsMatch(name) ? "carried_over"
            : NextYear().IsMatch(name) ? "next_year"
            : null;
    }

    /// <summary>收入总计, 支出总计: what is carried over counts in, where the table prints it.</summary>
    public static bool IsGrandTotal(string label) => GrandTotal().IsMatch(WithoutNumbering(label));

    /// <summary>The amount with the period of its row where its column says only that it is of the year.</summary>
    public static Amount Apply(Amount amount, LeafColumn column, string period) => amount.Means(column) is { Period: "current" } means
        ? amount with { Meaning = means with { Period = period } } : amount;

    /// <summary>The folded name of an item without its ordinal: 一、, （一）, 1、.</summary>
    public static string WithoutNumbering(string label) => Numbering().Replace(FoldedText.Of(label), "");

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]+、|\((?:[一二三四五六七八九十]+|\d{1,2})\)|\d+[、.]|加:|减:)+")]
    private static partial Regex Numbering();

    // 失业保险基金年末滚存结余, 政府性基金预算上年结余收入, 地方政府专项债务上年结余.
    private const string OfFund = @"(?:\p{IsCJKUnifiedIdeographs}[\p{IsCJKUnifiedIdeographs}()]{0,24}(?:基金|预算|债务)(?:\([^)]*\))?)?";

    [GeneratedRegex($"^{OfFund}年初(?:财政拨款)?(?:滚存|累计)?(?:结转|结余)")]
    private static partial Regex Opening();

    [GeneratedRegex($"^{OfFund}年[末终](?:财政拨款)?(?:滚存|累计)?(?:结转|结余)")]
    private static partial Regex Closing();

    [GeneratedRegex($"^{OfFund}(?:单位|部门)?(?:使用|动用)?(?:上年|以前年度|历年)(?:年?[末终])?(?:财政拨款|一般公共预算)?(?:滚存|累计)?(?:结转|结余)")]
    private static partial Regex CarriedOver();

    [GeneratedRegex("^(?:收入|支出|收支)?总计$")]
    private static partial Regex GrandTotal();

    [GeneratedRegex("^结转下年")]
    private static partial Regex NextYear();
}
