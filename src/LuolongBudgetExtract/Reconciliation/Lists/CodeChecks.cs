using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Reconciliation.Lists;

/// <summary>Printed codes and names against the classifications of 政府收支分类科目 (compute: code_names, codes_known, codes_of_fund, code_pairs, name_variants).</summary>
internal static class CodeChecks
{
    // From here on a name is the same one written otherwise (文化体育旅游与传媒 for 文化旅游体育与传媒).
    private const double Alike = 0.5;

    private const string CarriedOver = "fiscal_carryover_expenditure";

    private static readonly ImmutableDictionary<string, string> Budgets = new Dictionary<string, string>
    {
        ["general_budget_expenditure"] = "一般公共预算", ["government_fund_expenditure"] = "政府性基金预算", ["state_capital_expenditure"] = "国有资本经营预算",
    }.ToImmutableDictionary();

    public static IEnumerable<Check> Of(Rule rule, ImmutableArray<PrintedCode> codes, int? year) => rule.Compute switch
    {
        "code_names" => Names(rule, codes, year),
        "name_variants" => Variants(rule, codes),
        "codes_known" => Known(rule, codes, year),
        "codes_of_fund" => Funds(rule, codes),
        "code_pairs" => Pairs(rule, codes),
        _ => throw new InvalidDataException($"rules.json: the rule \"{rule.Id}\" names an unknown evaluator \"{rule.Compute}\"."),
    };

    /// <summary>A name that belongs to another code. An error where the document itself prints the right name elsewhere; the lists have gaps.</summary>
    private static IEnumerable<Check> Names(Rule rule, ImmutableArray<PrintedCode> codes, int? year)
    {
        var right = codes.Where(IsRight).Select(c => (c.System, c.Code)).ToHashSet();
        foreach (var c in codes)
        {
            if (c.Name is not { } name || c.List.Find(c.Code) is not { } entry || IsRight(c) || IsOlder(entry, year)) continue;
            if (c.List.Named(name).Where(e => e.Code.Length == c.Code.Length).OrderBy(e => Distance(e.Code, c.Code)).FirstOrDefault() is not { } other) continue;
            yield return Finding.Of(rule, c.Table, c.Row, CheckOutcome.Inconsistent, right.Contains((c.System, c.Code)) ? rule.Severity : Severity.Warning,
                Finding.First(c.Table, c.Row), ("code", c.Code), ("printed", name), ("name", entry.Name), ("other", other.Code));
        }
    }

    /// <summary>A name that no list has, but that is like the name of the code.</summary>
    private static IEnumerable<Check> Variants(Rule rule, ImmutableArray<PrintedCode> codes)
    {
        foreach (var group in codes.Where(c => c.Name is not null && !IsRight(c)).GroupBy(c => (c.Table, c.System, c.Code, c.Name)))
        {
            var c = group.First();
            if (c.List.Find(c.Code) is not { } entry || c.List.Named(c.Name!).Length > 0) continue;
            if (NameLikeness.Of(CodeNames.Key(c.Name!), CodeNames.Key(entry.Name)) < Alike) continue;
            yield return Finding.Of(rule, c.Table, c.Row, CheckOutcome.Inconsistent, rule.Severity, Finding.First(c.Table, c.Row), ("code", c.Code), ("printed", c.Name!), ("name", entry.Name));
        }
    }

    private static IEnumerable<Check> Known(Rule rule, ImmutableArray<PrintedCode> codes, int? year)
    {
        foreach (var group in codes.Where(c => !(year < c.List.Starts) && c.List.History(c.Code) is var history && (history.IsEmpty || history.All(e => e.ValidTo < year))).GroupBy(c => (c.System, c.Code)))
        {
            var c = group.First();
            // Below the items (款) of the economic classes, places add digits of their own.
            if (c.System != CodeSystem.Function && c.Code.Length > 5) continue;
            yield return Finding.Of(rule, c.Table, c.Row, CheckOutcome.Inconsistent, IsLikelyGap([.. group]) ? Severity.Info : rule.Severity, Finding.First(c.Table, c.Row),
                ("code", c.Code), ("printed", c.Name ?? Template.Nothing), ("year", year?.ToString(CultureInfo.InvariantCulture) ?? Template.Nothing));
        }
    }

    // Money carried over keeps a code that is no longer in force. A code that no year's list has, but that the document prints in several tables
    // under one name, is rather missing from the list.
    private static bool IsLikelyGap(ImmutableArray<PrintedCode> codes) =>
        codes.All(c => c.Table.Table.Form == CarriedOver)
        || (codes[0].List.History(codes[0].Code).IsEmpty && codes.Select(c => c.Table).Distinct().Count() > 1 && codes.Select(c => c.Name is null ? "" : CodeNames.Key(c.Name)).Distinct().Count() == 1);

    /// <summary>A code of another budget than that of the form; a class (类) belongs to several.</summary>
    private static IEnumerable<Check> Funds(Rule rule, ImmutableArray<PrintedCode> codes)
    {
        foreach (var c in codes)
            if (c.System == CodeSystem.Function && c.Code.Length > 3 && Budgets.TryGetValue(c.Table.Table.Form, out var budget)
                && c.List.Find(c.Code) is { Budget: { } own } entry && own != budget)
                yield return Finding.Of(rule, c.Table, c.Row, CheckOutcome.Inconsistent, rule.Severity, Finding.First(c.Table, c.Row),
                    ("code", c.Code), ("printed", c.Name ?? entry.Name), ("name", own), ("other", budget));
    }

    private static IEnumerable<Check> Pairs(Rule rule, ImmutableArray<PrintedCode> codes)
    {
        foreach (var row in codes.Where(c => c.System != CodeSystem.Function && c.Code.Length == 5).GroupBy(c => (c.Table, c.Row)))
            if (row.FirstOrDefault(c => c.System == CodeSystem.DeptEcon) is { } department && row.FirstOrDefault(c => c.System == CodeSystem.GovEcon) is { } government
                && !CodeLists.IsPair(department.Code, government.Code))
                yield return Finding.Of(rule, department.Table, department.Row, CheckOutcome.Inconsistent, rule.Severity, Finding.First(department.Table, department.Row),
                    ("code", department.Code), ("name", department.Name ?? Template.Nothing), ("other", government.Code), ("printed", government.Name ?? Template.Nothing));
    }

    // Of the years before its first entry the list tells nothing.
    private static bool IsOlder(CodeEntry entry, int? year) => year < entry.ValidFrom;

    private static bool IsRight(PrintedCode c) => c.Name is { } name && c.List.History(c.Code).Any(e => CodeNames.Same(e.Name, name));

    private static int Distance(string a, string b) => Enumerable.Range(0, Math.Min(a.Length, b.Length)).Count(i => a[i] != b[i]);
}
