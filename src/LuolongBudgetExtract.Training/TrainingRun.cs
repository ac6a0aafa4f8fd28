using System.Collections.Immutable;

namespace LuolongBudgetExtract.Training;

/// <summary>From the labelled lines to models and card.</summary>
public static class TrainingRun
{
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
            if (task.IsUsed) files.Add($"learned/{task.Name}.tsv", ModelTable.Text(task.Name, Trainer.Train(task.Examples), threshold, slope, offset));
        }
        files.Add("CARD.md", ModelCard.Markdown(evaluations.ToImmutable()));
        return files.ToImmutable();
    }
}
