using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>Types the tables of a document in order: a table that names no unit has that of the table before it.</summary>
public static class DocumentTyper
{
    /// <param name="isFinalAccount">The document is one: 预算数 of a table whose title does not say what it is, is the budget of an account.</param>
    public static ImmutableArray<TypedTable> Type(
        ImmutableArray<LogicalTable> tables, ImmutableArray<FormMatch> forms, ImmutableArray<TableOwner> owners, int? fiscalYear, bool isFinalAccount = false)
    {
        var typed = ImmutableArray.CreateBuilder<TypedTable>(tables.Length);
        string? unit = null;
        for (int i = 0; i < tables.Length; i++)
        {
            var form = isFinalAccount && FormTitle.IsFinalAccount(FormTitle.Fold(tables[i].Around.Title), "") is null ? forms[i] with { FinalAccount = true } : forms[i];
            if (owners[i] is { Scope: Scope.Government, Department: null }) form = FormRecogniser.InGovernment(form, tables[i].Around.Title);
            typed.Add(TableTyper.Type(tables[i], i + 1, form, new TypingContext(fiscalYear, unit, owners[i])));
            unit = tables[i].Around.Unit ?? unit;
        }
        return KnownOrganisations.Apply(ClippedNames.Apply(typed.MoveToImmutable()));
    }
}
