using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Narrative;

namespace LuolongBudgetExtract.Reconciliation.Narrative;

/// <summary>A statement as a figure of a check.</summary>
internal static class Figured
{
    public static bool IsLevel(this Statement s) => s.Sense.Kind == StatementKind.Level;

    /// <summary>In yuan; null without an amount of money.</summary>
    public static decimal? Yuan(this Statement s) => s.Amount is { } amount ? Dataset.Yuan.Of(amount, s.Unit) : null;

    /// <summary>Half a unit of the last printed digit, in yuan.</summary>
    public static decimal HalfYuan(this Statement s) => Dataset.Yuan.Of(Interval.Half(s.Decimals ?? 0), s.Unit) ?? 0;

    /// <summary>An amount in yuan in the unit that the statement prints.</summary>
    public static decimal InUnit(this Statement s, decimal yuan) => yuan / (Dataset.Yuan.Of(1, s.Unit) ?? 1);

    public static Operand Operand(this Statement s, int sign = 1) =>
        new(null, null, null, s.Subject, s.Amount ?? s.Percent ?? 0, s.Decimals ?? s.Sense.PercentDecimals, s.Page, s.Box, sign, s.Number);

    public static string Where(this Statement s) => $"p.{s.Page} {s.Section.Split('|')[^1]}：{s.Subject}";

    /// <summary>人员经费支出 201.82万元.</summary>
    public static string Said(this Statement s) => $"{s.Subject} {s.Amount}{s.Unit}";
}
