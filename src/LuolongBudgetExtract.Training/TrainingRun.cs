using System.Collections.Immutable;
using LuolongBudgetExtract.Learned;

namespace LuolongBudgetExtract.Training;

/// <summary>From the labelled lines to models and card.</summary>
public static class TrainingRun
{
    /// <summary>Probabilities of ML.NET are single precision, weights of the table have six decimals.</summary>
    internal const double Agreement = 1e-5;

    /// <summary>Trains and evaluates everything; takes a few minutes.</summary>
    /// <param name="models">The folder models, with <c>training/*.tsv</c>.</param>
    /// <param name="progress">Told the name of each task as it begins.</param>
    /// <returns>The files to write, by their path below <paramref name="models"/>.</returns>
    /// <exception cref="IOException">A file with lines is missing.</exception>
    /// <exception cref="FormatException">A line is malformed.</exception>
    public static ImmutableSortedDictionary<string, string> Files(string models, Action<string> progress)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var evaluations = ImmutableArray.CreateBuilder<Evaluation>();
        foreach (var task in TrainingFiles.Read(Path.Combine(models, "training")))
        {
            progress(task.Name);
            var evaluation = Evaluation.Of(task);
            evaluations.Add(evaluation);
            var (slope, offset, threshold) = evaluation.Final;
            if (!task.IsUsed) continue;
            var trained = Trainer.Train(task.Examples);
            var table = ModelTable.Text(task.Name, trained.Weights, threshold, slope, offset);
            var difference = Difference(task, trained, LinearModel.Read(new StringReader(table)));
            if (difference > Agreement) throw new InvalidOperationException($"{task.Name}: table and ML.NET differ by {difference} in a probability.");
            files.Add($"learned/{task.Name}.tsv", table);
        }
        files.Add("learned/partial.tsv", TrainingFiles.Partial(Path.Combine(models, "training")).Text());
        files.Add("CARD.md", ModelCard.Markdown(evaluations.ToImmutable()));
        return files.ToImmutable();
    }

    /// <summary>The largest difference between a probability that ML.NET gives and one that the table gives, over the training lines.</summary>
    internal static double Difference(TrainingTask task, Trained trained, LinearModel table) =>
        task.Examples.Select((e, i) => table.Probabilities(e.Features).Select((p, c) => Math.Abs(p - trained.Probabilities[i][c])).Max()).Max();
}
