using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using Xunit;

namespace LuolongBudgetExtract.Tests.Forms;

public sealed class FormRecogniserTests
{
    private static FormMatch ByTitle(string title) => FormRecogniser.Recognise(new FormEvidence(title, null, [], []));

    private static FormMatch ByHeaders(string headers, params string[] stub) => FormRecogniser.Recognise(new FormEvidence(
        null, null, [.. headers.Split(';').Select(h => h.Split('>').ToImmutableArray())], [.. stub]));

    public static TheoryData<string, string, string, string> Titles()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var line in TestFiles.Lines("Forms/titles.csv").Where(l => !l.StartsWith('#')))
        {
            var fields = line.Split(';');
            data.Add(fields[1], fields[2], fields[3], fields[4]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Published_titles_have_their_form(string title, string form, string finalAccount, string fund)
    {
        var match = ByTitle(title);

        Assert.Equal(form, match.Understood ? match.Form : match.Form + "?");
        Assert.Equal(finalAccount, match.FinalAccount?.ToString().ToLowerInvariant() ?? "");
        Assert.Equal(fund, match.Fund ?? "");
    }

    [Theory]
    [InlineData("２０２６年“三公”经费 支 出 表", "three_public_expenses")]
    [InlineData("2026 年一般公共预算⽀出表", "general_budget_expenditure")]
    [InlineData("一般公共预算支出表〔按经济分类〕", "general_budget_expenditure_economic")]
    public void Typesetting_does_not_hide_a_title(string title, string form) => Assert.Equal(form, ByTitle(title).Form);

    [Theory]
    [InlineData("科目编码;科目名称;合计;人员经费;公用经费", "general_budget_basic_expenditure_function", "201", "20105", "2010501", "208")]
    [InlineData("科目编码;科目名称;合计;人员经费;公用经费", "general_budget_basic_expenditure", "301", "30101", "302", "30201")]
    [InlineData("科目名称;合计;人员经费;公用经费", "general_budget_basic_expenditure", "工资福利支出", "基本工资", "津贴补贴")]
    public void Codes_decide_by_which_classification_basic_expenditure_is_cut(string headers, string form, params string[] stub)
    {
        var match = FormRecogniser.Recognise(new FormEvidence(
            "一般公共预算基本支出表", null, [.. headers.Split(';').Select(h => ImmutableArray.Create(h))], [.. stub]));

        Assert.Equal(form, match.Form);
    }

    [Theory]
    [InlineData("一般公共预算基本支出表--人员经费(工资福利支出)(按部门预算经济分类)", "basic.personnel.wages")]
    [InlineData("一般公共预算基本支出表--公用经费(商品和服务支出)", "basic.public.goods_services")]
    [InlineData("一般公共预算基本支出表（按功能分类）", null)]
    [InlineData("一般公共预算基本支出表", null)]
    public void A_title_may_narrow_the_money_of_its_form(string title, string? measure) => Assert.Equal(measure, ByTitle(title).Measure);

    [Fact]
    public void The_number_of_a_form_means_nothing()
    {
        var beijing = FormRecogniser.Recognise(new FormEvidence("支出总表", "预算07表", [], []));

        Assert.Equal("expenditure_summary", beijing.Form);
    }

    [Theory]
    [InlineData("因公出国（境）费;公务用车购置及运行费>小计;公务接待费", "three_public_expenses")]
    [InlineData("收入>项目;收入>预算数;支出>项目;支出>合计;支出>一般公共预算;支出>政府性基金预算", "fiscal_appropriation_summary")]
    [InlineData("项目>功能分类科目编码;项目>科目名称;本年支出合计;基本支出;项目支出;上缴上级支出;经营支出;对附属单位补助支出", "expenditure_summary")]
    [InlineData("部门代码;部门名称;合计;本年收入>小计;本年收入>事业收入;本年收入>其他收入", "revenue_summary")]
    [InlineData("类型;项目名称;项目单位;合计;本年拨款>一般公共预算", "project_expenditure")]
    [InlineData("科目编码;科目名称;本年政府性基金预算支出>合计", "government_fund_expenditure")]
    [InlineData("报表;报表名称;是否空表;公开空表理由", "other")]
    public void Headers_decide_where_the_title_is_missing(string headers, string form)
    {
        var match = ByHeaders(headers);

        Assert.True(match.Understood);
        Assert.Equal(form, match.Form);
    }

    [Fact]
    public void Headers_that_several_forms_share_are_not_guessed()
    {
        var match = ByHeaders("科目编码;科目名称;合计;基本支出;项目支出", "201", "20105");

        Assert.False(match.Understood);
        Assert.Equal("other", match.Form);
    }

    [Fact]
    public void Headers_of_a_government_make_a_plain_title_other()
    {
        var match = FormRecogniser.Recognise(new FormEvidence(
            "一般公共预算支出情况表", null, [["项目"], ["2025年执行数"], ["2026年预算数"], ["预算数比上年执行数增长%"]], []));

        Assert.True(match.Understood);
        Assert.Equal("other", match.Form);
    }

    [Fact]
    public void Every_form_of_the_contract_is_declared_once()
    {
        string[] contract =
        [
            "revenue_expenditure_summary", "revenue_summary", "expenditure_summary", "fiscal_appropriation_summary", "general_budget_expenditure",
            "general_budget_basic_expenditure", "economic_classification_summary", "three_public_expenses", "government_fund_expenditure",
            "state_capital_expenditure", "project_expenditure", "department_performance_targets", "project_performance_targets",
            "general_budget_expenditure_economic", "general_budget_basic_expenditure_function", "general_budget_project_expenditure",
            "basic_expenditure", "fiscal_appropriation_expenditure", "fiscal_appropriation_basic_expenditure", "fiscal_carryover_expenditure",
            "operating_expenses", "government_procurement", "government_service_purchase", "other",
        ];

        Assert.Equal(contract.Order(), FormCatalog.Default.Forms.Select(f => f.Id).Order());
    }

    [Theory]
    [InlineData("§4 2021年省本级一般公共预算基本支出经济分类决算表", 2021, "basic")]
    [InlineData("§20 2021年省本级社会保险基金支出决算表", 2021, null)]
    [InlineData("附件1-20 2026年全市债务情况表", 2026, null)]
    [InlineData("43湖南省2019年地方政府一般债务余额情况表", 2019, null)]
    [InlineData("2026年省对下专项转移支付分项目分地区情况表", 2026, "transfer.special")]
    [InlineData("2026年省对下一般性转移支付分项目分地区情况表", 2026, null)]
    [InlineData("2025年省本级新增地方政府债券项目安排情况表", 2025, "debt.allocated")]
    public void The_title_of_a_table_without_a_canonical_form_gives_year_and_kind(string title, int year, string? measure)
    {
        var match = FormRecogniser.Recognise(new FormEvidence(title, null, [], []));

        Assert.Equal((FormCatalog.Other, year, measure), (match.Form, match.TitleYear, match.Measure));
    }
}
