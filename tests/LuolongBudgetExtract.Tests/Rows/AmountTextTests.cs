using System.Globalization;
using CsCheck;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("4075.34", "4075.34", 2)]
    [InlineData("1,234,567.80", "1234567.80", 2)]
    [InlineData("１，２３４．５０", "1234.50", 2)]
    [InlineData("0.00", "0.00", 2)]
    [InlineData("12", "12", 0)]
    [InlineData("29508.089661", "29508.089661", 6)]
    [InlineData("-3.5", "-3.5", 1)]
    [InlineData("－3.50", "-3.50", 2)]
    [InlineData("−3.50", "-3.50", 2)]
    [InlineData("(1,000.00)", "-1000.00", 2)]
    [InlineData("（1,000.00）", "-1000.00", 2)]
    [InlineData("▲45.00", "-45.00", 2)]
    [InlineData("△45.00", "-45.00", 2)]
    [InlineData("1278.4\n2", "1278.42", 2)]
    [InlineData(" 7.00 ", "7.00", 2)]
    [InlineData("￥1,234.50", "1234.50", 2)]
    [InlineData("¥ 1,234.50", "1234.50", 2)]
    [InlineData("-¥3.50", "-3.50", 2)]
    [InlineData("￥-3.50", "-3.50", 2)]
    [InlineData("(￥3.50)", "-3.50", 2)]
    public void Printed_amounts_are_read(string text, string value, int decimals)
    {
        var parsed = AmountText.Parse(text);
        Assert.NotNull(parsed);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), parsed.Value.Value);
        Assert.Equal(decimals, parsed.Value.Decimals);
    }

    [Theory]
    [InlineData("")]
    [InlineData("—")]
    [InlineData("-")]
    [InlineData("12.00 13.00")]
    [InlineData("1,23")]
    [InlineData("12,345,67.00")]
    [InlineData("12.")]
    [InlineData("1.2.3")]
    [InlineData("95%")]
    [InlineData("3辆")]
    [InlineData("2080505-养老")]
    [InlineData("①")]
    [InlineData("￥")]
    [InlineData("¥ -")]
    [InlineData("1￥2")]
    public void What_is_no_single_number_is_never_guessed(string text) => Assert.Null(AmountText.Parse(text));

    [Fact]
    public void Any_amount_printed_in_any_notation_reads_back_with_its_decimals() =>
        Gen.Select(Gen.Long[-999_999_999_999, 999_999_999_999], Gen.Int[0, 6], Gen.Bool, Gen.Bool, Gen.Int[0, 3]).Sample((units, decimals, separators, wide, negative) =>
        {
            var value = new decimal(units) / Power(decimals);
            var digits = Math.Abs(value).ToString((separators ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            var text = value >= 0 ? digits : negative switch { 0 => "-" + digits, 1 => "(" + digits + ")", 2 => "▲" + digits, _ => "－" + digits };
            if (wide) text = string.Concat(text.Select(c => c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c));
            var parsed = AmountText.Parse(text);
            Assert.NotNull(parsed);
            Assert.Equal(value, parsed.Value.Value);
            Assert.Equal(decimals, parsed.Value.Decimals);
        });

    private static decimal Power(int decimals)
    {
        decimal power = 1;
        for (int i = 0; i < decimals; i++) power *= 10;
        return power;
    }

    [Theory]
    [InlineData("1,000.50万元", "1,000.50", "万元")]
    [InlineData("12.5 亿元", "12.5", "亿元")]
    [InlineData("(3.00)元", "(3.00)", "元")]
    [InlineData("1,000.50", "1,000.50", null)]
    [InlineData("较上年增加3万元", "较上年增加3万元", null)]
    public void A_cell_may_print_its_unit(string text, string number, string? unit) => Assert.Equal((number, unit), AmountText.SplitUnit(text));
}
