using LuolongBudgetExtract.Cli.Harvest.Addresses;
using Microsoft.VisualBasic.FileIO;

namespace LuolongBudgetExtract.Cli.Harvest.Discovery;

/// <summary>A CSV list of addresses, with or without a heading line.</summary>
internal static class UrlList
{
    private static readonly HashSet<string> AddressNames = new(StringComparer.OrdinalIgnoreCase) { "url", "address", "link", "网址", "地址", "链接" };
    private static readonly HashSet<string> TitleNames = new(StringComparer.OrdinalIgnoreCase) { "title", "text", "name", "标题", "名称" };

    /// <summary>A link for each line, or what is wrong with the line.</summary>
    /// <exception cref="InvalidDataException">It is no CSV.</exception>
    public static IReadOnlyList<(FoundLink? Link, string? Wrong)> Parse(byte[] csv, string referrer)
    {
        var links = new List<(FoundLink?, string?)>();
        using var parser = new TextFieldParser(new StringReader(GuessedText.Of(csv))) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var (address, title) = (0, -1);
        try
        {
            for (var line = 1; !parser.EndOfData; line++)
            {
                var fields = parser.ReadFields()!;
                if (line == 1 && Array.FindIndex(fields, AddressNames.Contains) is >= 0 and var named)
                {
                    (address, title) = (named, Array.FindIndex(fields, TitleNames.Contains));
                    continue;
                }

                var text = address < fields.Length ? fields[address] : "";
                links.Add(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0
                    ? (new(new Uri(url.AbsoluteUri), referrer, title >= 0 && title < fields.Length ? fields[title] : null), null)
                    : (null, $"not_an_address: line {line} holds no address with http:// or https:// and without password"));
            }
        }
        catch (MalformedLineException e)
        {
            throw new InvalidDataException($"not a CSV file: {e.Message}", e);
        }

        return links;
    }
}
