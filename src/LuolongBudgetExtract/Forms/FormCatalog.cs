using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>Words that must all occur (<c>a|b</c>: one of them), words that must occur in the stub, words that must not occur.</summary>
internal sealed record WordPattern(string[][] All, string[][] Stub, string[] None)
{
    public bool Fits(string text, string stub)
    {
        foreach (var none in None)
        {
            if (text.Contains(none, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return AllIn(All, text) && AllIn(Stub, stub);
    }

    private static bool AllIn(string[][] words, string text)
    {
        foreach (var alternatives in words)
        {
            if (!AnyIn(alternatives, text))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool AnyIn(string[] words, string text)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One canonical form of the contract as models/forms.json declares it.</summary>
/// <param name="Id">Canonical id.</param>
/// <param name="Chinese">Usual Chinese title.</param>
/// <param name="Fund">Fund of all of its amounts; null when they have several or the title decides.</param>
/// <param name="Measure">What an amount means whose header says only 合计, 金额 or a fund; null when nothing follows.</param>
/// <param name="Period">Period of an amount whose header says none; null for the current year.</param>
/// <param name="Side">Side of all of its amounts; null for forms with both.</param>
/// <param name="Sources">True when the columns are sources of revenue, so that a fund in the header names a kind of income.</param>
/// <param name="Projects">True when its rows are projects, so that 项目名称 is the name of one.</param>
/// <param name="Classification">Classification that its codes belong to when nothing else tells: function or economic.</param>
public sealed record FormDefinition(
    string Id, string Chinese, string Definition, string? Fund, string? Measure, string? Period, Side? Side, bool Sources, bool Projects, string? Classification)
{
    /// <summary>What a plain 合计 means here: in a table without a canonical form everything that its row has.</summary>
    internal string? OwnMeasure => Measure ?? (Id == FormCatalog.Other ? "total" : null);

    /// <summary>Revenue and expenditure side by side (收支总表): whatever their headers say, its texts before amounts are items.</summary>
    internal bool IsStatement => Id is "revenue_expenditure_summary" or "fiscal_appropriation_summary";

    /// <summary>The table at hand is of a government as a whole: 上级补助收入 comes from the governments above, not from a superior unit.</summary>
    internal bool OfGovernment { get; init; }

    /// <summary>The table at hand is of transfers that a government hands down: 提前下达 is what it announced itself.</summary>
    internal bool PassedOn { get; init; }

    internal string? By { get; init; }
    internal ImmutableArray<WordPattern> Titles { get; init; } = [];
    internal ImmutableArray<WordPattern> Headers { get; init; } = [];
}

/// <summary>What shows that a table is of a government as a whole (全区一般公共预算支出决算表), not of a department.</summary>
internal sealed record GovernmentTraits(
    string Comment, string[] Words, string[] Unless, string[] PlaceEndings, string[] Budgets, string[] PlacesOnly, string[] Headers, string[] Forms, string[] UnlessHeaders);

/// <summary>What shows that a table is of transfers between governments, and which headers name one transfer.</summary>
internal sealed record TransferTraits(string Comment, string[] Words, string[] Unless, string[] Endings)
{
    public bool Fits(string title) => WordPattern.AnyIn(Words, title) && !WordPattern.AnyIn(Unless, title);
}

/// <summary>The forms of models/forms.json, in the order in which they are tried.</summary>
public sealed class FormCatalog
{
    public const string Other = "other";

    private readonly FrozenDictionary<string, FormDefinition> byId;

    private FormCatalog(ImmutableArray<FormDefinition> forms, GovernmentTraits government, TransferTraits transfers, ImmutableArray<(string Word, string Fund)> titleFunds)
    {
        Forms = forms;
        Government = government;
        Transfers = transfers;
        TitleFunds = titleFunds;
        byId = forms.ToFrozenDictionary(f => f.Id);
    }

    /// <summary>The catalog that the library carries.</summary>
    public static FormCatalog Default { get; } = Read();

    public ImmutableArray<FormDefinition> Forms { get; }

    internal GovernmentTraits Government { get; }

    internal TransferTraits Transfers { get; }

    internal ImmutableArray<(string Word, string Fund)> TitleFunds { get; }

    /// <summary>The catalog less some patterns of titles: what would be known without the place that showed them.</summary>
    internal FormCatalog Without(IReadOnlySet<WordPattern> patterns) =>
        new([.. Forms.Select(f => f with { Titles = [.. f.Titles.Where(p => !patterns.Contains(p))] })], Government, Transfers, TitleFunds);

    /// <summary>The form of an id; <see cref="Other"/> for an id that the catalog lacks.</summary>
    public FormDefinition this[string id] => byId.GetValueOrDefault(id) ?? byId[Other];

    private static FormCatalog Read()
    {
        using var stream = ModelFile.Open("forms.json");
        var file = JsonSerializer.Deserialize<FormsFile>(stream, ModelFile.Json) ?? throw new JsonException("models/forms.json is empty.");
        return new FormCatalog(
            [.. file.Forms.Select(Define)],
            file.Government,
            file.Transfers,
            [.. file.TitleFunds.Select(t => (t.Word, t.Fund))]);
    }

    private static FormDefinition Define(FormEntry e) =>
        new(e.Id, e.Zh, e.Definition, e.Fund, e.Measure, e.Period, e.Side, e.Sources, e.Projects, e.Classification)
        {
            By = e.By,
            Titles = [.. e.Titles.Select(Pattern)],
            Headers = [.. e.Headers.Select(Pattern)],
        };

    private static WordPattern Pattern(PatternEntry e) => new(Alternatives(e.All), Alternatives(e.Stub), e.None ?? []);

    private static string[][] Alternatives(string[]? words) => [.. (words ?? []).Where(w => w.Length > 0).Select(w => w.Split('|'))];

    private sealed record FormsFile(string Comment, GovernmentTraits Government, TransferTraits Transfers, TitleFund[] TitleFunds, FormEntry[] Forms);

    private sealed record TitleFund(string Word, string Fund);

    private sealed record FormEntry(
        string Id, string Zh, string Definition, string? Fund, string? Measure, string? Period, Side? Side, bool Sources, bool Projects,
        string? Classification, string? By, PatternEntry[] Titles, PatternEntry[] Headers);

    private sealed record PatternEntry(string[]? All, string[]? Stub, string[]? None);
}
