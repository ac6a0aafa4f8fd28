using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Tables of debt whose items stand in rows (财预〔2018〕209号, 表1-2 to 1-5: 一、2024年末地方政府一般债务余额实际数, 三、…发行额, 四、…还本额): a limit is
/// no balance, and the columns say only whose or at which stage. A row that names none of the measures of debt has none there (财政赤字).
/// </summary>
internal static partial class DebtRows
{
    /// <summary>One row of debt may stand in any statement (债务还本支出).</summary>
    private const int FewestMeasures = 2;

    public const string Family = "debt.";

    /// <param name="rows">The rows of one panel of a table without a canonical form, with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, ImmutableArray<LeafColumn> columns)
    {
        if (rows.Count(r => r.Label is { } label && label.Contains('债')) < FewestMeasures) return rows;
        var named = rows.Where(r => r.Label is not null).ToDictionary(r => r.Number, r => r with { Label = BalanceDay().Replace(FoldedText.Of(r.Label!), "") });
        var read = rows.ConvertAll(r => named.TryGetValue(r.Number, out var row) && ItemNames.Read(row, named, FormCatalog.Default[FormCatalog.Other], []) is { NamesMeasure: true, Measure: { } measure }
            && measure.StartsWith(Family, StringComparison.Ordinal) ? measure : null);
        if (read.OfType<string>().Distinct().Count() < FewestMeasures || 2 * read.Count(m => m is not null) < rows.Count) return rows;
        return [.. rows.Select((row, i) => row with { Amounts = [.. row.Amounts.Select(a => Meant(a, columns[a.Column], read[i]))] })];
    }

    private static Amount Meant(Amount amount, LeafColumn column, string? measure) =>
        amount.Means(column) is { Measure: "total" } means
            ? amount with { Meaning = means with { Measure = measure, Fund = means.Fund == "superior_transfers" ? null : means.Fund } } : amount;

    // 2024年末 is a day, and 实际数 no other figure than the one that is printed.
    [GeneratedRegex("(?<=20[0-9]{2}年)[末底]|实际数|实有数")]
    private static partial Regex BalanceDay();
}
