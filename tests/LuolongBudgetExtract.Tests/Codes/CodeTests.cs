using CsCheck;
using LuolongBudgetExtract.Codes;
using Xunit;

namespace LuolongBudgetExtract.Tests.Codes;

public sealed class CodeTests
{
    [Theory]
    [InlineData("2101501-行政运行", "2101501", "行政运行")]
    [InlineData("[2014001]行政运行", "2014001", "行政运行")]
    [InlineData("［2014001］行政运行", "2014001", "行政运行")]
    [InlineData("2101501 行政运行", "2101501", "行政运行")]
    [InlineData("2101501行政运行", "2101501", "行政运行")]
    [InlineData("50101—工资奖金津补贴", "50101", "工资奖金津补贴")]
    [InlineData("313001 办公室（本级）", "313001", "办公室（本级）")]
    [InlineData("２０１", "201", null)]
    [InlineData("208-05-05", "2080505", null)]
    [InlineData("208 05 05", "2080505", null)]
    [InlineData("410311230000000001234", "410311230000000001234", null)]
    [InlineData("11000026T000003609577-党建活动经费", "11000026T000003609577", "党建活动经费")]
    [InlineData("11000026T000003609577-“北京榜样”活动", "11000026T000003609577", "“北京榜样”活动")]
    [InlineData("64000023D000000000346", "64000023D000000000346", null)]
    [InlineData("2023年部门支出", null, "2023年部门支出")]
    [InlineData("301.25", null, "301.25")]
    [InlineData("201,234.00", null, "201,234.00")]
    [InlineData("一、一般公共服务支出", null, "一、一般公共服务支出")]
    [InlineData("", null, null)]
    public void Codes_are_split_from_their_names(string text, string? code, string? name) =>
        Assert.Equal((code, name), CodeText.Split(text));

    [Theory]
    [InlineData("201", CodeSystem.Function)]
    [InlineData("2080505", CodeSystem.Function)]
    [InlineData("30101", CodeSystem.DeptEcon)]
    [InlineData("399", CodeSystem.DeptEcon)]
    [InlineData("50201", CodeSystem.GovEcon)]
    [InlineData("313001", CodeSystem.Unit)]
    [InlineData("410311230000000001234", CodeSystem.Project)]
    [InlineData("11000026T000003609577", CodeSystem.Project)]
    [InlineData("235", null)]
    [InlineData("3010101", null)]
    [InlineData("05", null)]
    [InlineData("C-2", null)]
    public void Digits_tell_the_classification(string code, CodeSystem? system) => Assert.Equal(system, CodeText.Classify(code));

    [Fact]
    public void Names_follow_the_fiscal_year()
    {
        Assert.Equal("专项业务活动", CodeLists.Function("2010305", 2020)?.Name);
        Assert.Equal("专项业务及机关事务管理", CodeLists.Function("2010305", 2023)?.Name);
        Assert.Equal("专项业务及机关事务管理", CodeLists.Function("2010305")?.Name);
        Assert.Null(CodeLists.Function("2010308", 2026));
        Assert.Null(CodeLists.Function("9999999"));
    }

    [Fact]
    public void Entries_know_parent_level_and_budget()
    {
        var entry = CodeLists.Function("2010101", 2023);

        Assert.Equal(("20101", 3, "一般公共预算"), (entry?.Parent, entry?.Level, entry?.Budget));
        Assert.True(CodeLists.IsPair("30101", "50101"));
        Assert.False(CodeLists.IsPair("30101", "50201"));
    }

    [Theory]
    [InlineData("一般公共服务", "一般公共服务支出", true)]
    [InlineData("资本性支出(基本建设)", "资本性支出（基本建设）", true)]
    [InlineData("文化旅游体育与传媒支出 (类)", "文化旅游体育与传媒支出", true)]
    [InlineData("公路水路运输★", "公路水路运输", true)]
    [InlineData("机关事业单位基本养老保险缴费", "机关事业单位职业年金缴费", false)]
    public void Names_compare_without_typesetting(string a, string b, bool same) => Assert.Equal(same, CodeNames.Same(a, b));

    [Fact]
    public void Every_listed_code_is_split_and_classified_as_its_list_says() =>
        Gen.Int[0, 2999].Sample(n =>
        {
            var code = (n % 3) switch { 0 => "30101", 1 => "50101", _ => "2010101" };
            var system = (n % 3) switch { 0 => CodeSystem.DeptEcon, 1 => CodeSystem.GovEcon, _ => CodeSystem.Function };
            var name = CodeLists.Of(system)!.Find(code)!.Name;
            var text = (n / 3 % 4) switch { 0 => $"{code}-{name}", 1 => $"[{code}]{name}", 2 => $"{code} {name}", _ => $"{code}{name}" };
            Assert.Equal((code, name), CodeText.Split(text));
            Assert.Equal(system, CodeText.Classify(code));
        });
}
