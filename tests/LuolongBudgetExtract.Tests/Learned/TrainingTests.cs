using LuolongBudgetExtract.Learned;
using LuolongBudgetExtract.Training;

namespace LuolongBudgetExtract.Tests.Learned;

public sealed class TrainingTests
{
    private static readonly TrainingTask Roles = TrainingFiles.Read(Path.Combine(RepositoryFiles.Root, "models", "training")).Single(t => t.Name == "role");

    [Fact]
    public void The_same_lines_give_the_same_bytes()
    {
        string Train() => ModelTable.Text("role", Trainer.Train(Roles.Examples).Weights, 0.9, -1, 0);

        Assert.Equal(Train(), Train());
    }

    [Fact]
    public void The_table_says_what_ML_NET_says()
    {
        var trained = Trainer.Train(Roles.Examples);
        var table = LinearModel.Read(new StringReader(ModelTable.Text("role", trained.Weights, 0.9, -1, 0)));

        Assert.InRange(TrainingRun.Difference(Roles, trained, table), 0, TrainingRun.Agreement);
    }

    [Fact]
    public void The_model_in_the_library_is_that_of_the_lines_in_the_repository()
    {
        var lines = LinearModel.Read(new StringReader(ModelTable.Text("role", Trainer.Train(Roles.Examples).Weights, 0.9, -1, 0)));
        var library = LinearModel.Embedded("role");

        Assert.All(Roles.Examples, e => Assert.Equal(
            LinearModel.Likeliest(library.Classes, library.Probabilities(e.Features), e.IdOf).Id,
            LinearModel.Likeliest(lines.Classes, lines.Probabilities(e.Features), e.IdOf).Id));
    }

    [Fact]
    public void A_threshold_leaves_one_wrong_proposal_in_two_hundred()
    {
        // 400 right answers above, then a wrong one to every right one.
        var judgements = Enumerable.Range(0, 400).Select(_ => Judged("total", 0.99)).Concat(Enumerable.Range(0, 60).Select(i => Judged(i % 2 == 0 ? "unit" : "total", 0.7))).ToList();

        var operating = Operating.Choose(Roles, judgements);

        Assert.Equal("total", operating.Propose(Roles, judgements[0]));
        Assert.Null(operating.Propose(Roles, judgements[^1]));
    }

    [Fact]
    public void Counts_tell_a_wrong_proposal_from_silence()
    {
        Judgement[] judgements = [Judged("total", 0.9), Judged("unit", 0.9), Judged("detail", 0.9)];

        var score = Score.Of(Roles, judgements, j => j.Answer);

        Assert.Equal(new Score(3, 3, 2, 1), score);
        Assert.Equal((1, 0.5, 1 / 3.0), (score.Wrong, score.Precision, score.Coverage));
    }

    private static Judgement Judged(string answer, double probability) =>
        new(new Example("某地", ["合计"], "total", "total", [], c => c, null), answer, probability, Unseen: true);
}
