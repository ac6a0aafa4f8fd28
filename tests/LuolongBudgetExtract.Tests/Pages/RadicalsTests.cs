using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Tests.Pages;

public sealed class RadicalsTests
{
    [Theory]
    [InlineData("⽀出", "支出")]
    [InlineData("⼀般公共预算⽀出", "一般公共预算支出")]
    [InlineData("财政专⼾", "财政专户")]
    [InlineData("⻋辆", "车辆")]
    [InlineData("⻓沙", "长沙")]
    public void Radicals_become_the_characters_that_are_printed(string text, string expected) => Assert.Equal(expected, Radicals.Fold(text));

    [Theory]
    [InlineData("①")]
    [InlineData("１２")]
    [InlineData("（类）")]
    public void Nothing_else_is_folded(string text) => Assert.Same(text, Radicals.Fold(text));

    [Fact]
    public void Every_Kangxi_radical_has_its_character()
    {
        for (var c = '⼀'; c <= '⿕'; c++) Assert.InRange(Radicals.Fold(c.ToString())[0], '一', '鿿');
    }
}
