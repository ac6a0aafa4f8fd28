using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

public sealed class NamedCodesTests
{
    private const int Year = 2026;

    private static TypedRow Row(int number, string label, RowRole role = RowRole.Detail, RowDimensions? dimensions = null) =>
        new(number, number, 1, 0, role, label, null, null, dimensions ?? new RowDimensions(), [], [], Side.Expenditure);

    private static string?[] Codes(params string[] labels)
    {
        var rows = labels.Select((l, i) => Row(i + 1, l, l == "合计" ? RowRole.Total : RowRole.Detail)).ToList();
        NamedCodes.Complete(rows, Classification.Function, Year);
        return [.. rows.Select(r => r.Dimensions.FunctionCode)];
    }

    [Fact]
    public void Names_under_names_have_the_codes_of_their_path() => Assert.Equal(
        [null, "208", "20805", "2080505", "2080506", "210", "21001", "2100101", "21011", "2101101"],
        Codes("合计", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出", "机关事业单位职业年金缴费支出",
            "卫生健康支出", "卫生健康管理事务", "行政运行", "行政事业单位医疗", "行政单位医疗"));

    [Fact]
    public void The_class_that_repeats_its_name_is_read_downwards() => Assert.Equal(["229", "22999", "2299999"], Codes("其他支出", "其他支出", "其他支出"));

    [Fact]
    public void An_item_without_its_section_has_a_code_only_when_it_is_the_only_one_of_its_name() =>
        Assert.Equal(["2080505", null, "2210201"], Codes("机关事业单位基本养老保险缴费支出", "行政运行", "住房公积金"));

    [Fact]
    public void Parts_of_a_name_that_the_list_does_not_know_belong_to_nothing_above() =>
        Assert.Equal(["208", null, null], Codes("社会保障和就业支出", "某某专门事务", "行政运行"));

    [Fact]
    public void A_name_of_another_year_has_its_code_under_its_own_section_only()
    {
        // 2220106 was called 粮食专项业务活动 until 2021; under 政府办公厅 the name was in force.
        List<TypedRow> rows = [Row(1, "粮油物资储备支出"), Row(2, "粮油物资事务"), Row(3, "专项业务活动")];
        NamedCodes.Complete(rows, Classification.Function, 2021);
        Assert.Equal(["222", "22201", "2220106"], rows.Select(r => r.Dimensions.FunctionCode));
        Assert.Equal(["215", "21505"], Codes("资源勘探工业信息等支出", "工业和信息产业监管"));
        Assert.Equal([null], Codes("资本性支出")); // 2230401 of former years, and of an economic class today
    }

    [Fact]
    public void A_panel_that_prints_codes_keeps_them_and_gets_no_more()
    {
        List<TypedRow> rows = [Row(1, "社会保障和就业支出"), Row(2, "行政运行", dimensions: new RowDimensions("2010301"))];
        NamedCodes.Complete(rows, Classification.Function, Year);
        Assert.Equal([null, "2010301"], rows.Select(r => r.Dimensions.FunctionCode));
    }

    [Fact]
    public void A_table_by_economic_class_gets_the_codes_of_departments() => Assert.Equal(
        [null, "301", "30101", "30113", "302", "30201", "399", "39999"],
        Econs(d => d.DeptEconCode, "合计", "工资福利支出", "基本工资", "住房公积金", "商品和服务支出", "办公费", "其他支出", "其他支出"));

    [Fact]
    public void Names_of_governments_tell_that_the_codes_are_theirs() => Assert.Equal(
        ["501", "50101", "502", "50201"], Econs(d => d.GovEconCode, "机关工资福利支出", "工资奖金津补贴", "机关商品和服务支出", "办公经费"));

    private static string?[] Econs(Func<RowDimensions, string?> code, params string[] labels)
    {
        var rows = labels.Select((l, i) => Row(i + 1, l, l == "合计" ? RowRole.Total : RowRole.Detail)).ToList();
        NamedCodes.Complete(rows, Classification.Economic, Year);
        Assert.All(rows, r => Assert.Null(r.Dimensions.FunctionCode));
        return [.. rows.Select(r => code(r.Dimensions))];
    }

    // The whole list printed as names, as a table would: no name may be given another one's code.
    [Fact]
    public void Every_name_of_the_list_is_found_under_its_own_path_or_left_without_a_code()
    {
        var entries = CodeListEntries();
        var found = Codes([.. entries.Select(e => e.Name)]);

        Assert.All(entries.Zip(found), pair => Assert.True(pair.Second is null || pair.Second == pair.First.Code, $"{pair.First.Code} {pair.First.Name}: {pair.Second}"));
        Assert.True(found.Count(c => c is not null) > entries.Count * 0.95);
    }

    private static List<CodeEntry> CodeListEntries() =>
        [.. Enumerable.Range(201, 99).SelectMany(Below)];

    private static IEnumerable<CodeEntry> Below(int code)
    {
        if (CodeLists.Function($"{code}", Year) is not { } entry) yield break;
        yield return entry;
        if (entry.Code.Length == 7) yield break;
        for (int part = 0; part < 100; part++)
            foreach (var below in Below(code * 100 + part)) yield return below;
    }
}
