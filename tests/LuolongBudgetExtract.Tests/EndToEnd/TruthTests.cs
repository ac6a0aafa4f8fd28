using System.Globalization;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.EndToEnd;

/// <summary>
/// Every number of a document, on its page, in its form, row and column, against cell-level truth that another program and a
/// person made (fixtures/truth: page, form, row key, header path, amount).
/// </summary>
public sealed class TruthTests
{
    public static TheoryData<string> Documents => new(
        Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "fixtures", "truth"), "*.tsv").Select(f => Path.GetFileNameWithoutExtension(f)!).Order());

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_number_stands_on_its_page_in_its_form_row_and_column_and_no_other_does(string document)
    {
        var facts = File.ReadLines(RepositoryFiles.Fixture(document + ".tsv")).Skip(1).Select(Fact.Parse).ToList();
        var extraction = RepositoryFiles.Extract(document + ".pdf");
        var pages = facts.Select(f => f.Page).ToHashSet();
        var open = Numbers(extraction).Where(n => pages.Contains(n.Page)).ToList();
        var lost = new List<Fact>();
        foreach (var fact in facts)
        {
            int at = open.FindIndex(fact.Fits);
            if (at < 0) lost.Add(fact);
            else open.RemoveAt(at);
        }
        Assert.True(lost.Count == 0 && open.Count == 0,
            $"{lost.Count} of {facts.Count} not found, first: {string.Join("; ", lost.Take(5))}; {open.Count} not in the truth, first: {string.Join("; ", open.Take(5))}");
    }

    private static IEnumerable<Number> Numbers(Extraction document) =>
        from table in document.Tables
        from row in table.Rows
        from amount in row.Amounts
        select new Number(amount.Page, table.Form, row, amount.Path ?? table.Columns[amount.Column].PathText, amount.Value);

    private sealed record Number(int Page, string Form, TypedRow Row, string Column, decimal Value)
    {
        public override string ToString() => $"p{Page} {Form} {Row.Label} {Column} {Value}";
    }

    private sealed record Fact(int Page, string Form, string RowKey, string Column, decimal Value)
    {
        public static Fact Parse(string line)
        {
            var f = line.Split('\t');
            return new Fact(int.Parse(f[0], CultureInfo.InvariantCulture), f[1], f[2], f[3], decimal.Parse(f[4], CultureInfo.InvariantCulture));
        }

        public bool Fits(Number n) => n.Page == Page && n.Value == Value && (Form.Length == 0 || n.Form == Form) && SameColumn(n.Column) && SameRow(n.Row);

        private bool SameRow(TypedRow row)
        {
            var (kind, key) = RowKey.Split(' ', 2) is [var k, var v] ? (k, v) : (RowKey, "");
            return kind switch
            {
                "function" => row.Dimensions.FunctionCode == key,
                "economic" => key.Split('/') is [var dept, var gov]
                    && (dept.Length == 0 || row.Dimensions.DeptEconCode == dept) && (gov.Length == 0 || row.Dimensions.GovEconCode == gov),
                "project" => Plain(row.Dimensions.ProjectName ?? "") == Plain(key),
                _ => key.Length == 0 || Plain(row.Label ?? "") == Plain(key),
            };
        }

        // The truth of forms without a boxhead names fewer levels, so one path may leave out parts of the other.
        private bool SameColumn(string path)
        {
            string[] mine = [.. path.Split('|').Select(Plain)], theirs = [.. Column.Split('|').Select(Plain)];
            return mine[^1] == theirs[^1] && (mine.All(theirs.Contains) || theirs.All(mine.Contains));
        }

        private static string Plain(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)]);
    }
}
