using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Learned;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Training;

/// <summary>Reads the labelled lines: tab-separated text with one comment line at the top that names the fields.</summary>
internal static class TrainingFiles
{
    // Any amount: the rules ask whether a column holds money.
    private const string SomeAmount = "12.30";

    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="FormatException">A line has another number of fields than the task needs.</exception>
    public static ImmutableArray<TrainingTask> Read(string folder)
    {
        string[][] forms = [.. Lines(folder, "forms.tsv", 5)], measures = [.. Lines(folder, "measures.tsv", 4)];
        var elsewhere = new LeftOut(measures.Select(l => (l[0], PathOf(l[3]))), forms.Select(l => (l[0], Evidence(l, l[2]))));
        var partial = PartialOf(measures);
        return
        [
            new TrainingTask("form", FormCatalog.Other, true, [.. forms.Where(l => l[2].Length > 0).Select(l => Form(l, l[2], elsewhere))]),
            // What a table shows without its title is all there is when a title was not found.
            new TrainingTask("form_headers", FormCatalog.Other, false, [.. forms.Where(l => l[3].Trim(';').Length > 0).Select(l => Form(l, "", elsewhere))]),
            new TrainingTask("measure", MeasureModel.None, true, [.. measures.Select(l => Measure(l, elsewhere, partial))]),
            new TrainingTask("role", "detail", true, [.. Lines(folder, "roles.tsv", 7).Select(Role)]),
        ];
    }

    /// <summary>Counts of headers read in part, from the same lines as the task measure.</summary>
    public static PartialCounts Partial(string folder) => PartialOf([.. Lines(folder, "measures.tsv", 4)]);

    private static PartialCounts PartialOf(string[][] measures) => new(measures.Select(l => (l[0], l[1], l[2], Folded(PathOf(l[3])))));

    private static ImmutableArray<string> Folded(ImmutableArray<string> path) => [.. path.Select(Codes.FoldedText.Of).Where(p => p.Length > 0)];

    private static ImmutableArray<string> PathOf(string path) => [.. path.Split('>')];

    private static FormEvidence Evidence(string[] line, string title) =>
        new(title, null, [.. line[3].Split(';').Select(PathOf)], [.. line[4].Split(';').Where(t => t.Length > 0)]);

    private static Example Form(string[] line, string title, LeftOut elsewhere)
    {
        var (place, form) = (line[0], line[1]);
        var evidence = Evidence(line, title);
        var (paths, stub) = (evidence.HeaderPaths, evidence.StubTexts);
        var match = FormRecogniser.Recognise(evidence);
        var without = FormRecogniser.Recognise(evidence, elsewhere.Catalog(place));
        return new Example(place, title.Length > 0 ? [TextFeatures.Normal(title)] : [.. paths.SelectMany(p => p).Select(TextFeatures.Normal)],
            form, form, FormModel.Features(title, paths, stub), c => c, match.Understood ? match.Form : null)
        {
            DeclaredElsewhere = without.Understood ? without.Form : null,
            MayAnswer = (_, answer) => FormRecogniser.Allows(evidence, answer),
        };
    }

    private static Example Measure(string[] line, LeftOut elsewhere, PartialCounts partial)
    {
        var (place, measure, form) = (line[0], line[1], FormCatalog.Default[line[2]]);
        var path = PathOf(line[3]);
        var parts = Folded(path);
        var rest = PartialReading.Of(parts, form, elsewhere.Words(place));
        var plain = measure == form.OwnMeasure && HeaderReading.Of(parts, form) is { IsUnderstood: true, NamesMeasure: false };
        ImmutableArray<ColumnEvidence> column = [new ColumnEvidence(path, [SomeAmount])];
        var declared = ColumnVocabulary.Read(form.Id, null, column)[0].Measure;
        var header = HeaderText.Of(parts, p => HeaderWords.IsFigure(p, form.Sources));
        return new Example(place, header.Parts, measure, plain ? MeasureModel.OfForm : measure,
            MeasureModel.Features(form.Id, header), c => MeasureModel.IdOf(c, form.OwnMeasure), declared)
        {
            DeclaredElsewhere = ColumnVocabulary.Read(form.Id, null, column, elsewhere.Words(place))[0].Measure,
            PartialElsewhere = rest is null ? null : partial.Without(place).Propose(rest.Measure, rest.Shape)?.Id,
            MayAnswer = (model, _) => MeasureModel.IsCovered(model, header),
        };
    }

    private static Example Role(string[] line)
    {
        var (place, role, form, label) = (line[0], line[1], line[2], line[3]);
        var declared = RowRoles.OfLabel(label) is { } known ? Dataset.Names.Of(known) : null;
        return new Example(place, [TextFeatures.Normal(label)], role, role,
            RoleModel.Features(form, label, Enum.Parse<RowPosition>(line[4], ignoreCase: true), line[5] == "yes", line[6] == "yes"), c => c, declared);
    }

    private static IEnumerable<string[]> Lines(string folder, string name, int fields)
    {
        int number = 0;
        foreach (var line in File.ReadLines(Path.Combine(folder, name)))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#')) continue;
            var values = line.Split('\t');
            if (values.Length != fields) throw new FormatException($"{name}, line {number}: {values.Length} fields instead of {fields}");
            yield return values;
        }
    }
}
