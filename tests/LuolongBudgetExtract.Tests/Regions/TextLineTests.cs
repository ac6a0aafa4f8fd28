using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Tests.Regions;

public sealed class TextLineTests
{
    /// <summary>Glyphs of 5 points in print of 10, with the gaps given behind each (points).</summary>
    private static string Join(string text, params double[] gaps)
    {
        var glyphs = new List<Glyph>();
        double x = 0;
        for (int i = 0; i < text.Length; i++)
        {
            glyphs.Add(new Glyph(text[i..(i + 1)], text[i..(i + 1)], new Box(x, 90, x + 5, 101), 100, 10, false, false));
            x += 5 + (i < gaps.Length ? gaps[i] : 0);
        }
        return TextLines.Join(glyphs);
    }

    [Fact]
    public void Digits_set_evenly_wide_are_one_number() => Assert.Equal("3064.91", Join("3064.91", 1.7, 1.7, 1.7, 1.7, 1.7, 2.6));

    // A page cut through the line 264.640000 keeps the upper halves of the digits and loses the point.
    [Fact]
    public void A_hole_as_wide_as_a_point_separates_digits() => Assert.Equal("264 640000", Join("264640000", 0, 0, 5));

    [Fact]
    public void Two_numbers_stand_apart() => Assert.Equal("20 23", Join("2023", 0, 7));
}
