using System.Collections.Immutable;
using LuolongBudgetExtract.Learned;

namespace LuolongBudgetExtract.Training;

/// <summary>A model's answer to a line of a place that it was not trained on.</summary>
/// <param name="Unseen">The line has a text that no other place printed.</param>
internal sealed record Judgement(Example Line, string Answer, double Probability, bool Unseen)
{
    public bool IsRight => Answer == Line.Truth;
}

/// <summary>The curve and the threshold that turn probabilities into proposals.</summary>
internal sealed record Operating(double Slope, double Offset, double Threshold)
{
    /// <summary>Nobody should be given a proposal that is wrong more often than one time in ten, however the sample came out.</summary>
    private const double LeastConfidence = 0.9;

    /// <summary>Lines that the rules leave open and that have an answer: fewer are no sample.</summary>
    private const int FewestOpen = 100;

    /// <summary>The lowest threshold at which proposals on held-out lines are as often right as the task asks.</summary>
    /// <param name="judgements">Of held-out places.</param>
    public static Operating Choose(TrainingTask task, IReadOnlyCollection<Judgement> judgements)
    {
        // Only proposals: a header that is not the model's to answer says nothing about how sure its answers are.
        var (slope, offset) = Trainer.Calibrate(judgements.Where(j => j.Answer != task.Silent).Select(j => (Calibration.LogOdds(j.Probability), j.IsRight)));
        // The model is only asked what the rules leave open; where that is no sample, what they would not know without the place.
        var open = judgements.Where(j => j.Line.Declared is null).ToList();
        var asked = open.Count(j => j.Line.Truth != task.Silent) >= FewestOpen ? open : judgements.Where(j => j.Unseen);
        var proposals = asked.Where(j => j.Answer != task.Silent)
            .Select(j => (Confidence: Calibration.Confidence(j.Probability, slope, offset), j.IsRight)).ToList();
        double threshold = 1;
        foreach (var candidate in proposals.Select(p => p.Confidence).Distinct().OrderDescending())
        {
            int made = proposals.Count(p => p.Confidence >= candidate), right = proposals.Count(p => p.Confidence >= candidate && p.IsRight);
            if (candidate >= LeastConfidence && right >= TrainingTask.Precision * made) threshold = candidate;
        }
        return new Operating(slope, offset, threshold);
    }

    /// <summary>The proposal that a judgement comes to; null when the model stays silent.</summary>
    public string? Propose(TrainingTask task, Judgement judgement) =>
        judgement.Answer != task.Silent && Calibration.Confidence(judgement.Probability, Slope, Offset) >= Threshold ? judgement.Answer : null;
}

/// <summary>Leave-one-place-out: every line is judged by a model that never saw its place.</summary>
internal static class LeaveOnePlaceOut
{
    public static ImmutableArray<Judgement> Judge(TrainingTask task) =>
        [.. task.Examples.Select(e => e.Place).Distinct().Order(StringComparer.Ordinal).AsParallel().AsOrdered().SelectMany(place => Judge(task, place))];

    private static IEnumerable<Judgement> Judge(TrainingTask task, string place)
    {
        var others = task.Examples.Where(e => e.Place != place).ToList();
        var known = others.SelectMany(e => e.Parts).ToHashSet();
        var model = LinearModel.Read(new StringReader(ModelTable.Text(task.Name, Trainer.Train(others).Weights, 0, -1, 0)));
        foreach (var line in task.Examples.Where(e => e.Place == place))
        {
            var (answer, probability) = LinearModel.Likeliest(model.Classes, model.Probabilities(line.Features), line.IdOf);
            yield return new Judgement(line, line.MayAnswer(model, answer) ? answer : task.Silent, probability, line.Parts.Any(p => !known.Contains(p)));
        }
    }
}
