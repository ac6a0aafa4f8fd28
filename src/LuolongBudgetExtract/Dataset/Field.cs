using System.Collections.Immutable;
using System.Text.Json;

namespace LuolongBudgetExtract.Dataset;

/// <summary>The types that dataset fields have.</summary>
internal enum FieldType { Text, Integer, Long, Boolean, Number, Decimal, TextList, StructList }

/// <summary>One field of a dataset table: the Parquet schema, datapackage.json and the data dictionary all come from here.</summary>
/// <param name="Unit">Unit of the value (point, byte …); null when it has none.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Values">The closed list of the values; empty when open.</param>
/// <param name="Scale">Decimal digits after the point; only for <see cref="FieldType.Decimal"/>.</param>
/// <param name="Members">The members of the struct; only for <see cref="FieldType.StructList"/>.</param>
internal record Field(
    string Name, FieldType Type, bool Nullable, string? Unit, string Description, ImmutableArray<string> Values,
    int Precision, int Scale, ImmutableArray<Field> Members)
{
    /// <summary>The name as a JSON writer takes it without looking at every letter again.</summary>
    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(Name);

    /// <summary>The type as a reader of the Parquet file sees it.</summary>
    public string TypeName => Type switch
    {
        FieldType.Text => "string",
        FieldType.Integer => "int32",
        FieldType.Long => "int64",
        FieldType.Boolean => "boolean",
        FieldType.Number => "double",
        FieldType.Decimal => $"decimal({Precision},{Scale})",
        FieldType.TextList => "list<string>",
        _ => $"list<struct<{string.Join(", ", Members.Select(m => $"{m.Name} {m.TypeName}"))}>>",
    };
}

/// <summary>A field with the function that reads its value from a row.</summary>
/// <param name="Read">Gives string, int, long, bool, double or decimal as <c>Type</c> says, IReadOnlyList of string for a text list,
/// IReadOnlyList of object?[] (one array an item, in the order of <c>Members</c>) for a struct list, or null.</param>
internal sealed record Field<TRow>(
    string Name, FieldType Type, bool Nullable, string? Unit, string Description, ImmutableArray<string> Values,
    int Precision, int Scale, ImmutableArray<Field> Members, Func<TRow, object?> Read)
    : Field(Name, Type, Nullable, Unit, Description, Values, Precision, Scale, Members)
{
    public bool Equals(Field<TRow>? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
