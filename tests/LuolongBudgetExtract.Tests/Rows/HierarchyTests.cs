using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

public sealed class HierarchyTests
{
    private static readonly Dictionary<int, int> NoIndents = [];

    private static TypedRow Row(int number, string label, string? function = null, string? unit = null) =>
        new(number, number - 1, 1, 0, RowRoles.Of(label, new RowDimensions(FunctionCode: function, UnitCode: unit), true), label, null, null,
            new RowDimensions(FunctionCode: function, UnitCode: unit), [], [], Side.Expenditure);

    [Fact]
    public void Codes_nest_by_their_digits_under_the_unit_and_the_total()
    {
        var rows = Hierarchy.Attach([Row(1, "合计"), Row(2, "某局", unit: "313"), Row(3, "一般公共服务支出", "201"), Row(4, "人大事务", "20101"), Row(5, "行政运行", "2010101"), Row(6, "教育支出", "205")], NoIndents);
        Assert.Equal([null, 1, 2, 3, 4, 2], rows.Select(r => r.Parent));
        Assert.Equal([0, 1, 2, 3, 4, 2], rows.Select(r => r.Level));
        Assert.Equal([RowRole.Total, RowRole.Department, RowRole.Subtotal, RowRole.Subtotal, RowRole.Detail, RowRole.Detail], rows.Select(r => r.Role));
    }

    [Fact]
    public void Numbering_nests_in_the_official_order()
    {
        var rows = Hierarchy.Attach([Row(1, "一、本年收入"), Row(2, "（一）一般公共预算"), Row(3, "其中：财政拨款"), Row(4, "（二）政府性基金"), Row(5, "二、上年结转"), Row(6, "1、一般公共预算")], NoIndents);
        Assert.Equal([null, 1, 2, 1, null, 5], rows.Select(r => r.Parent));
        Assert.Equal(RowRole.OfWhich, rows[2].Role);
    }

    [Fact]
    public void A_total_below_its_items_is_their_parent_all_the_same()
    {
        var rows = Hierarchy.Attach([Row(1, "行政运行", "2010101"), Row(2, "事业运行", "2010150"), Row(3, "合计")], NoIndents);
        Assert.Equal([3, 3, null], rows.Select(r => r.Parent));
    }

    [Fact]
    public void Two_totals_leave_the_parent_open() =>
        Assert.Null(Hierarchy.Attach([Row(1, "一、一般公共预算"), Row(2, "收入合计"), Row(3, "收入总计")], NoIndents)[0].Parent);

    [Fact]
    public void An_organisation_that_only_its_indentation_tells_holds_the_codes_below_it()
    {
        var indents = new Dictionary<int, int> { [0] = 0, [1] = 1, [2] = 2, [3] = 0, [4] = 1, [5] = 1 };
        var rows = Hierarchy.Attach([Row(1, "某局"), Row(2, "工资福利支出", "301"), Row(3, "基本工资", "30101"), Row(4, "某局下属中心"), Row(5, "工资福利支出", "301"), Row(6, "商品和服务支出", "302")], indents);
        Assert.Equal([null, 1, 2, null, 4, 4], rows.Select(r => r.Parent));
    }

    [Fact]
    public void A_class_that_is_set_further_in_is_no_part_of_the_one_above()
    {
        var rows = Hierarchy.Attach([Row(1, "一般公共服务支出", "201"), Row(2, "教育支出", "205")], new Dictionary<int, int> { [0] = 0, [1] = 1 });
        Assert.Equal([null, null], rows.Select(r => r.Parent));
    }

    // 云南 公开10表: the brackets stand where the numbers do, or so little further in that it is no step.
    [Fact]
    public void Numbering_nests_what_stands_at_one_place()
    {
        var indents = new Dictionary<int, int> { [0] = 0, [1] = 0, [2] = 1, [3] = 1, [4] = 1, [5] = 1, [6] = 0 };
        var rows = Hierarchy.Attach(
            [
                Row(1, "一、“三公”经费支出"), Row(2, "（一）支出合计"), Row(3, "2．公务用车购置及运行维护费"), Row(4, "（1）公务用车购置费"), Row(5, "（2）公务用车运行维护费"),
                Row(6, "3．公务接待费"), Row(7, "二、机关运行经费"),
            ],
            indents);
        Assert.Equal([null, 1, 2, 3, 3, 2, null], rows.Select(r => r.Parent));
    }
}
