using System.Collections.Immutable;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Documents;

/// <summary>
/// Accounts for every digit that stands on a page with tables but in none of them, and for amounts that stand alone on any page: those of
/// a table that was not seen.
/// </summary>
public static class DigitAccount
{
    public static OutsideDigits Of(ImmutableArray<LogicalTable> tables, ImmutableArray<OutsideLine> outside)
    {
        var pages = new HashSet<int>();
        foreach (var table in tables)
            for (int page = table.FirstPage; page <= table.LastPage; page++) pages.Add(page);
        var counts = new int[5];
        foreach (var line in outside)
            if (pages.Contains(line.Page) || line.Kind == OutsideKind.Orphan) counts[(int)line.Kind] += line.Line.Digits;
        return new OutsideDigits(counts[(int)OutsideKind.Heading], counts[(int)OutsideKind.Note], counts[(int)OutsideKind.Footer],
            counts[(int)OutsideKind.Narrative], counts[(int)OutsideKind.Orphan]);
    }
}
