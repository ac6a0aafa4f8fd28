using System.Collections.Immutable;

namespace LuolongBudgetExtract.Dataset;

/// <summary>How much of the tables of one place and form was understood.</summary>
/// <param name="Place">Division code and name, or <see cref="CoverageReader.NoPlace"/>.</param>
/// <param name="Form">Canonical form id, or other.</param>
/// <param name="AmountTables">Tables that hold amounts.</param>
/// <param name="NamedTables">Of these: with a canonical form, or known to be none (government-level tables, debt, self-evaluations).</param>
/// <param name="Measured">Amounts with a measure.</param>
/// <param name="Codes">Classification codes of rows with amounts.</param>
/// <param name="KnownCodes">Of these: in the list of their year.</param>
/// <param name="Checks">Checks, and of these <paramref name="Evaluated"/>: all operands were there, whatever came out.</param>
public sealed record CoverageLine(
    string Place, string Form, int Tables, int AmountTables, int NamedTables, int Amounts, int Measured,
    int Codes, int KnownCodes, int Checks, int Evaluated)
{
    public static CoverageLine Sum(string place, string form, IEnumerable<CoverageLine> lines) => lines.Aggregate(
        new CoverageLine(place, form, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        (a, b) => new(place, form, a.Tables + b.Tables, a.AmountTables + b.AmountTables, a.NamedTables + b.NamedTables, a.Amounts + b.Amounts,
            a.Measured + b.Measured, a.Codes + b.Codes, a.KnownCodes + b.KnownCodes, a.Checks + b.Checks, a.Evaluated + b.Evaluated));
}

/// <summary>A printed text that was not understood.</summary>
/// <param name="Form">Form of the tables of a header; null for titles.</param>
/// <param name="Count">Amounts.</param>
/// <param name="Places">How many places print it.</param>
public sealed record NotUnderstood(string Text, string? Form, int Count, int Tables, int Places);

/// <summary>What a dataset holds by place and form, and what nobody understood, most frequent first.</summary>
/// <param name="Documents">Documents of each place.</param>
public sealed record CoverageReport(
    ImmutableArray<CoverageLine> Lines, ImmutableSortedDictionary<string, int> Documents, ImmutableArray<NotUnderstood> Titles, ImmutableArray<NotUnderstood> Headers);
