using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Regions;

/// <summary>Finds tables that are set by white space alone: consecutive lines of several texts whose numbers stand in columns.</summary>
internal static class UnruledTables
{
    public static List<Box> Find(List<Glyph> free, List<Box> taken) => [];
}
