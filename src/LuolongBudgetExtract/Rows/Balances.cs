using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>工伤保险基金本年收支结余, 年末滚存结余 among the rows of a government's table, under whatever column: neither revenue nor expenditure.</summary>
internal static partial class Balances
{
    public static List<TypedRow> Apply(List<TypedRow> rows, ImmutableArray<LeafColumn> columns) => rows.ConvertAll(row =>
    {
        if (row.Label is not { } label) return row;
        bool ofYear = OfYear().IsMatch(FoldedText.Of(label));
        return ofYear || RowPeriods.Of(label) is "opening" or "closing"
            ? row with { Side = null, Amounts = [.. row.Amounts.Select(a => WithoutSide(a, columns[a.Column], ofYear))] } : row;
    });

    private static Amount WithoutSide(Amount amount, LeafColumn column, bool ofYear)
    {
        var means = amount.Means(column);
        return amount with { Meaning = means with { Side = null, Measure = ofYear && means.Measure == "total" ? ColumnMeaning.Balance : means.Measure } };
    }

    [GeneratedRegex(@"收支(?:结余|差额)$|(?:本年|当年|当期)结余$")]
    private static partial Regex OfYear();
}
