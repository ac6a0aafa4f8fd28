using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.CrossTable;

/// <summary>
/// Which figures of which form take part in an identity, by their typed meaning. Written in rules.json as
/// <c>[-]form|form [optional] [rows=total] [total=REGEX] [measure=id] [fund=id|id] [period=id|id] [side=…] [label=REGEX] [under=REGEX] [economic=301+303] [type=REGEX]</c>.
/// </summary>
/// <param name="Sign">−1 for a subtrahend.</param>
/// <param name="Optional">A form that a place does not publish counts as zero.</param>
/// <param name="Measure">Fixed measure (<c>income.*</c>: any below it); null: that of the join.</param>
/// <param name="Funds">Ids in order of preference, <c>none</c> for all money; empty: all money, else the only fund that there is.</param>
/// <param name="Periods">Ids in order of preference, <c>none</c> where the header does not tell.</param>
/// <param name="Total">The row that is the total, by its name; where none has that name, the total row of the form.</param>
/// <param name="Label">The row by its folded name without numbering; null: the row of the join, or the total.</param>
/// <param name="Under">Name of the row above it, where several have that name.</param>
/// <param name="Economic">Codes of the departmental economic classification whose rows are added up.</param>
/// <param name="ProjectType">Rows by the printed kind of project.</param>
internal sealed record Selector(
    ImmutableArray<string> Forms, int Sign, bool Optional, bool TotalOnly, string? Measure, ImmutableArray<string> Funds, ImmutableArray<string> Periods,
    Side? Side, Regex? Total, Regex? Label, Regex? Under, ImmutableArray<string> Economic, Regex? ProjectType)
{
    private static readonly ImmutableArray<string> AnyPeriod = ["current", "all", "none"];

    // Read once from the rules and asked for at every comparison: one selector is the same only as itself.
    public bool Equals(Selector? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>True when the figure is the same whatever the join asks for.</summary>
    public bool HasFixedRow => TotalOnly || Label is not null || !Economic.IsEmpty || ProjectType is not null;

    /// <exception cref="InvalidDataException">A word is no known selection.</exception>
    public static Selector Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var result = new Selector(
            [.. words[0].TrimStart('-').Split('|')], words[0].StartsWith('-') ? -1 : 1, false, false, null, [], AnyPeriod, null, null, null, null, [], null);
        foreach (var word in words.Skip(1))
        {
            var (key, value) = word.IndexOf('=') is > 0 and var at ? (word[..at], word[(at + 1)..]) : (word, "");
            result = key switch
            {
                "optional" => result with { Optional = true },
                "rows" when value == "total" => result with { TotalOnly = true },
                "measure" => result with { Measure = value },
                "fund" => result with { Funds = [.. value.Split('|')] },
                "period" => result with { Periods = [.. value.Split('|')] },
                "side" => result with { Side = Enum.Parse<Side>(value, ignoreCase: true) },
                "total" => result with { Total = new Regex(value, RegexOptions.CultureInvariant) },
                "label" => result with { Label = new Regex(value, RegexOptions.CultureInvariant) },
                "under" => result with { Under = new Regex(value, RegexOptions.CultureInvariant) },
                "economic" => result with { Economic = [.. value.Split('+')] },
                "type" => result with { ProjectType = new Regex(value, RegexOptions.CultureInvariant) },
                _ => throw new InvalidDataException($"rules.json: \"{word}\" is no selection of figures (in \"{text}\")."),
            };
        }
        return result;
    }
}
