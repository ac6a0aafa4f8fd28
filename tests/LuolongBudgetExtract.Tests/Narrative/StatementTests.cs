using System.Globalization;

namespace LuolongBudgetExtract.Tests.Narrative;

public sealed class StatementTests
{
    /// <summary>Sentences of published disclosures with what they state (sentences.tsv: place, document, heading, sentence, statements).</summary>
    public static TheoryData<string, string, string, string, string> Sentences
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string>();
            foreach (var line in File.ReadLines(Path.Combine(RepositoryFiles.Root, "tests", "LuolongBudgetExtract.Tests", "Narrative", "sentences.tsv")))
                if (line.Split('\t') is [var place, var document, var heading, var sentence, var statements]) data.Add(place, document, heading, sentence, statements);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_states_what_a_reader_understands(string place, string document, string heading, string sentence, string statements)
    {
        var facts = document.Split(' ');
        var read = new TextPage().Line(heading).Line(sentence).Read(facts[0], int.Parse(facts[1], CultureInfo.InvariantCulture), facts[2]);

        Assert.True(read.Length > 0, place);
        Assert.Equal(statements, string.Join("; ", read.Select(TextPage.Describe)));
    }

    [Theory]
    [InlineData("luolong-2023-writer.pdf")]
    [InlineData("luolong-2023-chromium.pdf")]
    [InlineData("luolong-2023-calc.pdf")]
    public void Every_figure_of_the_founding_text_is_stated_on_its_page_and_no_other(string document)
    {
        var expected = File.ReadLines(RepositoryFiles.Fixture("luolong-2023.statements.tsv")).Skip(1).Select(l => l.Split('\t')).Select(f => string.Join(' ', f[0], f[2], f[3], f[4], f[5])).Order();
        var read = RepositoryFiles.Extract(document).Statements
            .Select(s => string.Join(' ', s.Page, s.Amount, s.Unit, s.Percent, s.Sense.Kind == LuolongBudgetExtract.Narrative.StatementKind.None ? "none" : s.Change?.ToString().ToLowerInvariant())).Order();

        Assert.Equal(expected, read);
    }
}
