using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>A text in both languages of the log.</summary>
public sealed record Bilingual(string Zh, string En);

/// <summary>One identity of models/rules.json.</summary>
/// <param name="Kind">row_sum, column_sum … (closed list of the contract).</param>
/// <param name="Compute">The evaluator that understands <paramref name="Terms"/>.</param>
/// <param name="Source">Section of FORMS.md that states the identity.</param>
/// <param name="Forms">Canonical form ids, or <c>*</c>.</param>
/// <param name="Precondition">When the rule applies, for a reader of the log.</param>
/// <param name="Severity">Of an inconsistent check.</param>
/// <param name="SeverityOfOther">The same in a table without a canonical form; null for no difference.</param>
/// <param name="Zh">Message template.</param>
/// <param name="Terms">Word lists, in declared order.</param>
public sealed record Rule(
    string Id, string Kind, string Compute, string Source, ImmutableArray<string> Forms, Severity Severity, Severity? SeverityOfOther,
    string Precondition, string Zh, string En, ImmutableArray<RuleTerm> Terms)
{
    public bool AppliesTo(string form) => Forms.Contains("*") || Forms.Contains(form);

    public Severity SeverityIn(string form) => form == FormCatalog.Other ? SeverityOfOther ?? Severity : Severity;

    /// <summary>The term of that name, or an empty one.</summary>
    public RuleTerm this[string name] => Terms.FirstOrDefault(t => t.Name == name) ?? RuleTerm.None;
}

/// <summary>A named list of regular expressions or plain words; which of both, the evaluator knows.</summary>
public sealed class RuleTerm(string name, ImmutableArray<string> words)
{
    // Made when first asked: not every list holds expressions.
    private readonly Lazy<Regex[]> _patterns = new(() =>
        [.. words.Where(w => !w.Contains("{a}", StringComparison.Ordinal) && !w.Contains("{b}", StringComparison.Ordinal)).Select(w => new Regex(w, RegexOptions.CultureInvariant))]);

    public static RuleTerm None { get; } = new("", []);

    public string Name => name;
    public ImmutableArray<string> Words => words;

    /// <summary>True when one of the patterns is found in <paramref name="text"/> (see <see cref="Folded.Text"/>).</summary>
    public bool Matches(string text)
    {
        foreach (var pattern in _patterns.Value)
            if (pattern.IsMatch(text)) return true;
        return false;
    }

    /// <summary>The first match, for patterns with named groups.</summary>
    public Match? Match(string text) => _patterns.Value.Select(p => p.Match(text)).FirstOrDefault(m => m.Success);
}

/// <summary>All rules, with the texts that their messages share.</summary>
/// <param name="Relations">Sign between total and parts, by outcome.</param>
/// <param name="Tails">What follows the parts, by outcome.</param>
/// <param name="Reasons">Why a check is blocked or not applicable, by reason id.</param>
/// <param name="Readings">What a reader calls the readings other than the first of a rule.</param>
public sealed record RuleSet(
    ImmutableArray<Rule> Rules, ImmutableDictionary<CheckOutcome, string> Relations,
    ImmutableDictionary<CheckOutcome, Bilingual> Tails, ImmutableDictionary<string, Bilingual> Reasons, ImmutableDictionary<string, Bilingual> Readings);
