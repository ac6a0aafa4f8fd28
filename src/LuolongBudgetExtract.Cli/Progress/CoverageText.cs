using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LuolongBudgetExtract.Dataset;
using Spectre.Console;

namespace LuolongBudgetExtract.Cli.Progress;

/// <summary>The coverage report for people (tables on a terminal or in a file) and for programs (one JSON object).</summary>
internal static class CoverageText
{
    /// <summary>Columns of a table that is not on a terminal.</summary>
    private const int FileWidth = 160;

    private static readonly string[] Numbers = ["tables", "with amounts", "form known", "amounts", "with measure", "codes in list", "checks evaluated"];

    public static string Json(CoverageReport report) => JsonSerializer.Serialize(report, HostJson.Default.CoverageReport);

    public static void Write(CoverageReport report, int top, TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), ColorSystem = ColorSystemSupport.NoColors });
        if (Console.IsOutputRedirected || !ReferenceEquals(writer, Console.Out)) console.Profile.Width = FileWidth;

        var places = Table(["place", "documents", .. Numbers]);
        foreach (var (place, documents) in report.Documents)
            Row(places, [place, Number(documents)], CoverageLine.Sum(place, "", report.Lines.Where(l => l.Place == place)));
        Row(places, ["all", Number(report.Documents.Values.Sum())], CoverageLine.Sum("", "", report.Lines));
        console.Write(places);

        var forms = Table(["form", "places", .. Numbers]);
        foreach (var form in report.Lines.GroupBy(l => l.Form).OrderBy(g => g.Key, StringComparer.Ordinal))
            Row(forms, [form.Key, Number(form.Count())], CoverageLine.Sum("", form.Key, form));
        console.Write(forms);

        console.WriteLine($"Titles of tables whose form was not recognised: {report.Titles.Length}");
        List(console, report.Titles.Take(top), n => [n.Text]);
        console.WriteLine($"Headers of amounts without a measure: {report.Headers.Length}");
        List(console, report.Headers.Take(top), n => [n.Text, n.Form ?? ""]);
    }

    private static void List(IAnsiConsole console, IEnumerable<NotUnderstood> items, Func<NotUnderstood, string[]> texts)
    {
        var list = ImmutableArray.CreateRange(items);
        if (list.Length == 0) return;
        var table = Table(["amounts", "tables", "places", .. texts(list[0]).Select((_, i) => i == 0 ? "as printed" : "form")], left: 3);
        foreach (var item in list) table.AddRow([.. new[] { Number(item.Count), Number(item.Tables), Number(item.Places) }.Concat(texts(item)).Select(t => new Text(t))]);
        console.Write(table);
    }

    // Texts stand left: the first column, or those from the given one on.
    private static Table Table(string[] columns, int left = 0)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        for (int i = 0; i < columns.Length; i++)
        {
            bool text = left == 0 ? i == 0 : i >= left;
            table.AddColumn(new TableColumn(new Text(columns[i])) { Alignment = text ? Justify.Left : Justify.Right, NoWrap = left == 0 });
        }
        return table;
    }

    private static void Row(Table table, string[] head, CoverageLine l) => table.AddRow([.. head.Concat(
    [
        Number(l.Tables), Number(l.AmountTables), Share(l.NamedTables, l.AmountTables), Number(l.Amounts), Share(l.Measured, l.Amounts),
        Share(l.KnownCodes, l.Codes), Share(l.Evaluated, l.Checks),
    ]).Select(t => new Text(t))]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Never rounded up to 100: one miss in a thousand is a miss.
    private static string Share(int some, int all) => all == 0 ? "-" : (Math.Floor(1000m * some / all) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
