using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>Gives every leaf column of a table its meaning. A header that is not understood gives null, never a guess.</summary>
public static class ColumnVocabulary
{
    private static readonly ColumnMeaning Nothing = new(ColumnKind.Text, null, null, null, null);

    /// <summary>Reads all leaf columns of one table at once: neighbours explain each other.</summary>
    /// <param name="form">Canonical form id; an unknown one counts as <c>other</c>.</param>
    /// <param name="finalAccount">See <see cref="FormMatch.FinalAccount"/>.</param>
    /// <param name="fiscalYear">Year of the document: tells 2025年预算数 from the current year. Null: the latest year in the headers.</param>
    /// <param name="fund">Fund that the title names, see <see cref="FormMatch.Fund"/>.</param>
    /// <param name="match">What the title says beside form and fund; null when there is no title.</param>
    /// <param name="inUnit">The table prints a unit of money (单位：万元).</param>
    /// <returns>One meaning a column, in order. Measure, fund, period and side are those of docs/VOCABULARY.md and only set for amounts.</returns>
    public static ImmutableArray<ColumnMeaning> Read(
        string form, bool? finalAccount, ImmutableArray<ColumnEvidence> columns, int? fiscalYear = null, string? fund = null, bool inUnit = false, FormMatch? match = null) =>
        Read(form, finalAccount, columns, HeaderWords.All, fiscalYear, fund, inUnit, match);

    /// <summary>The same with another vocabulary.</summary>
    internal static ImmutableArray<ColumnMeaning> Read(
        string form, bool? finalAccount, ImmutableArray<ColumnEvidence> columns, WordCutter words, int? fiscalYear = null, string? fund = null, bool inUnit = false, FormMatch? match = null)
    {
        var definition = FormCatalog.Default[form];
        definition = definition with
        {
            Measure = match?.Measure ?? definition.Measure,
            OfGovernment = match?.IsGovernment == true,
            PassedOn = match is { IsTransfer: true } && match.Side != Side.Revenue,
        };
        var sketches = columns.Select(c => Sketch(c, definition, inUnit, words)).ToArray();
        var kinds = Kinds(sketches, definition);
        var amounts = sketches.Where((_, i) => kinds[i] == ColumnKind.Amount).Select(s => s.Header).ToList();
        var periods = new ColumnPeriods(amounts, definition, finalAccount, fiscalYear, sketches.Any(IsYearOfRow), match?.TitleYear);
        var measures = new ColumnMeasures(amounts, definition, match?.IsTransfer == true);
        return
        [
            .. sketches.Select((s, i) => kinds[i] != ColumnKind.Amount
                ? Nothing with { Kind = kinds[i] }
                : new ColumnMeaning(
                    ColumnKind.Amount,
                    s.Header.IsUnderstood ? measures.Of(s.Header) : measures.OfTransfer(s.Leaf),
                    Funds.InForm(definition.Fund ?? fund, s.Header.Fund),
                    s.Header.IsUnderstood ? periods.Of(s.Header) : measures.OfTransfer(s.Leaf) is null ? null : periods.OfUndated(s.Header),
                    s.Header.Side ?? (s.Header.IsUnderstood && (s.Header.Period is "opening" or "closing" || s.Header.Measure == ColumnMeaning.Balance) ? null : match?.Side),
                    EconomicCode: match?.ByGovernmentClasses == true ? EconomicItems.GovernmentCodeOf(s.Path.Split('>')) : s.Header.IsUnderstood ? s.Header.EconomicCode : null)),
        ];
    }

    /// <summary>年度 | 2025年, 2026年, 增减变化金额; 发行时间（年/月） | 2022-07: the rows carry the period.</summary>
    private static bool IsYearOfRow(ColumnSketch column) =>
        (column.Leaf is "年度" or "年份" || column.Leaf.StartsWith("发行时间", StringComparison.Ordinal) || column.Leaf.StartsWith("发行日期", StringComparison.Ordinal)) && column.Values.Count > 1;

    private static ColumnSketch Sketch(ColumnEvidence column, FormDefinition form, bool inUnit, WordCutter words)
    {
        var parts = column.Path.Select(FoldedText.Of).Where(p => p.Length > 0).ToImmutableArray();
        return new ColumnSketch(
            string.Join('>', parts),
            parts is [.., var leaf] ? leaf : "",
            string.Join('>', parts.Take(parts.Length - 1)),
            HeaderReading.Of(parts, form, words),
            ColumnValues.Of(column.Values),
            inUnit);
    }

    private static ColumnKind[] Kinds(ColumnSketch[] columns, FormDefinition form)
    {
        var kinds = new ColumnKind[columns.Length];
        CodeSystem? lastCode = null;
        for (var i = 0; i < columns.Length; i++)
        {
            kinds[i] = ColumnKinds.Of(columns, i, form, lastCode, kinds.AsSpan(0, i).Contains(ColumnKind.Amount));
            lastCode = kinds[i] switch
            {
                ColumnKind.FunctionClass or ColumnKind.FunctionCode => CodeSystem.Function,
                ColumnKind.DeptEconClass or ColumnKind.DeptEconCode => CodeSystem.DeptEcon,
                ColumnKind.GovEconClass or ColumnKind.GovEconCode => CodeSystem.GovEcon,
                _ => lastCode,
            };
        }

        // 收入 | 支出（按功能分类） | 支出（按性质）, each with or without line numbers: what stands between the amounts of a statement names its items.
        if (form.IsStatement)
            for (var i = 0; i + 1 < kinds.Length; i++)
            {
                var next = kinds[i + 1] == ColumnKind.LineNumber && i + 2 < kinds.Length ? kinds[i + 2] : kinds[i + 1];
                if (kinds[i] is ColumnKind.Text or ColumnKind.ProjectType or ColumnKind.ProjectName && next == ColumnKind.Amount && (i == 0 || kinds[i - 1] == ColumnKind.Amount)) kinds[i] = ColumnKind.Label;
            }
        // 预算项目 beside 采购项目: what is bought is no project.
        if (kinds.Count(k => k == ColumnKind.ProjectName) > 1)
            for (var i = 0; i < kinds.Length; i++)
                if (kinds[i] == ColumnKind.ProjectName && (columns[i].Leaf.StartsWith("采购", StringComparison.Ordinal) || columns[i].Leaf.StartsWith("购买", StringComparison.Ordinal))) kinds[i] = ColumnKind.Label;
        // 支出功能分类科目{编码, 名称} | 支出项目: beside the item that pays for it the other name is that of a project.
        if (form.Projects && kinds.Contains(ColumnKind.FunctionName) && kinds.Count(k => k == ColumnKind.Label) == 1 && !kinds.Contains(ColumnKind.ProjectName)
            && Array.IndexOf(kinds, ColumnKind.Label) is var only && columns[only].Leaf is "项目" or "支出项目") kinds[only] = ColumnKind.ProjectName;
        return kinds;
    }
}
