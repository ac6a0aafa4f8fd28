using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Tests.Regions;

/// <summary>A table of seven columns of 80 points from 40 to 600, and a line 20 points below it at the right.</summary>
public sealed class OverflowTests
{
    private static readonly Box Table = new(40, 100, 600, 400);

    private static bool BelongsToTable(string text, double x)
    {
        var rulings = Enumerable.Range(0, 8).Select(i => new Ruling(false, 40 + 80 * i, 100, 400)).ToList();
        var glyphs = text.Select((c, i) => new Glyph(c.ToString(), c.ToString(), new Box(x + 5 * i, 412, x + 5 * i + 5, 422), 420, 10, false, i > 0 && text[i - 1] == ' ')).Where(g => g.Text != " ");
        return Overflow.Find(Table, rulings, TextLines.Read([.. glyphs]), 10, 8).Any();
    }

    // A merged cell that a page break cuts is centred over both pages.
    [Theory]
    [InlineData("264.64", 540)]
    [InlineData("96", 540)]
    public void An_amount_in_its_column_goes_on_below_the_frame(string text, double x) => Assert.True(BelongsToTable(text, x));

    [Theory]
    [InlineData("8", 540)]
    [InlineData("- 6 -", 50)]
    [InlineData("第8页", 540)]
    [InlineData("8 / 14", 540)]
    [InlineData("96", 318)]
    public void The_number_of_the_page_belongs_to_no_column(string text, double x) => Assert.False(BelongsToTable(text, x));
}
