using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Narrative;

/// <summary>What the document is about, for reading the subjects of its sentences.</summary>
/// <param name="Departments">Folded names of the organisations that its tables and its cover name.</param>
internal sealed record NarrativeScope(string[] Departments, int? FiscalYear, bool FinalAccount);

/// <summary>What the words of a subject say (2023年一般公共预算基本支出年初预算为, 行政运行（2014001）, （一）公务接待费).</summary>
/// <param name="Understood">Cut into known words without rest.</param>
/// <param name="Says">Names a measure, fund, side, item or total: more than 预算数为.</param>
/// <param name="Total">Has a word for the whole: 合计, 总计.</param>
internal sealed record SubjectReading(
    bool Understood, bool Says, string? Measure, string? Fund, Side? Side, string? Period, string? Item, string? Code, string? Department, bool Total)
{
    private static readonly string[] BudgetNames = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "社会保险基金预算"];

    public static readonly SubjectReading Nothing = new(true, false, null, null, null, null, null, null, null, false);

    /// <summary>Names a thing that has amounts: more than 支出决算为, which says only side and stage of what was named before.</summary>
    public bool Names => Measure is not null || Fund is not null || Item is not null || Code is not null || Total || ColumnMeaning.IsLeftOver(Period);

    /// <param name="measure">What the passage is about: 货物 is goods only in a passage about procurement.</param>
    public static SubjectReading Of(string subject, NarrativeScope scope, string? measure)
    {
        var text = subject;
        var department = Organisations.TakeOff(ref text, scope);
        if (text.Length == 0) return Nothing with { Department = department };
        var (item, code, rest) = Items.Cut(text);
        if (NarrativeModel.Words.Cut(rest) is not { } steps)
            return Nothing with { Understood = false, Item = item ?? text, Code = code, Department = department };
        string? found = null, fund = null, stage = null, period = null;
        Side? side = null;
        bool total = false, valued = false, lost = false;
        int? year = null;
        var refinements = new RefinedMeasure();
        foreach (var step in steps)
        {
            if (step.Year > 0)
            {
                year = step.Year;
                continue;
            }
            if (step.Readings.FirstOrDefault(w => Fits(w, found ?? measure, fund)) is not { } word)
            {
                lost = true;
                continue;
            }
            // 面向中小企业预留政府采购项目: the whole behind its part does not widen it.
            found = word.Measure is { } named && found?.StartsWith(named + ".", StringComparison.Ordinal) != true ? named : found;
            refinements.Take(word);
            fund = word.Fund is null ? fund : Funds.Under(fund, word.Fund, otherPart: false);
            stage = word.Stage ?? stage;
            // 上年结转 is carried over, whatever year it comes from.
            period = ColumnMeaning.IsLeftOver(word.Period) ? word.Period : period ?? word.Period;
            side = word.Side ?? side;
            total |= word.Total;
            valued |= word.Value || word.Stage is not null;
        }
        if (refinements.TryRefine(found ?? measure, out var refined)) (found, lost) = (refined, lost || refined is null);
        bool revenue = rest.Contains("收入", StringComparison.Ordinal), expenditure = rest.Contains("支出", StringComparison.Ordinal);
        side = revenue == expenditure ? (found is null && !revenue ? side : null) : revenue ? Rows.Side.Revenue : Rows.Side.Expenditure;
        if (rest.Contains("收支", StringComparison.Ordinal) || rest.Contains("收、支", StringComparison.Ordinal)) side = null;
        return new SubjectReading(!lost, found is not null || fund is not null || side is not null || total || item is not null || revenue || expenditure,
            found, fund, side, PeriodOf(period, stage ?? StageOf(rest, scope), year, scope), item, code, department, total);
    }

    // 三公经费支出预算为 in a final account; the names of the budgets say nothing of the kind.
    private static string? StageOf(string text, NarrativeScope scope) =>
        scope.FinalAccount && !text.Contains("决算", StringComparison.Ordinal) && BudgetNames.Aggregate(text, (t, n) => t.Replace(n, "", StringComparison.Ordinal)).Contains("预算", StringComparison.Ordinal) ? "budget" : null;

    private static bool Fits(HeaderWord word, string? measure, string? fund) => word.Within switch
    {
        null => true,
        ['@', .. var asked] => fund?.StartsWith(asked, StringComparison.Ordinal) == true,
        var asked => measure?.StartsWith(asked, StringComparison.Ordinal) == true,
    };

    // As in docs/VOCABULARY.md; the own stage of a document (年初预算 of a budget) is no other period.
    private static string? PeriodOf(string? period, string? stage, int? year, NarrativeScope scope)
    {
        if (ColumnMeaning.IsLeftOver(period)) return period;
        string? relative = year is { } y && scope.FiscalYear is { } now
            ? y == now ? "current" : y == now - 1 ? "prior_year" : y < now ? "earlier_year" : "later_year"
            : period;
        var foreign = stage is null || (scope.FinalAccount ? stage == "final" : stage is "budget" or "initial_budget") ? null : stage;
        return relative is null or "current" ? foreign ?? (scope.FinalAccount && stage == "final" ? "current" : relative)
            : foreign is null ? relative : $"{relative}.{foreign}";
    }
}
