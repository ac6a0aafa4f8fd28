using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

public sealed class NamedClassesTests
{
    private static string? Class(string label, Side side = Side.Expenditure, RowDimensions? dimensions = null) =>
        NamedClasses.Apply(new TypedRow(1, 0, 1, 1, RowRole.Detail, label, 1, null, dimensions ?? new RowDimensions(), [], [], side), 2026).Dimensions.FunctionCode;

    [Theory]
    [InlineData("一、一般公共服务支出", "201")]
    [InlineData("（八）社会保障和就业支出", "208")]
    [InlineData("十九、住房保障支出", "221")]
    [InlineData("三、单位预留机动经费", null)]
    [InlineData("行政运行", null)]
    [InlineData("其他支出", null)]
    public void An_ordinal_and_the_name_of_a_class_give_its_code(string label, string? code) => Assert.Equal(code, Class(label));

    [Fact]
    public void Revenue_and_rows_with_a_code_stay_as_they_are()
    {
        Assert.Null(Class("一、一般公共服务支出", Side.Revenue));
        Assert.Equal("20103", Class("一、一般公共服务支出", dimensions: new RowDimensions("20103")));
    }
}
