using System.Collections.Immutable;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;
using Xunit;

namespace LuolongBudgetExtract.Tests.Reconciliation;

public sealed class GradesTests
{
    private static readonly OutsideDigits Accounted = new(3, 1, 2, 40, 0);

    private static TypedTable Table(string total = "30.00", string part = "20.00")
    {
        var t = new TestTable("expenditure_summary", "合计", "基本支出", "项目支出");
        t.Row("行政运行", [total, "10.00", part]);
        return t.Build();
    }

    private static Grade Of(TypedTable table, TextLayer layer = TextLayer.Good, ImmutableArray<string>? alarms = null, OutsideDigits? outside = null) =>
        Grades.Of([table], Reconciler.Check([table], []), layer, alarms ?? [], outside ?? Accounted);

    [Fact]
    public void Everything_read_and_consistent_is_A() => Assert.Equal(Grade.A, Of(Table()));

    [Fact]
    public void A_document_that_contradicts_itself_is_B() => Assert.Equal(Grade.B, Of(Table(total: "31.00")));

    [Fact]
    public void An_unreadable_number_is_C_even_beside_a_contradiction() => Assert.Equal(Grade.C, Of(Table(part: "2O 0.1")));

    [Fact]
    public void What_was_not_placed_or_not_read_is_C()
    {
        Assert.Equal(Grade.C, Of(Table() with { Unassigned = 1 }));
        Assert.Equal(Grade.C, Of(Table() with { Unplaced = ["p7 合计: 1 2"] }));
        Assert.Equal(Grade.C, Of(Table(), TextLayer.Partial));
        Assert.Equal(Grade.C, Of(Table(), alarms: ["checksum"]));
        Assert.Equal(Grade.C, Of(Table(), outside: Accounted with { Unaccounted = 1 }));
    }
}
