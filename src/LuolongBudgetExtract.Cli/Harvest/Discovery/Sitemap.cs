using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace LuolongBudgetExtract.Cli.Harvest.Discovery;

/// <summary>sitemaps.org: a list of pages, or an index of lists; plain or gzip.</summary>
internal static class Sitemap
{
    private const long LongestText = 50 << 20; // The protocol's own limit, uncompressed.

    /// <exception cref="InvalidDataException">It is no sitemap.</exception>
    public static IReadOnlyList<(Uri Address, bool IsSitemap)> Parse(byte[] content)
    {
        try
        {
            using Stream plain = new MemoryStream(content);
            using var stream = content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? new GZipStream(plain, CompressionMode.Decompress) : plain;
            using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestText });
            return
            [
                .. from entry in XDocument.Load(xml).Root!.Elements()
                   let place = entry.Elements().FirstOrDefault(e => e.Name.LocalName == "loc")?.Value.Trim()
                   where Uri.TryCreate(place, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                   select (new Uri(place), entry.Name.LocalName == "sitemap"),
            ];
        }
        catch (XmlException e)
        {
            throw new InvalidDataException($"not a sitemap: {e.Message}", e);
        }
    }
}
