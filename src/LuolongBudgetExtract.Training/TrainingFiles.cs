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
    public static ImmutableArray<TrainingTask> Read(string folder) =>
    [
        new TrainingTask("form", FormCatalog.Other, true, [.. Lines(folder, "forms.tsv", 5).Where(l => l[2].Length > 0).Select(l => Form(l, l[2]))]),
        // What a table shows without its title is all there is when a title was not found.
        new TrainingTask("form_headers", FormCatalog.Other, false, [.. Lines(folder, "forms.tsv", 5).Where(l => l[3].Trim(';').Length > 0).Select(l => Form(l, ""))]),
        new TrainingTask("measure", MeasureModel.None, true, [.. Lines(folder, "measures.tsv", 4).Select(Measure)]),
        new TrainingTask("role", "detail", true, [.. Lines(folder, "roles.tsv", 7).Select(Role)]),
    ];

    private static Example Form(string[] line, string title)
    {
        var (place, form) = (line[0], line[1]);
        var paths = line[3].Split(';').Select(p => p.Split('>').ToImmutableArray()).ToImmutableArray();
        ImmutableArray<string> stub = [.. line[4].Split(';').Where(t => t.Length > 0)];
        var evidence = new FormEvidence(title, null, paths, stub);
        var match = FormRecogniser.Recognise(evidence);
        return new Example(place, title.Length > 0 ? [TextFeatures.Normal(title)] : [.. paths.SelectMany(p => p).Select(TextFeatures.Normal)],
            form, form, FormModel.Features(title, paths, stub), c => c, match.Understood ? match.Form : null)
        {
            MayAnswer = (_, answer) => FormRecogniser.Allows(evidence, answer),
        };
    }

    private static Example Measure(string[] line)
    {
        var (place, measure, form) = (line[0], line[1], FormCatalog.Default[line[2]]);
        ImmutableArray<string> path = [.. line[3].Split('>')];
        var parts = path.Select(Codes.FoldedText.Of).Where(p => p.Length > 0).ToImmutableArray();
        var plain = measure == form.OwnMeasure && HeaderReading.Of(parts, form) is { IsUnderstood: true, NamesMeasure: false };
        var declared = ColumnVocabulary.Read(form.Id, null, [new ColumnEvidence(path, [SomeAmount])])[0].Measure;
        var header = HeaderText.Of(parts, p => HeaderWords.IsFigure(p, form.Sources));
        return new Example(place, header.Parts, measure, plain ? MeasureModel.OfForm : measure,
            MeasureModel.Features(form.Id, header), c => MeasureModel.IdOf(c, form.OwnMeasure), declared) { MayAnswer = (model, _) => MeasureModel.IsCovered(model, header) };
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
