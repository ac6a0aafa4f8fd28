using System.Text;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Forms;

/// <summary>Finds the canonical form of a table from title and header content, never from its number.</summary>
public static class FormRecogniser
{
    /// <summary>A title is one line; what is longer is narrative that stood where a title stands. The longest real one has 62 characters.</summary>
    internal const int LongestTitle = 80;

    /// <summary>Recognises a table; <see cref="FormCatalog.Other"/> with Understood = false when neither title nor headers are known.</summary>
    public static FormMatch Recognise(FormEvidence evidence) => Recognise(evidence, FormCatalog.Default);

    /// <inheritdoc cref="Recognise(FormEvidence)"/>
    public static FormMatch Recognise(FormEvidence evidence, FormCatalog catalog)
    {
        var title = FormTitle.Fold(evidence.Title);
        if (title.Length > LongestTitle)
        {
            title = "";
        }

        var headers = Headers(evidence);
        var finalAccount = FormTitle.IsFinalAccount(title, headers);
        var stub = FoldedText.Of(string.Join(';', evidence.StubTexts));
        var fund = TitleFund(title, catalog);
        var year = FormTitle.OnlyYear(evidence.Title);

        if (title.Length > 0 && IsGovernment(title, headers, catalog.Government))
        {
            return Other(true) with { IsGovernment = true };
        }

        var classification = new Lazy<string?>(() => Classification.Of(title, headers, evidence.StubTexts));
        var form = Find(catalog, f => f.Titles.Any(p => title.Length > 0 && p.Fits(title, stub)), classification)
                   ?? Find(catalog, f => f.Headers.Any(p => p.Fits(headers, stub)), classification);
        return form is null || form.Id == FormCatalog.Other ? Other(form is not null) : new FormMatch(form.Id, true, finalAccount, form.Fund ?? fund, TitleYear: year, Measure: FormTitle.PartOf(title, form), ByGovernmentClasses: FormTitle.IsByGovernmentClasses(title));

        FormMatch Other(bool understood) =>
            new(FormCatalog.Other, understood, finalAccount, fund, FormTitle.SideOf(title), catalog.Transfers.Fits(title), year, FormTitle.KindOf(title));
    }

    /// <summary>The same table in a document of a government as a whole: 一般公共预算本级支出表 there is not the form of a department.</summary>
    public static FormMatch InGovernment(FormMatch match, string? printedTitle)
    {
        var (catalog, title) = (FormCatalog.Default, FormTitle.Fold(printedTitle));
        return !catalog.Government.Forms.Contains(match.Form) || WordPattern.AnyIn(catalog.Government.Unless, title) ? match with { IsGovernment = true }
            : new FormMatch(FormCatalog.Other, match.Understood, match.FinalAccount, TitleFund(title, catalog), FormTitle.SideOf(title), catalog.Transfers.Fits(title), match.TitleYear,
                FormTitle.KindOf(title), IsGovernment: true);
    }

    /// <summary>Declared knowledge does not speak against a form that a model proposes: neither the fund that the title names nor the
    /// classification that title, headers and codes show.</summary>
    internal static bool Allows(FormEvidence evidence, string form)
    {
        var title = FormTitle.Fold(evidence.Title);
        var proposed = FormCatalog.Default[form];
        var fund = TitleFund(title, FormCatalog.Default);
        var cut = Classification.Of(title, Headers(evidence), evidence.StubTexts);
        return (proposed.Fund is null || fund is null || proposed.Fund == fund)
            && (proposed.Classification is null || cut is null || proposed.Classification == cut);
    }

    private static FormDefinition? Find(FormCatalog catalog, Func<FormDefinition, bool> fits, Lazy<string?> classification)
    {
        foreach (var form in catalog.Forms)
        {
            if (fits(form) && (form.By is null || form.By == classification.Value))
            {
                return form;
            }
        }

        return null;
    }

    /// <summary>Paths of the leaf columns, parts joined with &gt;, each column ended by ;.</summary>
    private static string Headers(FormEvidence evidence)
    {
        var text = new StringBuilder();
        foreach (var path in evidence.HeaderPaths)
        {
            text.AppendJoin('>', path.Select(FoldedText.Of)).Append(';');
        }

        return text.ToString();
    }

    /// <summary>The fund that a title names; null when it names several (一般公共预算、政府性基金预算收支总表).</summary>
    private static string? TitleFund(string title, FormCatalog catalog)
    {
        string? named = null;
        foreach (var (word, fund) in catalog.TitleFunds)
        {
            if (!title.Contains(word, StringComparison.Ordinal) || named == fund)
            {
                continue;
            }

            // 一般公共预算财政拨款: the second word is the wider one.
            if (named is not null)
            {
                return Funds.IsBroad(fund) ? named : null;
            }

            named = fund;
        }

        return named;
    }

    private static bool IsGovernment(string title, string headers, GovernmentTraits traits)
    {
        if (WordPattern.AnyIn(traits.Unless, title))
        {
            return false;
        }

        if (WordPattern.AnyIn(traits.Words, title))
        {
            return true;
        }

        // 一般公共预算“三公”经费支出决算表: departments print it beside 比上年, whatever budget its title names as well.
        var placesOnly = WordPattern.AnyIn(traits.PlacesOnly, title);
        foreach (var budget in traits.Budgets)
        {
            var at = title.IndexOf(budget, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            // 河北省政府性基金支出决算表: a place directly before the budget.
            if (traits.PlaceEndings.Any(e => title.AsSpan(0, at).EndsWith(e, StringComparison.Ordinal)))
            {
                return true;
            }

            if (!placesOnly && WordPattern.AnyIn(traits.Headers, headers) && !WordPattern.AnyIn(traits.UnlessHeaders, headers))
            {
                return true;
            }
        }

        return false;
    }
}
