using System.Globalization;
using LuolongBudgetExtract.Indicators;

namespace LuolongBudgetExtract.Tests.Indicators;

public sealed class TargetTextTests
{
    [Theory]
    [InlineData("≥95%", ">=", "95", "%")]
    [InlineData("＞=12个", ">=", "12", "个")]
    [InlineData("不超过3,799.87万元", "<=", "3799.87", "万元")]
    [InlineData("大于95%", ">", "95", "%")]
    [InlineData("=1宗", "=", "1", "宗")]
    [InlineData("90%以上", ">=", "90", "%")]
    [InlineData("15人", null, "15", "人")]
    [InlineData("100", null, "100", null)]
    [InlineData("1年", null, "1", "年")]
    [InlineData("≤60日", "<=", "60", "日")]
    public void One_number_with_its_comparator_and_unit(string text, string? comparator, string value, string? unit) =>
        Assert.Equal(new Target(comparator, decimal.Parse(value, CultureInfo.InvariantCulture), unit), TargetText.Parse(text));

    [Theory]
    [InlineData("90", "≥", "%", ">=", "%")]
    [InlineData("12", "小于等于", "月", "<=", "月")]
    [InlineData("150", "＝", "", "=", null)]
    public void Columns_of_comparators_and_units_complete_the_number(string text, string comparator, string unit, string said, string? printed) =>
        Assert.Equal((said, printed), (TargetText.Parse(text, comparator, unit)?.Comparator, TargetText.Parse(text, comparator, unit)?.Unit));

    [Theory]
    [InlineData("显著提升")]
    [InlineData("≤1次；≤1次")]
    [InlineData("上涨5%-10%")]
    [InlineData("完成率100%")]
    [InlineData("2026年")]
    [InlineData("2022年全年")]
    [InlineData("12月底前")]
    [InlineData("2026年12月")]
    [InlineData("10余次")]
    [InlineData("≥95%以下")]
    [InlineData("")]
    public void Texts_dates_ranges_and_two_targets_are_no_number(string text) => Assert.Null(TargetText.Parse(text));
}
