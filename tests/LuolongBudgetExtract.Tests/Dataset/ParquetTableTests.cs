using LuolongBudgetExtract.Dataset;
using Xunit;

namespace LuolongBudgetExtract.Tests.Dataset;

public sealed class ParquetTableTests
{
    private static TableSchema<int> Numbers { get; } = new("numbers", "Numbers.", [],
    [
        Fields<int>.Integer("n", "The number.", n => n),
        Fields<int>.OptionalText("even", "Its text when even.", n => n % 2 == 0 ? $"{n}" : null),
        Fields<int>.TextList("list", "n mod 4 texts.", n => [.. Enumerable.Range(0, n % 4).Select(i => $"{n}.{i}")]),
        Fields<int>.OptionalDecimal("money", "Null when a multiple of 5.", n => n % 5 == 0 ? null : n * 0.0000005m),
        Fields<int>.Text("big", "A value that needs every digit.", n => n == 0 ? "" : "字"),
    ]);

    [Fact]
    public async Task Rows_beyond_one_row_group_read_back_whole()
    {
        using var work = new Workspace();
        var path = work.Path("numbers.parquet");
        const int Count = 70_000;
        await using (var stream = File.Create(path))
        {
            var table = await ParquetTable<int>.Create(Numbers, stream);
            for (var n = 0; n < Count; n++) await table.Add(n);
            await table.Finish();
            Assert.Equal(Count, table.Rows);
        }

        Assert.Equal(["5"], work.Query($"select count(distinct row_group_id) from parquet_metadata('{path}')"));
        Assert.Equal(["70000|70000|14000|105000|35000"],
            work.Query($"select count(*), count(distinct n), count(*) filter (money is null), sum(len(list)), count(even) from '{path}'"));
        Assert.Equal(["0"], work.Query($"""
            select count(*) from '{path}' where len(list) <> n % 4 or (len(list) > 0 and list[1] <> n || '.0') or even <> n::varchar
                or money <> round(n * 0.0000005::decimal(18, 7), 6) or big <> (case when n = 0 then '' else '字' end)
            """));
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000005")]
    [InlineData("-123.40")]
    public async Task Every_decimal_fits_rounded_to_six_places(string text)
    {
        using var work = new Workspace();
        var value = decimal.Parse(text);
        var schema = new TableSchema<decimal>("t", "T.", [], [Fields<decimal>.Decimal("v", "V.", v => v)]);
        await using (var stream = File.Create(work.Path("t.parquet")))
        {
            var table = await ParquetTable<decimal>.Create(schema, stream);
            await table.Add(value);
            await table.Finish();
        }

        var read = decimal.Parse(work.Query($"select v::varchar from '{work.Path("t.parquet")}'")[0]);
        Assert.Equal(value.Scale > 6 ? Math.Round(value, 6, MidpointRounding.AwayFromZero) : value, read);
    }

    [Fact]
    public async Task A_missing_required_value_is_refused_by_name()
    {
        var schema = new TableSchema<string?>("t", "T.", [], [Fields<string?>.Text("name", "N.", s => s!)]);
        var table = await ParquetTable<string?>.Create(schema, new MemoryStream());
        var error = await Assert.ThrowsAsync<InvalidDataException>(async () => await table.Add(null));
        Assert.Contains("name must have a value", error.Message, StringComparison.Ordinal);
    }
}
