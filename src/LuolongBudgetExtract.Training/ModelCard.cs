using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace LuolongBudgetExtract.Training;

/// <summary>Writes models/CARD.md.</summary>
internal static class ModelCard
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["form"] = "Form of a table from its title, headers and stub",
        ["form_headers"] = "Form of a table without a title, from headers and stub",
        ["measure"] = "Measure of an amount column from its header path and form",
        ["role"] = "Role of a row from its label, position and form",
    };

    public static string Markdown(ImmutableArray<Evaluation> evaluations)
    {
        var text = new StringBuilder();
        text.Append("""
            # Model card

            Written by `luolong train`; do not edit. The models speak only where declared knowledge (forms.json, columns.json, the rules of row roles) abstains, what
            they propose is marked in the dataset (`form_source`, `measure_source`, `role_source` = `model`, with a confidence) and raises a warning, and below
            their threshold they stay silent. They never override a declared value, and declared knowledge may veto them (the fund that a title names, the
            classification of the codes; a header with two characters side by side that the model has never seen so).

            **Data**: `models/training/*.tsv`: lines of real disclosures with what the declared rules say, reviewed by hand, and hand-labelled lines for what the
            rules do not understand and for the naming families of other places. **Method**: multinomial logistic regression over character runs
            (ML.NET, L-BFGS, one thread, fixed seed), the confidence calibrated by Platt's curve on held-out answers. The weights are a text table that the
            pipeline evaluates itself: loading ML.NET costs more than reading a small document, and a table gives the same answer on every machine.
            Training twice on one machine gives the same bytes; another processor may differ in the last digits of a weight.

            **Leave-one-place-out**: each place is judged by models trained without it, at a threshold chosen without it. *Precision* is the share of proposals that
            are right, *coverage* the share of lines with an answer that got it. The declared rules have seen all of these places, the models none: so *rules* is
            an upper bound, and *model, unseen texts* (lines with a text that no other place prints) is what to expect where rules do not know a word.
            *Rules without the place* leaves out every word of a header and every pattern of a title that only the held-out place shows: what the rules
            would know had they been written without it. With what is learned where they are silent, that is what a new place can expect. Names of the official
            classifications stay, because the lists give them, not a place, and so do the short words that say nothing of money (的, 其中, 来源). A header with an unknown word above a leaf that is known is read without that word
            where counts over all other headers (`learned/partial.tsv`) say that this is right at least 95 times in 100 (smoothed); else the model is asked.


            """);
        foreach (var evaluation in evaluations) Task(text, evaluation);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Task(StringBuilder text, Evaluation e)
    {
        text.Append($"## {Titles[e.Task.Name]}\n\n");
        text.Append(e.Task.IsUsed
            ? $"Used, threshold {Number(e.Final.Threshold)}."
            : "Tried and **not used**: the proposals that it can make safely are too few, because many forms share their headers. Such a table stays `other`.");
        text.Append("\n\n| | lines | proposed | right | wrong | precision | coverage |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        Row(text, "rules alone", e.Rules);
        Row(text, "model alone, all lines", e.Model);
        Row(text, "model alone, unseen texts", e.Unseen);
        Row(text, "model where the rules are silent", e.Open);
        Row(text, "rules with model", e.Both);
        Row(text, "rules without the place", e.Elsewhere);
        Row(text, "**rules without the place, with model**", e.Held);
        text.Append("\n| place | lines | rules: right/wrong | model: right/wrong | rules without the place: right/wrong | with model: right/wrong |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (place, rules, model, elsewhere, held) in e.Places)
            text.Append($"| {place} | {rules.Lines} | {Pair(rules)} | {Pair(model)} | {Pair(elsewhere)} | {Pair(held)} |\n");
        if (e.Wrong.Length > 0) text.Append("\nWrong proposals of the model alone: ");
        text.AppendJoin("; ", e.Wrong.Take(12).Select(w => $"{w.Judgement.Line.Place} `{Short(w.Judgement.Line)}` is {w.Judgement.Line.Truth}, said {w.Said}"));
        text.Append(e.Wrong.Length > 0 ? ".\n\n" : "\n");
    }

    private static string Short(Example line)
    {
        var path = string.Join('>', line.Parts).Replace("|", "\\|", StringComparison.Ordinal);
        return path.Length > 60 ? path[..60] + "…" : path;
    }

    private static void Row(StringBuilder text, string name, Score s) =>
        text.Append($"| {name} | {s.Lines} | {s.Proposed} | {s.Right} | {s.Wrong} | {Percent(s.Precision)} | {Percent(s.Coverage)} |\n");

    private static string Pair(Score s) => $"{s.Right}/{s.Wrong}";

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
