using System.Collections.Immutable;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Tests.Narrative;

/// <summary>Sets lines of running text on pages: size 10, one glyph of 10 points a character.</summary>
internal sealed class TextPage
{
    private const double Size = 10, Left = 100, Leading = 18;

    private readonly List<OutsideLine> _lines = [];
    private double _y = 100;
    private int _page = 1;

    public ImmutableArray<OutsideLine> Lines => [.. _lines];

    public TextPage Line(string text, double indent = 0, OutsideKind kind = OutsideKind.Narrative)
    {
        var glyphs = text.Select((c, i) => new Glyph(c.ToString(), c.ToString(), new Box(Left + Size * (indent + i), _y - 8, Left + Size * (indent + i + 1), _y + 2), _y, Size, false, false)).ToImmutableArray();
        var box = glyphs.Aggregate(glyphs[0].Box, (b, g) => b.Union(g.Box));
        _lines.Add(new OutsideLine(_page, new TextLine(text, text, box, _y, Size, glyphs), kind));
        _y += Leading;
        return this;
    }

    public TextPage NextPage()
    {
        (_page, _y) = (_page + 1, 100);
        return this;
    }

    public ImmutableArray<Statement> Read(string kind = "budget", int year = 2026, string? department = "某某局") =>
        NarrativeReader.Read(Lines, [], DocumentFacts.Unknown with { Kind = kind, FiscalYear = year, Department = department });

    /// <summary>kind, measure, fund, item, amount, percentage, change of a statement; a dash for what is not there.</summary>
    public static string Describe(Statement s) => string.Join(' ',
        s.Sense.Kind, s.Measure ?? "-", s.Fund ?? "-", s.Sense.Code ?? s.Sense.Item ?? "-", s.Amount is null ? "-" : $"{s.Amount}{s.Unit}", s.Percent is null ? "-" : $"{s.Percent}%", s.Change?.ToString() ?? "-");
}
