using System.Collections.Immutable;
using System.Text.Json;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Reads the dataset that a run left and counts what was understood.</summary>
public static class CoverageReader
{
    /// <summary>Stands for a place that no document tells.</summary>
    public const string NoPlace = "?";

    private const string NoTitle = "(no title)";

    /// <param name="output">The output folder of a run.</param>
    /// <exception cref="DirectoryNotFoundException">There is no dataset.</exception>
    /// <exception cref="InvalidDataException">Another version of the program wrote it.</exception>
    public static async Task<CoverageReport> ReadAsync(string output, CancellationToken stop = default)
    {
        if (!Directory.Exists(Path.Combine(output, "dataset"))) throw new DirectoryNotFoundException($"{output} has no dataset; extract or run writes one");
        var counts = new Counts();
        await foreach (var (d, _) in DatasetTexts.Read(output, "documents", ["document_id", "division_code", "division_name"], stop))
            counts.Places[d[0]!] = d[1] is null ? NoPlace : $"{d[1]} {d[2]}";
        await foreach (var (t, _) in DatasetTexts.Read(output, "tables", ["table_id", "document_id", "form", "title", "form_label"], stop))
            counts.Tables[t[0]!] = new Table(counts.Places.GetValueOrDefault(t[1]!, NoPlace), t[2]!, t[3], t[4]);
        await foreach (var (a, year) in DatasetTexts.Read(output, "amounts",
                           ["table_id", "row_id", "measure", "column_path", "function_code", "dept_econ_code", "gov_econ_code"], stop))
            counts.Amount(counts.Tables[a[0]!], a, year);
        var log = Path.Combine(output, "reconciliation.jsonl");
        if (File.Exists(log))
            await foreach (var line in File.ReadLinesAsync(log, stop)) counts.Check(line);
        return counts.Report();
    }

    private sealed class Table(string place, string form, string? title, string? label)
    {
        public string Place => place;
        public string Form => form;
        public string? Title => title;
        public int Amounts { get; set; }
        public int Measured { get; set; }
        public int Codes { get; set; }
        public int KnownCodes { get; set; }
        public string? LastRow { get; set; }
        public HashSet<string> Paths { get; } = [];

        // Other by knowledge, or because nothing was recognised: title and headers say.
        public bool IsNamed => form != FormCatalog.Other
            || FormRecogniser.Recognise(new FormEvidence(title, label, [.. Paths.Select(p => p.Split('|').ToImmutableArray())], [])).Understood;
    }

    private sealed class Counts
    {
        private readonly Dictionary<(string Header, string Form), (int Amounts, HashSet<Table> Tables)> _headers = [];
        private readonly Dictionary<(string Place, string Form), (int All, int Evaluated)> _checks = [];

        public Dictionary<string, string> Places { get; } = [];
        public Dictionary<string, Table> Tables { get; } = [];

        public void Amount(Table table, string?[] amount, int? year)
        {
            table.Amounts++;
            table.Paths.Add(amount[3]!);
            if (amount[2] is not null) table.Measured++;
            else
            {
                var (seen, tables) = _headers.GetValueOrDefault((amount[3]!, table.Form), (0, []));
                tables.Add(table);
                _headers[(amount[3]!, table.Form)] = (seen + 1, tables);
            }
            if (table.LastRow == amount[1]) return;
            table.LastRow = amount[1];
            foreach (var (code, list) in new[] { (amount[4], CodeLists.Functions), (amount[5], CodeLists.DeptEcons), (amount[6], CodeLists.GovEcons) })
            {
                if (code is null) continue;
                table.Codes++;
                if (list.Find(code, year) is not null) table.KnownCodes++;
            }
        }

        public void Check(string line)
        {
            using var check = JsonDocument.Parse(line);
            var root = check.RootElement;
            var forms = root.GetProperty("forms");
            var key = (Places.GetValueOrDefault(root.GetProperty("document_id").GetString()!, NoPlace),
                forms.GetArrayLength() == 0 ? FormCatalog.Other : forms[0].GetString()!);
            var (all, evaluated) = _checks.GetValueOrDefault(key);
            _checks[key] = (all + 1, evaluated + (root.GetProperty("outcome").GetString() is "exact" or "within_rounding" or "inconsistent" ? 1 : 0));
        }

        public CoverageReport Report()
        {
            var lines = Tables.Values.GroupBy(t => (t.Place, t.Form)).Select(g =>
            {
                var (all, evaluated) = _checks.GetValueOrDefault(g.Key);
                var withAmounts = g.Where(t => t.Amounts > 0).ToList();
                return new CoverageLine(g.Key.Place, g.Key.Form, g.Count(), withAmounts.Count, withAmounts.Count(t => t.IsNamed), g.Sum(t => t.Amounts), g.Sum(t => t.Measured),
                    g.Sum(t => t.Codes), g.Sum(t => t.KnownCodes), all, evaluated);
            });
            return new CoverageReport(
                [.. lines.OrderBy(l => l.Place, StringComparer.Ordinal).ThenBy(l => l.Form, StringComparer.Ordinal)],
                Places.Values.GroupBy(p => p).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal),
                [.. Tables.Values.Where(t => t is { IsNamed: false, Amounts: > 0 }).GroupBy(t => t.Title ?? NoTitle)
                    .Select(g => new NotUnderstood(g.Key, null, g.Sum(t => t.Amounts), g.Count(), g.Select(t => t.Place).Distinct().Count()))
                    .OrderByDescending(n => n.Tables).ThenByDescending(n => n.Count).ThenBy(n => n.Text, StringComparer.Ordinal)],
                [.. _headers.Select(h => new NotUnderstood(h.Key.Header, h.Key.Form, h.Value.Amounts, h.Value.Tables.Count, h.Value.Tables.Select(t => t.Place).Distinct().Count()))
                    .OrderByDescending(n => n.Count).ThenBy(n => n.Text, StringComparer.Ordinal)]);
        }
    }
}
