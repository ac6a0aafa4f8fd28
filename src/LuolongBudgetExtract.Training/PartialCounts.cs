using System.Collections.Immutable;
using System.Text;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Learned;

namespace LuolongBudgetExtract.Training;

/// <summary>Leaves out each part above the leaf of each labelled header in turn and counts, by shape, how often the rest still says the right measure.</summary>
internal sealed class PartialCounts
{
    private readonly ImmutableArray<(string Place, string Shape, bool Right)> _tries;
    private readonly Dictionary<string, PartialModel> _without = [];

    /// <param name="lines">Place, measure, form and folded header path of the labelled columns.</param>
    public PartialCounts(IEnumerable<(string Place, string Measure, string Form, ImmutableArray<string> Parts)> lines) =>
        _tries = [.. lines.SelectMany(l => Tries(l.Place, l.Measure, FormCatalog.Default[l.Form], l.Parts))];

    /// <summary>What is counted on all places but one.</summary>
    public PartialModel Without(string place)
    {
        if (!_without.TryGetValue(place, out var model)) _without[place] = model = Count(place);
        return model;
    }

    private PartialModel Count(string place) =>
        new(_tries.Where(t => t.Place != place).GroupBy(t => t.Shape).ToDictionary(g => g.Key, g => (g.Count(t => t.Right), g.Count(t => !t.Right))));

    /// <summary>The file models/learned/partial.tsv.</summary>
    public string Text()
    {
        var text = new StringBuilder("# Written by luolong train: what the known words of a header say, of what was left out, in what form; how often that was right and wrong.\n");
        foreach (var shape in _tries.GroupBy(t => t.Shape).OrderBy(g => g.Key, StringComparer.Ordinal))
            text.Append($"{shape.Key}\t{shape.Count(t => t.Right)}\t{shape.Count(t => !t.Right)}\n");
        return text.ToString();
    }

    private static IEnumerable<(string, string, bool)> Tries(string place, string measure, FormDefinition form, ImmutableArray<string> parts)
    {
        if (parts.Length < 2 || measure == MeasureModel.None || !HeaderReading.Of(parts, form).IsUnderstood) yield break;
        foreach (var part in parts[..^1].Distinct())
        {
            if (part == parts[^1]) continue;
            var rest = PartialReading.Without(parts, [part], form, HeaderWords.All);
            if (rest.Measure is not null) yield return (place, rest.Shape, rest.Measure == measure);
        }
    }
}
