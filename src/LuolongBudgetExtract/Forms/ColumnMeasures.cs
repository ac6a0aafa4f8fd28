namespace LuolongBudgetExtract.Forms;

/// <summary>Turns what headers say about content into measure ids (docs/VOCABULARY.md), looking at all columns of the table.</summary>
internal sealed class ColumnMeasures(IReadOnlyList<HeaderReading> amounts, FormDefinition form, bool isTransfer = false)
{
    private const string ThreePublic = "three_public.total";

    // Some places put 会议费, 培训费 or 机关运行经费 into the 三公 table.
    private readonly bool hasMore = amounts.Any(a => a.Measure is "meetings" or "training" or "operating_expenses" or "administrative_expenses");
    // 工资福利支出 beside 项目支出 may be basic expenditure alone; only columns that are all economic classes cut everything by class.
    private readonly bool byClass = amounts.Select(a => a.Measure).Where(IsClass).Distinct().Count() > 1
        && !amounts.Any(a => a.Measure is "running" || Begins(a.Measure, "basic") || Begins(a.Measure, "project"));

    private readonly bool hasThreePublic = amounts.Any(a => a.Measure == ThreePublic);

    /// <summary>Null when the words of the path do not settle it.</summary>
    public string? Of(HeaderReading header)
    {
        if (header is { IsChange: true, NamesMeasure: false } && compared is not null)
        {
            return compared;
        }

        if (header.NamesMeasure)
        {
            return IsClass(header.Measure) && !byClass ? null : header.Measure;
        }

        if (form.Sources && header.Fund is { } source)
        {
            return "income." + (source.StartsWith("unit_own.", StringComparison.Ordinal) ? source["unit_own.".Length..] : source);
        }

        // 合计 | “三公”经费{小计 …} | 会议费: the first is the total of all three. Without a 小计 of the 三公 nobody can tell.
        return form.Measure == ThreePublic && hasMore ? (hasThreePublic && header.Fund is null ? "total" : null)
            : form.Measure ?? (form.Id != FormCatalog.Other ? null : isTransfer ? "transfer" : "total");
    }

    // 2026年预算数(含…) | 2026年预算数(不含…) | 2025年预算数(不含…) | 增减额: like is compared with like, so the change is of what stands there for both years.
    private readonly string? compared = amounts.Where(a => !a.IsChange && a.Year is not null).GroupBy(a => a.NamesMeasure ? a.Measure : "")
        .Where(g => g.Select(a => a.Year).Distinct().Count() > 1).Select(g => g.Key).ToList() is [{ Length: > 0 } only] ? only : null;

    private static bool IsClass(string? measure) => Begins(measure, "economic.");

    private static bool Begins(string? measure, string head) => measure?.StartsWith(head, StringComparison.Ordinal) == true;

    /// <summary>A header of a table of transfers that names one of them: 均衡性转移支付; null for any other that is not understood.</summary>
    public string? OfTransfer(string leaf) => isTransfer && FormCatalog.Default.Transfers.Endings.Any(e => leaf.EndsWith(e, StringComparison.Ordinal)) ? "transfer.item" : null;
}
