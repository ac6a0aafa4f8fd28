using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Reconciliation;
using Xunit;

namespace LuolongBudgetExtract.Tests.Dataset;

public sealed class DatasetRowsTests
{
    [Fact]
    public void Identities_are_paths_from_document_to_amount()
    {
        var rows = DatasetRows.Of(Samples.Document());
        Assert.Equal($"{Samples.Id('a')}/1", rows.Tables[0].TableId);
        Assert.Equal($"{Samples.Id('a')}/1/2", rows.Rows[1].RowId);
        Assert.Equal($"{Samples.Id('a')}/1/1/2", rows.Amounts[1].AmountId);
        Assert.Equal($"{Samples.Id('a')}/c1", rows.Checks[0].CheckId);
    }

    [Fact]
    public void Check_status_is_the_worst_of_the_checks_that_use_the_amount()
    {
        var rows = DatasetRows.Of(Samples.Document(checks:
        [
            Samples.Check(1, CheckOutcome.Inconsistent, Samples.Operand(2, 100.40m)),
            Samples.Check(2, CheckOutcome.Exact, Samples.Operand(1, 123.40m), Samples.Operand(2, 100.40m)),
            Samples.Check(3, CheckOutcome.WithinRounding, Samples.Operand(1, 123.40m)),
            Samples.Check(4, CheckOutcome.Blocked, Samples.Operand(1, 123.40m), Samples.Operand(3, 23.00m)),
        ]));
        Assert.Equal(
            [CheckStatus.WithinRounding, CheckStatus.Unchecked, CheckStatus.Inconsistent, CheckStatus.Unchecked],
            rows.Amounts.Select(a => a.CheckStatus));
    }

    [Theory]
    [InlineData("元", "1.5", "1.5")]
    [InlineData("千元", "1.5", "1500")]
    [InlineData("万元", "-1278.42", "-12784200")]
    [InlineData("百万元", "1.5", "1500000")]
    [InlineData("亿元", "0.00000001", "1")]
    [InlineData("元", "0.00005", "0.0001")]
    [InlineData("元", "99999999999999999999.99994", "99999999999999999999.9999")]
    [InlineData("元", "99999999999999999999.99995", null)]
    [InlineData("亿元", "79228162514264337593543950335", null)]
    [InlineData("美元", "1.5", null)]
    [InlineData(null, "1.5", null)]
    public void Yuan_follows_the_unit(string? unit, string amount, string? yuan) =>
        Assert.Equal(yuan is null ? null : decimal.Parse(yuan), Yuan.Of(decimal.Parse(amount), unit));

    [Fact]
    public void A_table_of_another_department_does_not_take_the_code_of_the_document()
    {
        var document = Samples.Document(tables: [Samples.Table(1), Samples.Table(2) with { Department = "另一局" }], checks: []);
        var rows = DatasetRows.Of(document);
        Assert.Equal(("某某局", "101"), (rows.Amounts[0].Table.Department, rows.Amounts[0].DepartmentCode));
        Assert.Equal(("另一局", null), (rows.Amounts[^1].Table.Department, rows.Amounts[^1].DepartmentCode));
    }

    [Fact]
    public void An_amount_outside_the_columns_of_its_table_is_refused_by_name()
    {
        var table = Samples.Table();
        var document = Samples.Document(tables: [table with { Columns = table.Columns[..2] }]);
        Assert.Contains("names column 2", Assert.Throws<InvalidDataException>(() => DatasetRows.Of(document)).Message, StringComparison.Ordinal);
    }
}
