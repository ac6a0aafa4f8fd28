using System.Globalization;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;
using Xunit;

namespace LuolongBudgetExtract.Tests.Forms;

public sealed class ColumnVocabularyTests
{
    private sealed record Case(string Title, string Form, bool? FinalAccount, int? Year, string? Fund, List<string[]> Columns);

    public static TheoryData<string> Tables() => [.. Cases().Select(c => c.Title)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Columns_of_published_tables_mean_what_a_reader_says(string title)
    {
        var table = Cases().Single(c => c.Title == title);

        var meanings = ColumnVocabulary.Read(
            table.Form, table.FinalAccount,
            [.. table.Columns.Select(c => new ColumnEvidence([.. c[0].Split('|')], [.. c[1].Split(';').Where(v => v.Length > 0)]))],
            table.Year, table.Fund);

        Assert.Equal(
            table.Columns.Select(c => string.Join('\t', c[0], c[2], c[3], c[4], c[5], c[6])),
            meanings.Select((m, i) => string.Join('\t', table.Columns[i][0], m.Kind, m.Measure, m.Fund, m.Period, m.Side)));
    }

    [Theory]
    [InlineData("国库集中支付", "12.30")]
    [InlineData("工资福利支出", "12.30")] // of what: basic or project expenditure?
    [InlineData("预计新增资金", "1234")]
    public void A_header_that_is_not_understood_is_never_guessed(string header, string value)
    {
        var meaning = One("expenditure_summary", header, value);

        Assert.Equal((ColumnKind.Amount, null), (meaning.Kind, meaning.Measure));
    }

    [Theory]
    [InlineData("增减%", "12.30", ColumnKind.Percent)]
    [InlineData("占全年支出比重", "12.30", ColumnKind.Percent)]
    [InlineData("决算数为预算数的%", "104", ColumnKind.Percent)]
    [InlineData("2025年|完成预算", "102.6", ColumnKind.Percent)]
    [InlineData("2026年|比上年增长", "10.0", ColumnKind.Percent)]
    [InlineData("预算数为上年执行数", "110.0", ColumnKind.Percent)]
    [InlineData("可比口径增长", "-3.1", ColumnKind.Percent)]
    [InlineData("比上年增长", "1,310,000", ColumnKind.Amount)]
    [InlineData("比上年增长额", "10.0", ColumnKind.Amount)]
    [InlineData("2025年完成", "102.6", ColumnKind.Amount)]
    [InlineData("人数", "12", ColumnKind.Count)]
    [InlineData("数量（辆）", "3", ColumnKind.Count)]
    [InlineData("车辆数（辆）|合计", "3", ColumnKind.Count)]
    [InlineData("资金支出计划（%）|3月底", "20.00", ColumnKind.Percent)]
    [InlineData("州级当年财政拨款安排|基本支出", "20.00", ColumnKind.Amount)]
    [InlineData("资金来源", "一般公共预算", ColumnKind.Text)]
    [InlineData("行次", "1", ColumnKind.LineNumber)]
    [InlineData("备注", "1.5", ColumnKind.Text)]
    [InlineData("指标值", "100.00", ColumnKind.Text)]
    [InlineData("项目名称", "信访接待", ColumnKind.ProjectName)]
    [InlineData("科目", "2101501-行政运行", ColumnKind.FunctionCode)]
    [InlineData("科目", "[30101]基本工资", ColumnKind.DeptEconCode)]
    [InlineData("经济分类科目", "50101-工资奖金津补贴", ColumnKind.GovEconCode)]
    [InlineData("科目编码", "301", ColumnKind.DeptEconCode)]
    [InlineData("项目支出", "1,278", ColumnKind.Amount)]
    [InlineData("合计", "201", ColumnKind.Amount)]
    [InlineData("2026年预算数比2025年预算数增减%|合计", "-0.34", ColumnKind.Percent)]
    [InlineData("比上年增减|金额", "-0.34", ColumnKind.Amount)]
    [InlineData("增减额及增减%|增减额", "-0.34", ColumnKind.Amount)]
    [InlineData("较上年增减幅度", "-0.34", ColumnKind.Percent)]
    public void Header_and_values_give_the_kind(string header, string value, ColumnKind kind) =>
        Assert.Equal(kind, One("project_expenditure", header, value).Kind);

    [Theory]
    [InlineData(2026, "2025年预算数", "prior_year")]
    [InlineData(2026, "2026年预算数", "current")]
    [InlineData(2026, "2025年执行数", "prior_year.execution")]
    [InlineData(2026, "2024年决算数", "earlier_year.final")]
    [InlineData(2026, "上年结转", "carried_over")]
    [InlineData(2026, "比上年增减额", "change")]
    [InlineData(null, "2025年预算数", null)]
    public void Years_count_from_the_fiscal_year(int? year, string header, string? period)
    {
        var meanings = ColumnVocabulary.Read("general_budget_expenditure", false, [new([header], []), new(["合计"], [])], year);

        Assert.Equal(period, meanings[0].Period);
    }

    [Fact]
    public void A_total_over_three_public_and_meetings_is_not_the_three_public_total()
    {
        var meanings = ColumnVocabulary.Read("three_public_expenses", false, [new(["合计"], []), new(["公务接待费"], []), new(["会议费"], [])]);

        Assert.Null(meanings[0].Measure);
    }

    // 分地区表: each column is a city, and whole numbers are all it holds.
    [Theory]
    [InlineData(true, "4088277 631764 20123", ColumnKind.Amount)]
    [InlineData(false, "4088277 631764 20123", ColumnKind.Unknown)]
    [InlineData(true, "2024 2025 2026", ColumnKind.Text)]
    [InlineData(true, "1 2 3 4 5", ColumnKind.Text)]
    public void Whole_numbers_under_an_unknown_name_are_money_only_beside_a_unit(bool inUnit, string values, ColumnKind kind)
    {
        var columns = ColumnVocabulary.Read("other", null, [new(["项目"], ["合计", "一般性转移支付"]), new(["石家庄市"], [.. values.Split(' ')])], 2026, inUnit: inUnit);

        Assert.Equal(kind, columns[1].Kind);
        Assert.Equal(kind == ColumnKind.Amount ? "total" : null, columns[1].Measure);
    }

    [Fact]
    public void A_header_of_a_transfer_table_that_no_word_explains_is_one_transfer_and_elsewhere_nothing()
    {
        string? Measure(string title) => ColumnVocabulary.Read(
            "other", null, [new(["地区"], ["石家庄市"]), new(["均衡性转移支付"], ["12.50"])], 2026, match: FormRecogniser.Recognise(new(title, null, [], []))).Last().Measure;

        Assert.Equal("transfer.item", Measure("2026年省对下一般性转移支付分项目分地区情况表"));
        Assert.Null(Measure("2026年全省一般公共预算支出安排情况表"));
    }

    [Theory]
    [InlineData("2025年全市一般公共预算支出执行情况表", "快报数", "prior_year.execution")]
    [InlineData("2025年全市一般公共预算支出执行情况表", "上年决算数", "earlier_year.final")]
    [InlineData("2025年全市一般公共预算支出执行情况表", "2026年预算数", "current")]
    [InlineData("2026年全市一般公共预算支出预算表", "2025年快报数", "prior_year.execution")]
    [InlineData("2026年全省地方政府债务预算收支安排情况表", "预计政府债务余额", "current")]
    [InlineData("2025年全省地方政府债务执行情况表", "预计政府债务余额", "prior_year.execution")]
    public void A_table_of_another_year_than_its_document_counts_from_its_own(string title, string header, string period) =>
        Assert.Equal(period, ColumnVocabulary.Read("other", null, [new([header], ["1.00"])], 2026, match: FormRecogniser.Recognise(new(title, null, [], [])))[0].Period);

    [Theory]
    [InlineData("2019年全区一般公共预算收入决算表", Side.Revenue)]
    [InlineData("2019年自治区本级政府性基金支出决算表", Side.Expenditure)]
    [InlineData("2026年全省一般公共预算收支平衡表", null)]
    [InlineData("2019年全区地方政府债务余额情况表", null)]
    [InlineData("2026年省对下专项转移支付分项目分地区情况表", Side.Expenditure)]
    public void The_title_of_a_government_table_tells_its_side(string title, Side? side) =>
        Assert.Equal(side, ColumnVocabulary.Read("other", null, [new(["决算数"], ["1.00"])], 2019, match: FormRecogniser.Recognise(new(title, null, [], [])))[0].Side);

    [Theory]
    [InlineData("2025年政府债务限额|一般债务", "debt.limit.general")]
    [InlineData("专项债务|余额", "debt.outstanding.special")]
    [InlineData("新增一般债务限额", "debt.limit.general.new")]
    [InlineData("新增债务限额|一般债务", "debt.limit.general.new")]
    [InlineData("一般债务余额|一般债券", "debt.outstanding.general_bonds")]
    [InlineData("专项债券|再融资债券|发行额", "debt.issued.special_bonds.refinancing")]
    [InlineData("地方政府债券还本付息额|一般债务|还本额", "debt.principal_repaid.general")]
    [InlineData("一般债务|专项债务|限额", null)] // of one kind or the other?
    [InlineData("债券", null)] // issued, repaid, or money from bonds?
    [InlineData("新增", null)]
    public void Kinds_of_debt_refine_what_is_done_with_it_wherever_they_stand(string header, string? measure) =>
        Assert.Equal(measure, ColumnVocabulary.Read("other", null, [new([.. header.Split('|')], ["12.50"])], 2026)[0].Measure);

    // One code-like number among columns of money is money.
    [Fact]
    public void Codes_before_their_names_are_codes_even_when_the_header_is_cut_short()
    {
        var columns = ColumnVocabulary.Read(
            "general_budget_expenditure", null,
            [
                new ColumnEvidence(["项目", "单位代"], ["333301", "333301", "333602"]),
                new ColumnEvidence(["项目", "单位名称"], ["行政单位离退休", "行政单位医疗", "住房公积金"]),
                new ColumnEvidence(["合计"], ["473,800", "12,000", "776,900"]),
            ],
            2026, inUnit: true);

        Assert.Equal([ColumnKind.UnitCode, ColumnKind.Amount], [columns[0].Kind, columns[2].Kind]);
    }

    [Fact]
    public void Among_amounts_a_named_column_holds_no_codes()
    {
        var columns = ColumnVocabulary.Read("other", null, [new(["项目"], ["合计"]), new(["合计"], ["449,174"]), new(["衡水市"], ["20805"])], 2026, inUnit: true);

        Assert.Equal(ColumnKind.Amount, columns[2].Kind);
    }

    [Theory]
    [InlineData("工资福利支出|住房公积金", true, "50103")]
    [InlineData("工资福利支出|住房公积金", false, "30113")]
    [InlineData("机关商品和服务支出|维修（护）费", true, "50209")]
    [InlineData("机关商品和服务支出|会议费", true, "50202")]
    [InlineData("对事业单位经常性补助|工资福利支出", true, "50501")]
    [InlineData("工资福利支出", true, null)] // the class, or the item of 505?
    [InlineData("房屋建筑物购建", true, null)] // 50301 or 50401
    public void Items_are_of_the_classification_that_the_title_names(string header, bool ofGovernments, string? code)
    {
        var match = FormRecogniser.Recognise(new FormEvidence($"一般公共预算基本支出表（按{(ofGovernments ? "政府" : "部门")}预算经济分类）", null, [[.. header.Split('|')]], []));

        Assert.Equal(code, ColumnVocabulary.Read(match.Form, false, [new([.. header.Split('|')], ["9.00"])], 2026, match.Fund, match: match)[0].EconomicCode);
    }

    private static ColumnMeaning One(string form, string header, string value) =>
        ColumnVocabulary.Read(form, false, [new([.. header.Split('|')], [value])], 2026)[0];

    /// <summary>columns.tsv: "# place title, form, final account, year, fund", then a line a column: path, values, kind, measure, fund, period, side.</summary>
    private static List<Case> Cases()
    {
        var cases = new List<Case>();
        foreach (var line in TestFiles.Lines("Forms/columns.tsv"))
        {
            var fields = line.Split('\t');
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                cases.Add(new Case(
                    fields[0], fields[1], fields[2].Length == 0 ? null : bool.Parse(fields[2]),
                    fields[3].Length == 0 ? null : int.Parse(fields[3], CultureInfo.InvariantCulture), fields[4].Length == 0 ? null : fields[4], []));
            }
            else
            {
                cases[^1].Columns.Add(fields);
            }
        }

        return cases;
    }
}
