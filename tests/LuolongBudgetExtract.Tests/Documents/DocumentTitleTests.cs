using LuolongBudgetExtract.Documents;

namespace LuolongBudgetExtract.Tests.Documents;

public sealed class DocumentTitleTests
{
    [Theory]
    [InlineData("2026年度苏州市应急管理局部门预算公开", 2026, "budget", "苏州市应急管理局", Scope.Department)]
    [InlineData("2026年度苏州市科学技术局单位预算公开", 2026, "budget", "苏州市科学技术局", Scope.Unit)]
    [InlineData("西安市卫生健康委员会（汇总）2022年度部门决算", 2022, "final_account", "西安市卫生健康委员会", Scope.Department)]
    [InlineData("2026年中共深圳市委宣传部（本级）部门预算", 2026, "budget", "中共深圳市委宣传部（本级）", Scope.Unit)]
    [InlineData("北京市人民政府国有资产监督管理委员会2026部门预算情况的说明", 2026, "budget", "北京市人民政府国有资产监督管理委员会", Scope.Department)]
    [InlineData("2018年度江苏省高级人民法院预算公开", 2018, "budget", "江苏省高级人民法院", null)]
    [InlineData("附件2：某某市财政局二〇二四年部门决算", 2024, "final_account", "某某市财政局", Scope.Department)]
    [InlineData("上海市2026年市级单位预算", 2026, "budget", null, Scope.Unit)]
    [InlineData("2019年部门综合预算公开报表", 2019, "budget", null, Scope.Department)]
    [InlineData("南部县人民政府办公室2026年预算公开", 2026, "budget", "南部县人民政府办公室", null)]
    [InlineData("2026年洛阳市洛龙区财政局预算公开", 2026, "budget", "洛阳市洛龙区财政局", null)]
    [InlineData("共青团某某市委员会2025年部门预算", 2025, "budget", "共青团某某市委员会", Scope.Department)]
    public void Year_kind_name_and_scope_of_a_department(string text, int year, string kind, string? name, Scope? scope) =>
        Assert.Equal((year, kind, name, scope), Said(text));

    [Theory]
    [InlineData("关于朝阳市2025年预算执行情况和2026年预算草案的报告", 2026, "budget")]
    [InlineData("关于2025年全市和市本级预算执行情况与2026年全市和市本级预算草案的报告", 2026, "budget")]
    [InlineData("迪庆州2025年地方财政预算执行情况和2026年地方财政预算（草案）", 2026, "budget")]
    [InlineData("关于2024年决算草案和2025年上半年预算执行情况的报告", 2024, "final_account")]
    [InlineData("2019年全市及市本级决算草案的说明", 2019, "final_account")]
    [InlineData("2019年全区一般公共预算收入决算表", 2019, "final_account")]
    [InlineData("43湖南省2019年地方政府债务限额及余额决算情况表", 2019, "final_account")]
    [InlineData("2026年省本级预算公开表", 2026, "budget")]
    [InlineData("襄阳市2026年市级政府预算公开", 2026, "budget")]
    [InlineData("2026年南部县政府预算公开", 2026, "budget")]
    [InlineData("浙江省2026年省级政府预算", 2026, "budget")]
    [InlineData("襄阳市襄州区2026年区级政府预算", 2026, "budget")]
    [InlineData("2024年度襄阳市襄州区人民政府决算公开", 2024, "final_account")]
    public void A_report_of_a_government_is_of_the_year_it_proposes_and_of_no_department(string text, int year, string kind) =>
        Assert.Equal((year, kind, (string?)null, (Scope?)Scope.Government), Said(text));

    [Theory]
    [InlineData("2026年1月")]
    [InlineData("一、部门主要职能")]
    [InlineData("2026年全省一般公共预算收入预计情况表")]
    public void What_names_no_year_with_a_budget_or_an_account_is_no_title(string text) => Assert.Null(DocumentTitle.Of(text));

    private static (int, string, string?, Scope?) Said(string text)
    {
        var title = DocumentTitle.Of(text);
        Assert.NotNull(title);
        return (title.Year, title.Kind, title.Name, title.Scope);
    }
}
