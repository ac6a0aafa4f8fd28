using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Tests.Grids;

/// <summary>Rows of a band that is ruled between its columns only: names in 0–100, amounts in 100–160 and 160–220, print of 10 points.</summary>
public sealed class NumberRowsTests
{
    private static readonly double[] Columns = [0, 100, 160, 220];

    // A name of n characters is n × 10 wide, so nine fill the first column.
    private static Token Name(string text, double baseline) => new(text, 2, 2 + 10 * text.Length, baseline - 8, baseline + 2, baseline, 10);

    private static Token Number(string text, int column, double baseline) => new(text, Columns[column + 1] - 5 - 5 * text.Length, Columns[column + 1] - 5, baseline - 8, baseline + 2, baseline, 10);

    private static int Rows(params Token[] tokens) =>
        1 + NumberRows.Edges([.. tokens.GroupBy(t => t.Baseline).OrderBy(g => g.Key).Select(g => g.ToList())], Columns).Count();

    [Fact]
    public void A_name_of_two_lines_stands_around_the_numbers_beside_it() => Assert.Equal(2, Rows(
        Name("自然资源海洋气象等", 100), Number("161267", 1, 106), Number("13501", 2, 106), Name("转移支付", 112),
        Name("住房保障", 126), Number("452376", 1, 126), Number("120587", 2, 126)));

    [Fact]
    public void A_name_of_three_lines_is_one_row_with_the_numbers_of_its_middle() => Assert.Equal(2, Rows(
        Name("上解", 80), Number("834", 1, 80),
        Name("自然资源海洋气象等", 100), Name("一般公共服务共同财", 113), Number("161267", 1, 113), Name("转移支付", 126)));

    [Fact]
    public void Numbers_of_equal_length_far_apart_are_rows() => Assert.Equal(3, Rows(
        Name("年终结余结转", 100), Number("8531851", 1, 100), Name("调出资金", 131), Number("5000000", 1, 131), Name("债务还本支出", 162), Number("3423400", 1, 162)));

    [Fact]
    public void A_name_without_numbers_is_a_row_of_its_own() => Assert.Equal(3, Rows(
        Name("一、补贴", 100), Number("74544", 1, 100), Name("四、金融", 120), Name("五、其他", 140), Number("62308", 1, 140)));

    [Fact]
    public void A_numbered_item_begins_a_row_also_under_a_full_line() => Assert.Equal(2, Rows(
        Name("25.粮油物资储备支", 100), Number("2637", 1, 100), Name("26.灾害防治及应急", 111), Number("36885", 1, 117), Name("支付支出", 123)));
}
