using System.Collections.Immutable;
using System.Text;
using CsCheck;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;
using Xunit;
using Check = LuolongBudgetExtract.Reconciliation.Check;

namespace LuolongBudgetExtract.Tests.Dataset;

public sealed class ExtractionStoreTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char[' ', '~'], 0, 8], Gen.String[Gen.Char['一', '龥'], 0, 8], Gen.OneOf(new[] { "", "\n", "\"\\\u0000", "𠮷①", "\u3000", "null" }.Select(Gen.Const).ToArray()));

    private static readonly Gen<string?> OptionalText = Gen.Null(Text);
    private static readonly Gen<Box> Boxes = Gen.Select(Gen.Double, Gen.Double, Gen.Double, Gen.Double, (a, b, c, d) => new Box(a, b, c, d));

    private static readonly Gen<Amount> Amounts = Gen.Select(
        Text, Gen.Decimal, Gen.Int[0, 6], OptionalText, Boxes, Gen.Double[0, 1],
        (raw, value, decimals, unit, box, confidence) => new Amount(1, raw, value, decimals, unit, 1, box, confidence));

    private static readonly Gen<TypedRow> Rows = Gen.Select(
        Gen.Enum<RowRole>(), OptionalText, Gen.Int.Nullable(), OptionalText, Text.Array[0, 4], Amounts.Array[0, 4], Gen.Enum<Side>().Nullable(),
        (role, label, level, code, cells, amounts, side) => new TypedRow(
            1, 0, 1, 0, role, label, level, level, new RowDimensions(FunctionCode: code, ProjectType: label), [.. cells], [.. amounts], side));

    private static readonly Gen<TypedTable> Tables = Gen.Select(
        OptionalText, Text.Array[0, 3], Rows.Array[0, 4], Gen.Enum<GridMethod>(), OptionalText,
        (title, path, rows, method, unit) => new TypedTable(
            1, "other", null, title, null, null, unit, null, 1, 2,
            [new LeafColumn(1, [.. path], ColumnKind.Amount, 0, null, unit, null, Side.Revenue)], 1, [.. rows], null, method, 3, [.. path]));

    private static readonly Gen<Check> Checks = Gen.Select(
        Gen.Decimal.Nullable(), Gen.Enum<CheckOutcome>(), Gen.Enum<Severity>(), Text, Boxes, Gen.Decimal, Gen.Int[1, 9].Nullable(),
        (expected, outcome, severity, text, box, value, column) => new Check(
            1, "r", "row_sum", [1], 1, text, expected, null, null, expected, outcome, severity, null, text, text,
            [new Operand(1, 1, column, text, value, 2, 1, box, -1)]));

    private static readonly Gen<Extraction> Extractions = Gen.Select(
        Tables, Checks.Array[0, 4], OptionalText, Gen.Int[1990, 2050].Nullable(), Gen.Enum<Grade>(), Gen.Enum<TextLayer>(), Gen.Long,
        (table, checks, text, year, grade, layer, bytes) => Samples.Document() with
        {
            Tables = [table], Checks = [.. checks], Producer = text, Facts = new DocumentFacts("other", year, text, null, null, text, null, new FactEvidence(null, new Evidence(text ?? "", 3), null, null)),
            Grade = grade, TextLayer = layer, Bytes = bytes, Outcome = text is null ? Outcome.Extracted : Outcome.Failed, OutcomeReason = text,
        });

    [Fact]
    public void Every_extraction_comes_back_as_it_was() => Extractions.Sample(extraction =>
    {
        var back = ExtractionStore.Deserialize(ExtractionStore.Serialize(extraction));
        // Immutable arrays compare by reference, so the records are compared as printed, every member at every depth.
        Assert.Equal(Print(extraction), Print(back));
    });

    /// <summary>Fails when a record gains a member that the store does not write.</summary>
    [Fact]
    public void Every_member_of_every_record_is_stored()
    {
        var next = 0;
        var full = (Extraction)Fill(typeof(Extraction));
        var writer = new StoreWriter();
        StoreFormat.Write(writer, full);
        Assert.Equal(Print(full), Print(ExtractionStore.Deserialize(writer.ToArray())));

        object Fill(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            next++;
            if (type == typeof(string)) return $"text {next}";
            if (type == typeof(bool)) return true;
            if (type.IsEnum) return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
            if (type.IsPrimitive || type == typeof(decimal)) return Convert.ChangeType(next, type);
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            {
                var items = Array.CreateInstance(type.GenericTypeArguments[0], 2);
                for (var i = 0; i < 2; i++) items.SetValue(Fill(type.GenericTypeArguments[0]), i);
                var create = typeof(ImmutableArray).GetMethods().Single(m => m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }]);
                return create.MakeGenericMethod(type.GenericTypeArguments[0]).Invoke(null, [items])!;
            }

            var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
            return constructor.Invoke([.. constructor.GetParameters().Select(p => Fill(p.ParameterType))]);
        }
    }

    [Fact]
    public void A_decimal_keeps_its_scale()
    {
        var back = ExtractionStore.Deserialize(ExtractionStore.Serialize(Samples.Document()));
        Assert.Equal(["123.40", "0.00", "100.40", "23.00"], back.Tables[0].Amounts.Select(a => $"{a.Value}"));
    }

    [Fact]
    public void An_extraction_that_does_not_fit_the_dataset_is_refused_before_it_is_stored()
    {
        var table = Samples.Table();
        Assert.Throws<InvalidDataException>(() => ExtractionStore.Serialize(Samples.Document(tables: [table with { Columns = table.Columns[..2] }])));
    }

    private static string Print(object? value)
    {
        var text = new StringBuilder();
        Print(text, value);
        return text.ToString();
    }

    private static void Print(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null or string or ValueType when value is not (Box or System.Collections.IEnumerable) || value is string:
                text.Append(value is double d ? BitConverter.DoubleToInt64Bits(d).ToString("x") : value ?? "null").Append(';');
                break;
            case System.Collections.IEnumerable items:
                text.Append('[');
                foreach (var item in items) Print(text, item);
                text.Append(']');
                break;
            default:
                text.Append('{');
                foreach (var property in value!.GetType().GetProperties().Where(p => p.CanWrite)) Print(text, property.GetValue(value));
                text.Append('}');
                break;
        }
    }
}
