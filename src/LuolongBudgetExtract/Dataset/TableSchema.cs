using System.Collections.Immutable;

namespace LuolongBudgetExtract.Dataset;

/// <summary>One table of the dataset.</summary>
/// <param name="Key">The fields that identify a row; empty when nothing does.</param>
internal abstract record TableSchema(string Name, string Description, ImmutableArray<string> Key)
{
    public abstract ImmutableArray<Field> Fields { get; }
}

/// <summary>One table of the dataset with the functions that read its rows.</summary>
internal sealed record TableSchema<TRow>(string Name, string Description, ImmutableArray<string> Key, ImmutableArray<Field<TRow>> Columns)
    : TableSchema(Name, Description, Key)
{
    public override ImmutableArray<Field> Fields { get; } = [.. Columns];
}
