using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Training;

/// <summary>
/// Declared knowledge without a place: less every word of a header and every pattern of a title that, of all places of the training lines, only
/// this one shows. It is what the rules would know had they been written without the place; words that no line needs stay, because no place taught them,
/// and so do the names of the official classifications and the short words that say nothing of money (的, 其中, 来源).
/// </summary>
internal sealed class LeftOut
{
    private readonly ILookup<string, string> _wordsOnlyOf;
    private readonly ILookup<string, WordPattern> _patternsOnlyOf;
    private readonly Dictionary<string, WordCutter> _words = [];
    private readonly Dictionary<string, FormCatalog> _catalogs = [];

    /// <param name="paths">Header paths with their places.</param>
    /// <param name="tables">What the tables of the places show of their form.</param>
    public LeftOut(IEnumerable<(string Place, ImmutableArray<string> Path)> paths, IEnumerable<(string Place, FormEvidence Evidence)> tables)
    {
        _wordsOnlyOf = Only(paths.SelectMany(p => p.Path.Select(FoldedText.Of).SelectMany(HeaderWords.All.WordsOf).Where(w => !IsOfficial(w) && !IsParticle(w)).Select(w => (p.Place, w))));
        _patternsOnlyOf = Only(tables.SelectMany(t => PatternsOf(t.Evidence).Select(p => (t.Place, p))));
    }

    public WordCutter Words(string place) => Of(_words, place, () => HeaderWords.Without(_wordsOnlyOf[place].ToHashSet()));

    public FormCatalog Catalog(string place) => Of(_catalogs, place, () => FormCatalog.Default.Without(_patternsOnlyOf[place].ToHashSet()));

    private static bool IsOfficial(string word) =>
        CodeLists.Functions.Named(word).Length > 0 || CodeLists.DeptEcons.Named(word).Length > 0 || CodeLists.GovEcons.Named(word).Length > 0 || IncomeCodes.IsName(word);

    private static bool IsParticle(string word) => word.Length <= 2 && HeaderWords.All.Cut(word) is [{ IsNeutral: true } or { Joins: true }];

    private static T Of<T>(Dictionary<string, T> made, string place, Func<T> make)
    {
        if (!made.TryGetValue(place, out var value)) made[place] = value = make();
        return value;
    }

    private static ILookup<string, T> Only<T>(IEnumerable<(string Place, T What)> shown) =>
        shown.Distinct().GroupBy(s => s.What).Where(g => g.Count() == 1).ToLookup(g => g.Single().Place, g => g.Key);

    // The patterns by which the title is known; another of the same form would do as well.
    private static IEnumerable<WordPattern> PatternsOf(FormEvidence evidence)
    {
        var title = FormTitle.Fold(evidence.Title);
        var form = FormRecogniser.Recognise(evidence);
        var stub = FoldedText.Of(string.Join(';', evidence.StubTexts));
        return title.Length == 0 ? [] : FormCatalog.Default[form.Form].Titles.Where(p => p.Fits(title, stub));
    }
}
