using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Narrative;

/// <summary>Reads the running text of a disclosure (预算情况说明, 决算情况说明): every figure with its sentence, subject and meaning.</summary>
public static class NarrativeReader
{
    /// <param name="outside">The lines outside tables, in reading order.</param>
    /// <param name="owners">The organisations that the tables are of: the text repeats their names.</param>
    public static ImmutableArray<Statement> Read(ImmutableArray<OutsideLine> outside, ImmutableArray<TableOwner> owners, DocumentFacts facts)
    {
        var names = owners.Select(o => o.Department).Append(facts.Department).OfType<string>()
            .Select(FoldedText.Of).Where(d => d.Length > 2).Distinct().OrderByDescending(d => d.Length);
        var reader = new PassageReader(new NarrativeScope([.. names], facts.FiscalYear, facts.Kind == "final_account"));
        foreach (var paragraph in Paragraphs.Join(outside)) reader.Read(paragraph);
        return reader.Statements;
    }
}
