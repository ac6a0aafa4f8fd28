using System.Text;
using LuolongBudgetExtract.Pages.Content;

namespace LuolongBudgetExtract.Tests.Pages;

public sealed class ShownStringsTests
{
    /// <summary>As Ghostscript writes them: 社会组织管理基 was read as 检检检, because its first two codes are FE FF.</summary>
    [Theory]
    [InlineData("(þÿ*+ÄÅ\u008b)Tj", "<feff2a2bc4c58b>Tj")]
    [InlineData("[(\\376\\377\\(a\\)) -20 (b)] TJ", "[<feff286129> -20 (b)] TJ")]
    [InlineData("(ÿþ(n)\\n\\\r\nx) '", "<fffe286e290a78> '")]
    [InlineData("(a)Tj (þÿ)Tj (þÿ1)Tj", "(a)Tj <feff>Tj <feff31>Tj")]
    [InlineData("(þa)Tj (aþÿ)Tj", "(þa)Tj (aþÿ)Tj")] // no mark, or not at the beginning
    [InlineData("BI ID (þÿ never closed", "BI ID (þÿ never closed")]
    [InlineData("BI ID (þÿ) EI", "BI ID (þÿ) EI")] // data of an image
    public void ShownCodesAreNoText(string content, string expected) =>
        Assert.Equal(expected, Encoding.Latin1.GetString(ShownStrings.AsCodes(Encoding.Latin1.GetBytes(content)).Span));
}
