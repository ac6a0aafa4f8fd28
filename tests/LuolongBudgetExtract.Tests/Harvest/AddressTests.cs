using System.Text;
using LuolongBudgetExtract.Cli.Harvest.Addresses;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>Names and addresses as servers write them.</summary>
public sealed class AddressTests
{
    static AddressTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static string Raw(string text, string encoding) => Encoding.Latin1.GetString(Encoding.GetEncoding(encoding).GetBytes(text));

    public static TheoryData<string, string?> Headers => new()
    {
        { "attachment; filename=\"a b.pdf\"", "a b.pdf" },
        { "attachment;filename=a.pdf; size=3", "a.pdf" },
        { "attachment; filename*=UTF-8''%E9%A2%84%E7%AE%97.pdf", "预算.pdf" },
        { "attachment; filename=\"x.pdf\"; filename*=utf-8'zh'%E9%A2%84%E7%AE%97.pdf", "预算.pdf" },
        { "attachment; filename*=GBK''%D4%A4%CB%E3.pdf", "预算.pdf" },
        { "attachment; filename=%E9%A2%84%E7%AE%97.pdf", "预算.pdf" },
        { "attachment; filename=%D4%A4%CB%E3.pdf", "预算.pdf" },
        { $"attachment; filename=\"{Raw("2026年预算.pdf", "gbk")}\"", "2026年预算.pdf" },
        { $"attachment; filename={Raw("2026年预算.pdf", "utf-8")}", "2026年预算.pdf" },
        { "attachment; filename=\"=?UTF-8?B?6aKE566XLnBkZg==?=\"", "预算.pdf" },
        { "attachment; filename=\"=?gbk?Q?=D4=A4=CB=E3.pdf?=\"", "预算.pdf" },
        { "attachment; filename=\"=E9=A2=84=E7=AE=97.pdf\"", "预算.pdf" },
        { "attachment; filename=\"..\\..\\windows\\a.pdf\"", "a.pdf" },
        { "attachment; filename=\"a\"\"", "a" },
        { "inline", null },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_file_name_is_read_from_what_servers_send(string header, string? name) => Assert.Equal(name, DispositionName.Of(header));

    [Theory]
    [InlineData("../预算.pdf", "http://example.org/%E9%A2%84%E7%AE%97.pdf")]
    [InlineData("%D4%A4.pdf#page=2", "http://example.org/a/%D4%A4.pdf")]
    [InlineData("?f=预", "http://example.org/a/b.html?f=%D4%A4")]
    [InlineData(" //cdn.example.org/x y.pdf ", "http://cdn.example.org/x%20y.pdf")]
    [InlineData("..\\c.pdf", "http://example.org/c.pdf")]
    [InlineData("javascript:void(0)", null)]
    [InlineData("mailto:a@b", null)]
    [InlineData("#top", null)]
    public void A_link_of_a_gbk_page_leads_where_a_browser_goes(string href, string? expected) =>
        Assert.Equal(expected, Address.Resolve(new("http://example.org/a/b.html"), href, GuessedText.Chinese)?.AbsoluteUri);
}
