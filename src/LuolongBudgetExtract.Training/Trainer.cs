using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace LuolongBudgetExtract.Training;

/// <summary>Weights of one trained model: a bias a class, and for each feature a weight a class.</summary>
internal sealed record Weights(ImmutableArray<string> Classes, ImmutableArray<float> Bias, ImmutableSortedDictionary<string, float[]> Features);

/// <param name="Probabilities">What ML.NET itself says of each training line, in the order of the classes.</param>
internal sealed record Trained(Weights Weights, ImmutableArray<float[]> Probabilities);

/// <summary>Trains with ML.NET: multinomial logistic regression by L-BFGS, single-threaded and seeded, so that the same lines give the same weights.</summary>
internal static class Trainer
{
    private const int Seed = 410311;

    // L1 makes a table that a person can read; L2 spreads weight over features that occur together, so that an unseen text still finds some.
    private const float L1 = 0.05f, L2 = 0.5f;

    public static Trained Train(IReadOnlyCollection<Example> examples)
    {
        ImmutableArray<string> classes = [.. examples.Select(e => e.Class).Distinct().Order(StringComparer.Ordinal)];
        ImmutableArray<string> names = [.. examples.SelectMany(e => e.Features).Distinct().Order(StringComparer.Ordinal)];
        var numberOf = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
        var classOf = classes.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        var ml = new MLContext(Seed);
        var data = ml.Data.LoadFromEnumerable(examples.Select(e => new Row { Label = (uint)classOf[e.Class], Features = Vector(e.Features, numberOf) }), Schema(classes.Length, names.Length));
        var trained = ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = L1, L2Regularization = L2, NumberOfThreads = 1, DenseOptimizer = true, OptimizationTolerance = 1e-6f, MaximumNumberOfIterations = 200,
        }).Fit(data);
        VBuffer<float>[] weights = [];
        trained.Model.GetWeights(ref weights, out _);
        var dense = weights.Select(w => w.DenseValues().ToArray()).ToArray();
        var table = new Weights(classes, [.. trained.Model.GetBiases()], names.Select((n, i) => KeyValuePair.Create(n, dense.Select(w => w[i]).ToArray())).ToImmutableSortedDictionary(StringComparer.Ordinal));
        return new Trained(table, [.. trained.Transform(data).GetColumn<float[]>("Score")]);
    }

    /// <summary>Slope and offset of Platt's curve for log-odds of held-out answers.</summary>
    public static (double Slope, double Offset) Calibrate(IEnumerable<(double LogOdds, bool Right)> answers)
    {
        var ml = new MLContext(Seed);
        var data = ml.Data.LoadFromEnumerable(answers.Select(a => new Answer { Label = a.Right, Score = (float)a.LogOdds }));
        var curve = ((ISingleFeaturePredictionTransformer<PlattCalibrator>)ml.BinaryClassification.Calibrators.Platt().Fit(data)).Model;
        return (curve.Slope, curve.Offset);
    }

    private static VBuffer<float> Vector(ImmutableArray<string> features, Dictionary<string, int> numberOf)
    {
        int[] at = [.. features.Select(f => numberOf[f]).Order()];
        return new VBuffer<float>(numberOf.Count, at.Length, [.. Enumerable.Repeat(1f, at.Length)], at);
    }

    private static SchemaDefinition Schema(int classes, int features)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), classes);
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        return schema;
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }

    private sealed class Answer
    {
        public bool Label { get; set; }

        public float Score { get; set; }
    }
}
