using System.Collections.Immutable;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Declares fields of a row type. The compiler sees that the type declared and the value read are the same.</summary>
internal static class Fields<TRow>
{
    /// <summary>Holds every .NET decimal (29 digits) at six places, so that no printed number is too large for the dataset.</summary>
    public const int Precision = 38;

    /// <summary>Places of amounts: 元 printed as 亿元 with six decimals still fits.</summary>
    public const int Scale = 6;

    public static Field<TRow> Text(string name, string description, Func<TRow, string> read, ImmutableArray<string> values = default) =>
        Make(name, FieldType.Text, false, null, description, read, values: values);

    public static Field<TRow> OptionalText(string name, string description, Func<TRow, string?> read, ImmutableArray<string> values = default) =>
        Make(name, FieldType.Text, true, null, description, read, values: values);

    public static Field<TRow> Integer(string name, string description, Func<TRow, int> read, string? unit = null) =>
        Make(name, FieldType.Integer, false, unit, description, r => read(r));

    public static Field<TRow> OptionalInteger(string name, string description, Func<TRow, int?> read, string? unit = null) =>
        Make(name, FieldType.Integer, true, unit, description, r => read(r));

    public static Field<TRow> Long(string name, string description, Func<TRow, long> read, string? unit = null) =>
        Make(name, FieldType.Long, false, unit, description, r => read(r));

    public static Field<TRow> Boolean(string name, string description, Func<TRow, bool> read) =>
        Make(name, FieldType.Boolean, false, null, description, r => read(r));

    public static Field<TRow> Number(string name, string description, Func<TRow, double> read, string? unit = null) =>
        Make(name, FieldType.Number, false, unit, description, r => read(r));

    public static Field<TRow> OptionalNumber(string name, string description, Func<TRow, double?> read, string? unit = null) =>
        Make(name, FieldType.Number, true, unit, description, r => read(r));

    public static Field<TRow> Decimal(string name, string description, Func<TRow, decimal> read, string? unit = null) =>
        Make(name, FieldType.Decimal, false, unit, description, r => Places(read(r), Scale), Precision, Scale);

    public static Field<TRow> OptionalDecimal(
        string name, string description, Func<TRow, decimal?> read, string? unit = null, int precision = Precision, int scale = Scale) =>
        Make(name, FieldType.Decimal, true, unit, description, r => read(r) is { } value ? Places(value, scale) : null, precision, scale);

    public static Field<TRow> TextList(string name, string description, Func<TRow, IReadOnlyList<string>> read) =>
        Make(name, FieldType.TextList, false, null, description, read);

    public static Field<TRow> StructList<TItem>(
        string name, string description, Func<TRow, IEnumerable<TItem>> read, ImmutableArray<Field<TItem>> members) =>
        Make(name, FieldType.StructList, false, null, description,
            r => read(r).Select(item => members.Select(m => m.Read(item)).ToArray()).ToArray(), members: [.. members]);

    /// <summary>The four coordinates of a box.</summary>
    public static ImmutableArray<Field<TRow>> Box(string what, Func<TRow, Pages.Box> read) =>
    [
        Number("x0", $"Left edge of {what}, on the page as displayed; a page whose text runs sideways is turned until it reads.", r => Point(read(r).X0), "point"),
        Number("y0", $"Top edge of {what}, from the top of the page.", r => Point(read(r).Y0), "point"),
        Number("x1", $"Right edge of {what}.", r => Point(read(r).X1), "point"),
        Number("y1", $"Bottom edge of {what}, from the top of the page.", r => Point(read(r).Y1), "point"),
    ];

    // A thousandth of a point is 0.35 µm: the digits that follow are the noise of the arithmetic, and a third of the log.
    private static double Point(double value) => Math.Round(value, 3);

    // Parquet.Net cuts digits beyond the scale off; half away from zero is what accountants expect.
    private static decimal Places(decimal value, int scale) =>
        value.Scale > scale ? Math.Round(value, scale, MidpointRounding.AwayFromZero) : value;

    private static Field<TRow> Make(
        string name, FieldType type, bool nullable, string? unit, string description, Func<TRow, object?> read,
        int precision = 0, int scale = 0, ImmutableArray<string> values = default, ImmutableArray<Field> members = default) =>
        new(name, type, nullable, unit, description, values.IsDefault ? [] : values, precision, scale, members.IsDefault ? [] : members, read);
}
