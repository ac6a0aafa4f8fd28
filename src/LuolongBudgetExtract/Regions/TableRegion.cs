using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>The area of one table fragment on one page, with the rulings and glyphs that are its own.</summary>
/// <param name="Rulings">Its rulings; empty for an unruled table.</param>
/// <param name="Method">Ruled when both directions are ruled; PartlyRuled when one of them must be inferred from the text.</param>
public sealed record TableRegion(
    int Page, Box Box, ImmutableArray<Ruling> Rulings, ImmutableArray<Glyph> Glyphs, GridMethod Method);

/// <summary>One page taken apart: its table regions from top to bottom, and the text lines that stand in none.</summary>
public sealed record PageRegions(Page Page, ImmutableArray<TableRegion> Regions, ImmutableArray<TextLine> Lines);
