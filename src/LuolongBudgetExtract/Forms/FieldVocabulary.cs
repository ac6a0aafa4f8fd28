using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>Gives an amount of a form without a boxhead its meaning: by the name beside it and the names above it.</summary>
public static partial class FieldVocabulary
{
    /// <param name="form">Canonical form id; an unknown one counts as <c>other</c>.</param>
    /// <param name="finalAccount">See <see cref="FormMatch.FinalAccount"/>.</param>
    /// <param name="fiscalYear">Year of the document.</param>
    /// <param name="name">Name beside the amount: 其中：财政拨款, or an item of a list (a task, a project).</param>
    /// <param name="above">Names of its column inside the block, outermost first: 财政拨款, 基本支出.</param>
    /// <param name="measure">What a plain amount of the sheet means where its form does not tell: the self-evaluation of a project has no form of its own.</param>
    /// <returns>A meaning whose measure is null when neither name nor column is understood.</returns>
    public static ColumnMeaning Read(string form, bool? finalAccount, int? fiscalYear, string name, ImmutableArray<string> above, string? measure = null)
    {
        var definition = FormCatalog.Default[form];
        if (measure is not null) definition = definition with { Measure = measure, Side = definition.Side ?? Side.Expenditure };
        var field = Numbering().Replace(FoldedText.Of(name), "").TrimEnd(':');
        ImmutableArray<string> columns = [.. above.Select(FoldedText.Of).Where(p => p.Length > 0)];
        // The name of an item says nothing about money; then the column's name must.
        bool isKnown = HeaderWords.Cut(field) is not null;
        ImmutableArray<string> parts = isKnown ? [.. columns, field] : columns;
        var header = HeaderReading.Of(parts, definition);
        if (!header.IsUnderstood) return new ColumnMeaning(ColumnKind.Amount, null, null, null, null);
        HeaderReading[] only = [header];
        var period = new ColumnPeriods(only, definition, finalAccount, fiscalYear, rowsAreDated: false).Of(header);
        // Money of other years under a name of which no more is understood.
        if (!isKnown && (field.Contains("结转", StringComparison.Ordinal) || field.Contains("结余", StringComparison.Ordinal))) period = null;
        return new ColumnMeaning(ColumnKind.Amount, new ColumnMeasures(only, definition).Of(header), Funds.InForm(definition.Fund, header.Fund), period, header.Side);
    }

    /// <summary>项目采购, 项目支出情况: the name of a block says what all of its money is for.</summary>
    public static bool NamesMeasure(string block) =>
        HeaderWords.Cut(FoldedText.Of(block)) is { } steps && steps.Any(s => s.Readings.Any(w => w.Measure is not null && w.Within is null));

    // 1、资金来源：（1）政府预算资金; （2）财政专户管理资金; 其中：财政拨款
    [GeneratedRegex(@"^(?:\d{1,2}[、.](?:[^:]{0,6}:)?)?(?:\(\d{1,2}\))?(?:其中:)?")]
    private static partial Regex Numbering();
}
