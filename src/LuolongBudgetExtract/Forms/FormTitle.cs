using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>Titles folded for comparison.</summary>
internal static partial class FormTitle
{
    private static readonly string[] BudgetNames =
        ["一般公共预算", "公共财政预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算", "综合预算", "部门预算", "预算单位"];

    private static readonly string[] NoSide = ["收支", "平衡", "债务", "债券", "余额", "限额", "超收"];

    // Money that the government of the table gives to those below it.
    private static readonly string[] PassedOn = ["对下", "对市县", "对区县", "分地区"];

    /// <summary>Without spaces, quotes and years: 2026年预算单位“三公”经费 … is 预算单位三公经费 ….</summary>
    public static string Fold(string? title) => Years().Replace(FoldedText.Of(title), "");

    /// <summary>支出预算分类汇总表（按政府预算经济分类）; a title that names both classifications tells neither.</summary>
    public static bool IsByGovernmentClasses(string title) => GovernmentClasses().IsMatch(title) && !DepartmentClasses().IsMatch(title);

    [GeneratedRegex("政府(预算)?(支出)?经济(分类|科目)", RegexOptions.CultureInvariant)]
    private static partial Regex GovernmentClasses();

    [GeneratedRegex("部门(预算)?(支出)?经济(分类|科目)", RegexOptions.CultureInvariant)]
    private static partial Regex DepartmentClasses();

    /// <summary>决算 in the title tells, then 预算 outside the names of the budgets, then the words of the columns.</summary>
    public static bool? IsFinalAccount(string title, string headers)
    {
        if (title.Contains("决算", StringComparison.Ordinal))
        {
            return true;
        }

        var rest = BudgetNames.Aggregate(title, (t, name) => t.Replace(name, "", StringComparison.Ordinal));
        if (rest.Contains("预算", StringComparison.Ordinal))
        {
            return false;
        }

        // A budget may show 上年决算数 or 2024年决算数 beside its own figures; a final account's column is plain 决算数.
        return headers.Contains(">决算数", StringComparison.Ordinal) || headers.StartsWith("决算数", StringComparison.Ordinal) || headers.Contains(";决算数", StringComparison.Ordinal) ? true
            : headers.Contains("预算数", StringComparison.Ordinal) ? false
            : null;
    }

    /// <summary>Revenue or expenditure where the title names one side only (…收入决算表); balances and debts have none.</summary>
    public static Side? SideOf(string title)
    {
        if (NoSide.Any(w => title.Contains(w, StringComparison.Ordinal)))
        {
            return null;
        }

        if (PassedOn.Any(w => title.Contains(w, StringComparison.Ordinal)) && title.Contains("转移支付", StringComparison.Ordinal) && !title.Contains("收入", StringComparison.Ordinal))
        {
            return Side.Expenditure;
        }

        var (revenue, expenditure) = (title.Contains("收入", StringComparison.Ordinal), title.Contains("支出", StringComparison.Ordinal) || title.Contains("三公", StringComparison.Ordinal));
        return (revenue, expenditure) switch { (true, false) => Side.Revenue, (false, true) => Side.Expenditure, _ => null };
    }

    /// <summary>What the title of a table without a canonical form narrows its money to: 省本级一般公共预算基本支出经济分类决算表, 专项转移支付分地区分项目表,
    /// 新增地方政府债券项目安排情况表; null when it names several kinds or none.</summary>
    public static string? KindOf(string title) =>
        title.Contains("基本支出", StringComparison.Ordinal) ? title.Contains("项目支出", StringComparison.Ordinal) ? null : "basic"
        : title.Contains("项目", StringComparison.Ordinal) && title.Contains("自评", StringComparison.Ordinal) && !title.Contains("整体", StringComparison.Ordinal) ? "project"
        : title.Contains("专项转移支付", StringComparison.Ordinal) ? title.Contains("一般性", StringComparison.Ordinal) || title.Contains("返还", StringComparison.Ordinal) ? null : "transfer.special"
        : title.Contains("债券", StringComparison.Ordinal) && title.Contains("安排", StringComparison.Ordinal) ? "debt.allocated"
        : null;

    /// <summary>The part of a form's money that its title narrows it to, in brackets or behind the word 表: 基本支出表--人员经费(工资福利支出); null when it is all of it.</summary>
    /// <param name="title">Folded.</param>
    public static string? PartOf(string title, FormDefinition form)
    {
        if (form.Measure is not { } whole)
        {
            return null;
        }

        var parts = title.Split('(', ')', '-', '—').Skip(1).Where(p => p.Length > 0 && HeaderWords.Cut(p) is not null).ToImmutableArray();
        return parts.Length > 0 && HeaderReading.Of(parts, form) is { IsUnderstood: true, Measure: { } part } && part.StartsWith(whole + ".", StringComparison.Ordinal) ? part : null;
    }

    /// <summary>The year of a title that names one year only; null otherwise.</summary>
    public static int? OnlyYear(string? title)
    {
        // §20 2021年…: folded, the number of a table and its year are one row of digits.
        var years = Years().Matches(FoldedText.Of(Numbered().Replace(title ?? "", ""))).Select(m => m.Groups["year"].Value).Distinct().ToList();
        return years is [var only] ? int.Parse(only, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex("(?<year>(?:19|20)[0-9]{2})(年度|年)?")]
    private static partial Regex Years();

    // The label or number that a title begins with: §20, 表19, 附件1-20, 43.
    [GeneratedRegex(@"^\s*[^\d\s]{0,4}\s*\d{1,2}(?:\s*[\-—－–.．]\s*\d{1,2})*\s*[、.．:：\s]\s*(?=(?:19|20)\d{2})")]
    private static partial Regex Numbered();
}
