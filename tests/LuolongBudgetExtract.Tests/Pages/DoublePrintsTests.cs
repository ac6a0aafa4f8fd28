using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Tests.Pages;

public sealed class DoublePrintsTests
{
    private static Glyph At(string text, double x, double y = 100) => new(text, text, new Box(x, y - 8, x + 5, y + 1), y, 10, false, false);

    [Fact]
    public void Bold_faked_by_printing_twice_leaves_each_digit_once()
    {
        var twice = "1278".Select((c, i) => At(c.ToString(), i * 5.0)).ToList();
        twice.AddRange("1278".Select((c, i) => At(c.ToString(), i * 5.0 + 0.3)));
        Assert.Equal("1278", string.Concat(DoublePrints.Remove(twice).Select(g => g.Text)));
    }

    [Fact]
    public void Equal_digits_side_by_side_both_stay() =>
        Assert.Equal(4, DoublePrints.Remove([At("1", 0), At("1", 5), At("1", 10), At("1", 15)]).Count);

    [Fact]
    public void The_same_text_one_row_below_stays() => Assert.Equal(2, DoublePrints.Remove([At("7", 0), At("7", 0, 112)]).Count);
}
