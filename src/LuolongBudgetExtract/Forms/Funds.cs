namespace LuolongBudgetExtract.Forms;

/// <summary>How the funds that a header names at several places go together. Ids: docs/VOCABULARY.md.</summary>
internal static class Funds
{
    /// <summary>The fund of a word under what the path named before: 一般公共预算 over 其中：财政拨款 is a part of the first,
    /// 财政拨款 over 一般公共预算 the second.</summary>
    public static string Under(string? outer, string inner, bool otherPart) =>
        // 一般公共预算 over 上级转移支付, 上级财政补助收入 over 一般公共预算补助: the same money.
        outer is not null && IsOrigin(inner) && IsFiscal(outer) ? $"{outer}.{inner}"
        : outer is not null && IsOrigin(outer) && IsFiscal(inner) ? $"{inner}.{outer}"
        : UnderFund(outer, inner, otherPart);

    private static string UnderFund(string? outer, string inner, bool otherPart) =>
        // 上级补助收入 over 财政补助: still money of the unit.
        outer is not null && IsBroad(inner) && outer.StartsWith("unit_own", StringComparison.Ordinal) ? outer
        // 财政专户管理资金 over 其他非税收入: not the revenue of that name in the general budget.
        : outer is "fiscal_account" && inner.StartsWith("general_public_budget.", StringComparison.Ordinal) ? outer
        : outer is null || !IsBroad(inner) || IsBroad(outer) || !IsFiscal(outer) ? inner
        : otherPart ? outer + ".appropriation"
        : outer;

    /// <summary>The fund of a column of a form: what the header names unless the form is more exact.</summary>
    public static string? InForm(string? form, string? header) =>
        header is null ? form
        : form is not null && IsOrigin(header) && IsFiscal(form) ? $"{form}.{header}"
        : form is not null && IsBroad(header) && IsFiscal(form) && !IsBroad(form) ? form
        : header;

    /// <summary>Names several funds together.</summary>
    public static bool IsBroad(string fund) => fund is "fiscal_appropriation" or "government_budget";

    /// <summary>Says from which government the money of a fund comes.</summary>
    private static bool IsOrigin(string fund) =>
        fund is "own_level" or "superior_transfers" || fund.StartsWith("superior_transfers.", StringComparison.Ordinal) || fund.StartsWith("level.", StringComparison.Ordinal);

    private static bool IsFiscal(string fund) => fund is "general_public_budget" or "government_fund" or "state_capital" or "fiscal_appropriation";
}
