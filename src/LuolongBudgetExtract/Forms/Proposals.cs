using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Learned;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>Asks the trained models where declared knowledge abstained. What they say carries its confidence and never replaces what is declared.</summary>
public static class Proposals
{
    /// <summary>The form of a table whose title no pattern knows; <paramref name="declared"/> itself when it is understood or the model is silent.</summary>
    public static FormMatch Form(FormEvidence evidence, FormMatch declared)
    {
        if (declared.Understood || FormTitle.Fold(evidence.Title).Length is 0 or > FormRecogniser.LongestTitle) return declared;
        return FormModel.Propose(evidence.Title, evidence.HeaderPaths, evidence.StubTexts) is { } proposal && FormRecogniser.Allows(evidence, proposal.Id)
            ? declared with { Form = proposal.Id, Fund = FormCatalog.Default[proposal.Id].Fund ?? declared.Fund, Confidence = proposal.Confidence }
            : declared;
    }

    /// <summary>The measures of amount columns whose headers cannot be cut into known words. A header that is understood and yet has no
    /// measure was left open on purpose.</summary>
    public static ImmutableArray<ColumnMeaning> Measures(string form, ImmutableArray<ImmutableArray<string>> paths, ImmutableArray<ColumnMeaning> declared)
    {
        var definition = FormCatalog.Default[form];
        return [.. declared.Select((meaning, c) => meaning is { Kind: ColumnKind.Amount, Measure: null } ? Measure(definition, paths[c], meaning) : meaning)];
    }

    private static ColumnMeaning Measure(FormDefinition form, ImmutableArray<string> path, ColumnMeaning declared)
    {
        var parts = path.Select(FoldedText.Of).Where(p => p.Length > 0).ToImmutableArray();
        if (HeaderReading.Of(parts, form).IsUnderstood) return declared;
        if (PartialReading.Of(parts, form, HeaderWords.All) is { } partial && PartialModel.Embedded.Propose(partial.Measure, partial.Shape) is { } known)
            return declared with { Measure = known.Id, MeasureConfidence = known.Confidence };
        var header = HeaderText.Of(parts, p => HeaderWords.IsFigure(p, form.Sources));
        return MeasureModel.Propose(form.Id, form.OwnMeasure, header) is { } proposal
            ? declared with { Measure = proposal.Id, MeasureConfidence = proposal.Confidence }
            : declared;
    }
}
