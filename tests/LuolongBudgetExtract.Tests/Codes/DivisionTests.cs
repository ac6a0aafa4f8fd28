using LuolongBudgetExtract.Codes;
using Xunit;

namespace LuolongBudgetExtract.Tests.Codes;

public sealed class DivisionTests
{
    [Theory]
    [InlineData("上海市普陀区财政局2024年度部门预算", "310107")]
    [InlineData("洛龙区社区治理和服务创新办公室", "410311")]
    [InlineData("2026年西安市信访局部门预算", "610100")]
    [InlineData("江苏省南京市鼓楼区", "320106")]
    [InlineData("北京市民政局", "110000")]
    [InlineData("北京市朝阳区教育委员会", "110105")]
    [InlineData("湖南省2019年地方政府债务", "430000")]
    [InlineData("迪庆州2026年地方财政预算", "533400")]
    public void The_most_precise_division_of_a_text_is_found(string text, string code) => Assert.Equal(code, Divisions.Named(text)?.Code);

    [Theory]
    [InlineData("普陀区")]
    [InlineData("鼓楼区人民政府")]
    [InlineData("国家信访局")]
    [InlineData("洛阳市和西安市")]
    public void An_ambiguous_or_missing_name_gives_none(string text) => Assert.Null(Divisions.Named(text));

    [Fact]
    public void Codes_lead_to_their_parents()
    {
        var luolong = Divisions.Find("410311");

        Assert.Equal(("洛龙区", "410300"), (luolong?.Name, luolong?.Parent));
        Assert.Null(Divisions.Find("000000"));
    }
}
