using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Headers;

/// <summary>All logical tables of a document, and what every line outside them is.</summary>
public static class DocumentTables
{
    /// <summary>Lines at the foot of a page that may be the heading of a table on the next one.</summary>
    private const int TailLines = 4;

    public static (ImmutableArray<LogicalTable> Tables, ImmutableArray<OutsideLine> Outside) Read(IEnumerable<(PageRegions Page, ImmutableArray<Grid> Grids)> pages)
    {
        var fragments = new List<TableFragment>();
        var outside = ImmutableArray.CreateBuilder<OutsideLine>();
        ImmutableArray<OutsideLine> tail = [];
        foreach (var (page, grids) in pages)
        {
            var (here, lines) = Fragments.Read(page, grids, tail);
            fragments.AddRange(here);
            outside.AddRange(lines);
            double floor = grids.Length == 0 ? 0 : grids[^1].Box.Y1;
            tail = [.. lines.Where(l => l.Kind == OutsideKind.Narrative && l.Line.Box.Y0 >= floor).TakeLast(TailLines)];
        }
        var all = outside.ToImmutable();
        return (SplitColumns.Join(LogicalTables.Join([.. RunningTitles.LeaveOut(RunningTitles.Of(all), fragments)])), all);
    }
}
