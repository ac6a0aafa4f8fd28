using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Tests.EndToEnd;

/// <summary>Glyph by glyph: what stands on a page stands in one cell or in one line outside, once.</summary>
public sealed class NothingLostTests
{
    public static TheoryData<string> Documents => new(
        Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "fixtures", "real"), "*.pdf").Select(f => Path.GetFileName(f)!).Order().Append("luolong-2023-chromium.pdf"));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_glyph_of_a_page_is_in_exactly_one_cell_or_one_line(string document)
    {
        foreach (var page in PdfPages.Read(RepositoryFiles.Bytes(document), new ReadingOptions()).Pages)
        {
            var regions = TableRegions.Find(page);
            var grids = regions.Regions.Select(Lattice.Build).ToImmutableArray();
            var cells = grids.SelectMany(g => g.Cells).Select(c => c.RawText);
            var unassigned = grids.SelectMany(g => g.Unassigned).Select(g => g.RawText);
            var lines = regions.Lines.SelectMany(l => l.Glyphs).Select(g => g.RawText);
            Assert.Equal(Sorted(page.Glyphs.Select(g => g.RawText)), Sorted(cells.Concat(unassigned).Concat(lines)));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_digit_outside_the_tables_is_accounted_for(string document)
    {
        var extraction = RepositoryFiles.Extract(document);
        Assert.Equal(0, extraction.OutsideDigits.Unaccounted);
        Assert.All(extraction.Tables, t => Assert.Equal(0, t.Unassigned));
    }

    private static string Sorted(IEnumerable<string> texts)
    {
        var all = string.Concat(texts).Where(c => !char.IsWhiteSpace(c)).ToArray();
        Array.Sort(all);
        return new string(all);
    }
}
