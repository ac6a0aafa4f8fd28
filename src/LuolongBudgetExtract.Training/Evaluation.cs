using System.Collections.Immutable;

namespace LuolongBudgetExtract.Training;

/// <summary>Counts over lines of held-out places.</summary>
/// <param name="Lines">All lines.</param>
/// <param name="Meaningful">Lines whose truth is an id that somebody could propose.</param>
internal sealed record Score(int Lines, int Meaningful, int Proposed, int Right)
{
    public int Wrong => Proposed - Right;

    /// <summary>Share of the proposals that are right; 1 when there is none.</summary>
    public double Precision => Proposed == 0 ? 1 : (double)Right / Proposed;

    /// <summary>Share of the meaningful lines that got the right proposal.</summary>
    public double Coverage => Meaningful == 0 ? 0 : (double)Right / Meaningful;

    public static Score Of(TrainingTask task, IEnumerable<Judgement> judgements, Func<Judgement, string?> answer)
    {
        int lines = 0, meaningful = 0, proposed = 0, right = 0;
        foreach (var judgement in judgements)
        {
            lines++;
            meaningful += judgement.Line.Truth == task.Silent ? 0 : 1;
            if (answer(judgement) is not { } said || said == task.Silent) continue;
            proposed++;
            right += said == judgement.Line.Truth ? 1 : 0;
        }
        return new Score(lines, meaningful, proposed, right);
    }
}

/// <summary>Leave-one-place-out figures of a task. The threshold of a held-out place is chosen on the other places, so that no figure knows its own answers.</summary>
/// <param name="Final">Threshold and curve from all places: those of the shipped model.</param>
/// <param name="Unseen">The model alone on lines with a text that no other place prints: what rules written without the place would not know.</param>
/// <param name="Open">The model on the lines where the rules are silent: its work in the pipeline.</param>
/// <param name="Elsewhere">The rules without what only the place showed.</param>
/// <param name="Held">These rules, and what is learned where they are silent: a place that nobody has seen.</param>
internal sealed record Evaluation(
    TrainingTask Task, Operating Final, Score Rules, Score Model, Score Unseen, Score Open, Score Both, Score Elsewhere, Score Held,
    ImmutableArray<(string Place, Score Rules, Score Model, Score Elsewhere, Score Held)> Places,
    ImmutableArray<(Judgement Judgement, string Said)> Wrong)
{
    public static Evaluation Of(TrainingTask task)
    {
        var judgements = LeaveOnePlaceOut.Judge(task);
        var places = judgements.Select(j => j.Line.Place).Distinct().ToImmutableArray();
        var operating = places.ToDictionary(p => p, p => Operating.Choose(task, [.. judgements.Where(j => j.Line.Place != p)]));
        string? Rules(Judgement j) => j.Line.Declared;
        string? Model(Judgement j) => operating[j.Line.Place].Propose(task, j);
        string? Both(Judgement j) => Rules(j) ?? Model(j);
        string? Elsewhere(Judgement j) => j.Line.DeclaredElsewhere;
        string? Held(Judgement j) => Elsewhere(j) ?? j.Line.PartialElsewhere ?? Model(j);
        return new Evaluation(task, Operating.Choose(task, judgements), Score.Of(task, judgements, Rules), Score.Of(task, judgements, Model),
            Score.Of(task, judgements.Where(j => j.Unseen), Model), Score.Of(task, judgements.Where(j => Rules(j) is null), Model), Score.Of(task, judgements, Both),
            Score.Of(task, judgements, Elsewhere), Score.Of(task, judgements, Held),
            [.. places.Select(p => (p, In(p, Rules), In(p, Model), In(p, Elsewhere), In(p, Held)))],
            [.. from j in judgements let said = Model(j) where said is not null && said != j.Line.Truth select (j, said)]);

        Score In(string place, Func<Judgement, string?> answer) => Score.Of(task, judgements.Where(j => j.Line.Place == place), answer);
    }
}
