using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Narrative;

/// <summary>What a figure is of, from its own subject, the whole that it belongs to, and the headings above.</summary>
internal sealed record Meaning(bool Understood, string? Measure, string? Fund, Side? Side, string? Period, string? Item, string? Code)
{
    private const string Total = "total";

    /// <summary>The text leaves open what is meant.</summary>
    public static readonly Meaning Open = new(false, null, null, null, null, null, null);

    /// <param name="whole">The amount that the sentence breaks down (…，其中：…), whose fund and side hold for its parts.</param>
    /// <param name="opens">It is the first amount after the heading or lead, so that 2026年预算数 is of what that names.</param>
    public static Meaning Of(SubjectReading own, Headings headings, Statement? whole, bool opens = false)
    {
        if (!own.Understood) return new Meaning(false, null, null, null, null, own.Item, own.Code);
        var section = headings.Section;
        SubjectReading? lead = null;
        foreach (var heading in headings.Leads)
            if (heading is { Understood: true, Says: true })
            {
                lead = heading;
                break;
            }
        // 2026年预算安排 under a heading that names no measure and no item may be of anything.
        bool clear = headings.IsClear && (own.Says || lead is { Measure: not null } or { Item: not null } || opens && lead is not null);
        var measure = own.Measure ?? (own.Says ? own.Item is null && lead?.Item is null ? section?.Measure ?? Total : Total : lead?.Measure ?? section?.Measure ?? Total);
        var fund = own.Fund is { } named ? Funds.InForm(section?.Fund, named) : whole?.Fund ?? lead?.Fund ?? section?.Fund;
        var side = own.Side ?? (own.Says && own.Fund is null ? null : whole?.Sense.Side) ?? lead?.Side ?? section?.Side;
        return new Meaning(clear, measure, fund, side, own.Period, own.Item ?? lead?.Item, own.Item is null ? lead?.Code : own.Code);
    }
}
