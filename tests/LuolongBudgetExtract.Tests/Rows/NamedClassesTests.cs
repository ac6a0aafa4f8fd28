using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

public sealed class NamedClassesTests
{
    private static TypedRow Row(string label, Side side = Side.Expenditure, RowDimensions? dimensions = null) =>
        new(1, 0, 1, 1, RowRole.Detail, label, 1, null, dimensions ?? new RowDimensions(), [], [], side);

    private static string?[] Classes(CodeSystem list, params TypedRow[] rows)
    {
        var read = rows.ToList();
        NamedClasses.Complete(read, list, 2026);
        return [.. read.Select(r => r.Dimensions.FunctionCode ?? r.Dimensions.DeptEconCode ?? r.Dimensions.GovEconCode)];
    }

    [Theory]
    [InlineData("一、一般公共服务支出", "201")]
    [InlineData("（八）社会保障和就业支出", "208")]
    [InlineData("十九、住房保障支出", "221")]
    [InlineData("三、单位预留机动经费", null)]
    [InlineData("行政运行", null)]
    [InlineData("其他支出", null)]
    public void An_ordinal_and_the_name_of_a_class_give_its_code(string label, string? code) => Assert.Equal([code], Classes(CodeSystem.Function, Row(label)));

    [Fact]
    public void Revenue_and_rows_with_a_code_stay_as_they_are()
    {
        Assert.Equal([null], Classes(CodeSystem.Function, Row("一、一般公共服务支出", Side.Revenue)));
        Assert.Equal(["20103"], Classes(CodeSystem.Function, Row("一、一般公共服务支出", dimensions: new RowDimensions("20103"))));
    }

    // 成都: 一、本年支出 over 一般公共服务支出, 外交支出, 国防支出, … without ordinals.
    [Fact]
    public void A_list_of_classes_needs_no_ordinals() => Assert.Equal([null, "201", "208", "221", "229", null],
        Classes(CodeSystem.Function, Row("一、本年支出"), Row("一般公共服务支出"), Row("社会保障和就业支出"), Row("住房保障支出"), Row("其他支出"), Row("二、结转下年")));

    // 长沙: 项目（按政府预算经济分类） beside 项目（按功能分类).
    [Fact]
    public void The_classes_of_governments_have_their_own_list() => Assert.Equal(["501", "502", "509"],
        Classes(CodeSystem.GovEcon, Row("一、机关工资福利支出"), Row("二、机关商品和服务支出"), Row("九、对个人和家庭的补助")));
}
