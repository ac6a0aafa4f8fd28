using System.Collections.Immutable;
using LuolongBudgetExtract.Learned;

namespace LuolongBudgetExtract.Training;

/// <summary>One labelled line of models/training as a model sees it.</summary>
/// <param name="Place">Who printed it: the fold that it belongs to.</param>
/// <param name="Parts">The texts that a person would have to know; with one of them nowhere else, the line is unseen.</param>
/// <param name="Truth">The right id.</param>
/// <param name="Class">The class to learn; the id itself unless several ids share a class.</param>
/// <param name="IdOf">The id that a class stands for on this line.</param>
/// <param name="Declared">What the declared rules say; null where they are silent.</param>
internal sealed record Example(
    string Place, ImmutableArray<string> Parts, string Truth, string Class, ImmutableArray<string> Features,
    Func<string, string> IdOf, string? Declared)
{
    /// <summary>What the declared rules would say without what only this place showed; see <see cref="LeftOut"/>.</summary>
    public string? DeclaredElsewhere { get; init; } = Declared;

    /// <summary>What the known words of these rules say without the unknown ones, if counts of other places trust it; see <see cref="PartialCounts"/>.</summary>
    public string? PartialElsewhere { get; init; }

    /// <summary>Tells whether declared knowledge lets a model give this answer.</summary>
    public Func<LinearModel, string, bool> MayAnswer { get; init; } = (_, _) => true;
}

/// <summary>Something to learn.</summary>
/// <param name="Silent">The id that says "nothing to propose".</param>
/// <param name="IsUsed">The pipeline asks the model; else it was only tried, and the card says why it is left out.</param>
internal sealed record TrainingTask(string Name, string Silent, bool IsUsed, ImmutableArray<Example> Examples)
{
    /// <summary>A proposal must be right this often on held-out places.</summary>
    public const double Precision = 0.995;
}
