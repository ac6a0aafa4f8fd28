using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>Types the tables of a document in order: a table that names no unit has that of the table before it.</summary>
public static class DocumentTyper
{
    public static ImmutableArray<TypedTable> Type(ImmutableArray<LogicalTable> tables, ImmutableArray<FormMatch> forms, ImmutableArray<TableOwner> owners, int? fiscalYear)
    {
        var typed = ImmutableArray.CreateBuilder<TypedTable>(tables.Length);
        string? unit = null;
        for (int i = 0; i < tables.Length; i++)
        {
            typed.Add(TableTyper.Type(tables[i], i + 1, forms[i], new TypingContext(fiscalYear, unit, owners[i])));
            unit = tables[i].Around.Unit ?? unit;
        }
        return KnownOrganisations.Apply(ClippedNames.Apply(typed.MoveToImmutable()));
    }
}
