using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Learned;

/// <summary>
/// A multinomial logistic regression as <c>luolong train</c> wrote it: a table of weights. Evaluated here because ML.NET takes longer
/// to start than a small document takes to read (models/CARD.md has the figures); a test holds both to the same numbers.
/// </summary>
internal sealed class LinearModel
{
    private readonly Dictionary<string, (int Class, double Weight)[]> _weights;
    private readonly double[] _bias;
    private readonly double _slope, _offset;

    private LinearModel(ImmutableArray<string> classes, double threshold, double slope, double offset, double[] bias, Dictionary<string, (int, double)[]> weights) =>
        (Classes, Threshold, _slope, _offset, _bias, _weights) = (classes, threshold, slope, offset, bias, weights);

    public ImmutableArray<string> Classes { get; }

    /// <summary>Below this confidence the model stays silent.</summary>
    public double Threshold { get; }

    /// <summary>A model that is part of the library.</summary>
    public static LinearModel Embedded(string name)
    {
        using var reader = new StreamReader(ModelFile.Open($"learned/{name}.tsv"));
        return Read(reader);
    }

    /// <summary>
    /// Lines of tab-separated fields: comments with #, then <c>classes</c>, <c>threshold</c>, <c>calibration</c> (slope, offset),
    /// <c>bias</c> (one a class), then a feature a line with <c>class:weight</c> pairs, class numbers from 0.
    /// </summary>
    /// <exception cref="FormatException">The text is no such table.</exception>
    public static LinearModel Read(TextReader reader)
    {
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)) lines.Add(line);
        if (lines is not [var classes, var threshold, var calibration, var bias, .. var rows]) throw new FormatException("A model has classes, threshold, calibration and bias.");
        var weights = new Dictionary<string, (int, double)[]>(rows.Count);
        foreach (var row in rows)
        {
            var fields = row.Split('\t');
            weights.Add(fields[0], [.. fields.Skip(1).Select(Pair)]);
        }
        var curve = Numbers(calibration);
        return new LinearModel([.. classes.Split('\t').Skip(1)], Numbers(threshold)[0], curve[0], curve[1], Numbers(bias), weights);
    }

    /// <summary>Probability of each class, before calibration.</summary>
    public double[] Probabilities(ImmutableArray<string> features)
    {
        var scores = (double[])_bias.Clone();
        foreach (var feature in features)
            if (_weights.TryGetValue(feature, out var weights))
                foreach (var (index, weight) in weights) scores[index] += weight;
        double top = scores.Max(), sum = 0;
        for (int i = 0; i < scores.Length; i++) sum += scores[i] = Math.Exp(scores[i] - top);
        for (int i = 0; i < scores.Length; i++) scores[i] /= sum;
        return scores;
    }

    /// <summary>Every two characters that stand side by side in a text, its ends included, stood so in training: nothing in it is new.</summary>
    public bool Knows(string prefix, string text)
    {
        var marked = $"^{text}$";
        for (int i = 0; i + 2 <= marked.Length; i++)
            if (!_weights.ContainsKey($"{prefix}{marked.AsSpan(i, 2)}")) return false;
        return true;
    }

    /// <summary>The likeliest id with its calibrated confidence, whether sure enough or not.</summary>
    public Proposal Best(ImmutableArray<string> features, Func<string, string> idOf)
    {
        var (id, probability) = Likeliest(Classes, Probabilities(features), idOf);
        return new Proposal(id, Calibration.Confidence(probability, _slope, _offset));
    }

    /// <summary>The likeliest id and its probability. Several classes may stand for one id; ties go to the first by name, never to chance.</summary>
    public static (string Id, double Probability) Likeliest(ImmutableArray<string> classes, double[] probabilities, Func<string, string> idOf)
    {
        var byId = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < probabilities.Length; i++)
        {
            var id = idOf(classes[i]);
            byId[id] = byId.GetValueOrDefault(id) + probabilities[i];
        }
        var best = byId.MaxBy(p => p.Value);
        return (best.Key, best.Value);
    }

    private static (int, double) Pair(string text)
    {
        int at = text.IndexOf(':');
        return (int.Parse(text.AsSpan(0, at), CultureInfo.InvariantCulture), double.Parse(text.AsSpan(at + 1), CultureInfo.InvariantCulture));
    }

    private static double[] Numbers(string line) => [.. line.Split('\t').Skip(1).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
}
