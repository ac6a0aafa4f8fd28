using System.Globalization;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Learned;

/// <summary>How often a header is read right although a word above its leaf is left out, by the shape of what is left: counted, and smoothed as if one more had been right and one wrong.</summary>
internal sealed class PartialModel
{
    /// <summary>At least 19 times right and never wrong, or as good: shapes with fewer tries stay silent.</summary>
    public const double Threshold = 0.95;

    private readonly Dictionary<string, (int Right, int Wrong)> _counts;

    public PartialModel(Dictionary<string, (int Right, int Wrong)> counts) => _counts = counts;

    private static readonly Lazy<PartialModel> Own = new(() =>
    {
        using var reader = new StreamReader(ModelFile.Open("learned/partial.tsv"));
        return Read(reader);
    });

    /// <summary>The counts that the library carries.</summary>
    public static PartialModel Embedded => Own.Value;

    /// <summary>Lines of shape, right and wrong, tab-separated; comments with #.</summary>
    /// <exception cref="FormatException">A line has other fields.</exception>
    public static PartialModel Read(TextReader reader)
    {
        var counts = new Dictionary<string, (int, int)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (line.Split('\t') is not [var shape, var right, var wrong]) throw new FormatException($"partial.tsv: '{line}' is not shape, right, wrong");
            counts.Add(shape, (int.Parse(right, CultureInfo.InvariantCulture), int.Parse(wrong, CultureInfo.InvariantCulture)));
        }

        return new PartialModel(counts);
    }

    /// <summary>The measure with the confidence of its shape; null when it is not sure enough.</summary>
    public Proposal? Propose(string? measure, string shape)
    {
        var (right, wrong) = _counts.GetValueOrDefault(shape);
        double confidence = Math.Round((right + 1.0) / (right + wrong + 2), 3);
        return measure is not null && confidence >= Threshold ? new Proposal(measure, confidence) : null;
    }
}
