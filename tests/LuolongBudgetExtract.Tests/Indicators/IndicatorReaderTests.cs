using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Indicators;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Indicators;

/// <summary>The layouts that places print; blank cells are '', a merged cell is repeated in each row as the typed table has it.</summary>
public sealed class IndicatorReaderTests
{
    private static TypedTable Table(string[] paths, string? project, params string[][] rows) => new(
        1, "project_performance_targets", null, "项目支出绩效目标表", null, null, "万元", "printed", 1, 2,
        [.. paths.Select((p, c) => new LeafColumn(c, [.. p.Split('|', StringSplitOptions.RemoveEmptyEntries)], ColumnKind.Text, 0, null, null, null, null))],
        paths.Any(p => p.Length > 0) ? 1 : 0,
        [.. rows.Select((r, i) => new TypedRow(i + 1, i, r[0] == "" ? 2 : 1, 0, RowRole.Detail, null, null, null, new RowDimensions(ProjectName: project), [.. r], [], null))],
        null, GridMethod.Ruled, 0, []);

    private static IEnumerable<string> Read(TypedTable table) =>
        IndicatorReader.Read(table).Indicators.Select(i => $"{i.ProjectName}/{i.Level1}/{i.Level2}/{i.Level3}/{i.TargetRaw}/{i.Target?.Comparator}{i.Target?.Value}{i.Target?.Unit}/{i.Explanation}");

    [Fact]
    public void A_form_with_the_names_of_its_columns_inside_and_a_merged_cell_cut_by_a_page_break() => Assert.Equal(
        ["政务云/产出指标/数量指标/运维项目总数/≥12个/>=12个/", "政务云/产出指标/数量指标/运维人数/15人/15人/", "村路/效益指标/社会效益/就业/提升//"],
        Read(Table(["", "", "", "", ""], null,
            ["项目名称", "", "", "政务云", ""],
            ["项目资金（万元）", "", "", "年度资金总额：", "6000.00"],
            ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
            ["绩效指标", "产出指标", "数量指标", "运维项目总数", "≥12个"],
            ["", "", "", "运维人数", "15人"],
            ["项目名称", "", "", "村路", ""],
            ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值"],
            ["绩效指标", "效益指标", "社会效益", "就业", "提升"])));

    [Fact]
    public void Pairs_of_name_and_target_under_the_first_level() => Assert.Equal(
        ["社区/成本指标//成本/≤9万元/<=9万元/", "社区/产出指标//社区数/157个/157个/"],
        Read(Table(["项目名称", "绩效目标|成本指标|三级指标", "绩效目标|成本指标|指标值", "绩效目标|产出指标|三级指标", "绩效目标|产出指标|指标值"], "社区",
            ["社区", "成本", "≤9万元", "社区数", "157个"])));

    [Fact]
    public void Comparator_and_unit_in_columns_of_their_own_and_all_levels_in_one_cell() => Assert.Equal(
        ["/产出指标/数量指标/培训完成率/95/>=95%/"],
        Read(Table(["", "", "", "", ""], null,
            ["活动", "绩效指标", "指标性质", "指标值", "度量单位"],
            ["业务费", "产出指标数量指标培训完成率", "≥", "95", "%"])));

    [Fact]
    public void A_name_without_a_target_is_counted_and_left_out()
    {
        var (indicators, unread) = IndicatorReader.Read(Table(["一级指标", "三级指标", "指标值", "指标值说明"], null,
            ["产出指标", "培训人数", "", ""], ["产出指标", "培训期数", "3期", "全年"], ["满意度指标", "", "", ""]));

        Assert.Equal((1, 1, "全年"), (indicators.Length, unread, indicators[0].Explanation));
    }
}
