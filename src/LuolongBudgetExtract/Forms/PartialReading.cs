using System.Collections.Immutable;

namespace LuolongBudgetExtract.Forms;

/// <summary>
/// What a header says when unknown words above its leaf are left out (编制预算 over 事业收入), and by what kind of words: how often that is right
/// is counted on headers whose words are all known (models/learned/partial.tsv).
/// </summary>
/// <param name="Measure">Null when the known words name none.</param>
/// <param name="Shape">What speaks (a measure, a source, a fund, a sum), what was left out, and in what kind of form.</param>
internal sealed record PartialReading(string? Measure, string Shape)
{
    // 其他运转类支出 over 小计: such a word may be the measure itself.
    private static readonly string[] OfMoney = ["支出", "收入", "经费", "费", "资金", "款", "类", "预算"];

    /// <summary>The reading without the parts of which a word is unknown; null when all are known, or the leaf is not.</summary>
    /// <param name="parts">Folded.</param>
    public static PartialReading? Of(ImmutableArray<string> parts, FormDefinition form, WordCutter words)
    {
        var unknown = parts.Where(p => !HeaderReading.Of([p], form, words).IsUnderstood).ToImmutableArray();
        return unknown.Length == 0 || parts.Length == unknown.Length || unknown.Contains(parts[^1]) ? null : Without(parts, unknown, form, words);
    }

    /// <summary>The reading without some of the parts above the leaf, known or not.</summary>
    public static PartialReading Without(ImmutableArray<string> parts, ImmutableArray<string> leftOut, FormDefinition form, WordCutter words)
    {
        ImmutableArray<string> known = [.. parts.Where(p => !leftOut.Contains(p))];
        var reading = HeaderReading.Of(known, form, words);
        var leaf = HeaderReading.Of([known[^1]], form, words);
        var says = leaf.NamesMeasure ? "measure" : reading.NamesMeasure ? "measure-above" : form.Sources && leaf.Fund is not null ? "source" : leaf.Fund is not null ? "fund"
            : reading.Fund is not null ? "fund-above" : leaf.IsTotal ? "sum" : "figure";
        var left = leftOut.Any(p => OfMoney.Any(w => p.EndsWith(w, StringComparison.Ordinal))) ? "money" : "other";
        var kind = form.Sources ? "sources" : form.Projects ? "projects" : form.IsStatement ? "statement" : form.Measure == "total" ? "all" : form.Measure ?? "none";
        return new PartialReading(reading.IsUnderstood ? new ColumnMeasures([reading], form).Of(reading) : null, $"{says} below {left} in {kind}");
    }
}
