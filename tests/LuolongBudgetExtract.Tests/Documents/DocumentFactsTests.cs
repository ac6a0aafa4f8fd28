using System.Collections.Immutable;
using LuolongBudgetExtract.Documents;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Tests.Documents;

public sealed class DocumentFactsTests
{
    private static OutsideLine Line(string text, double y, double size = 22, int page = 1, OutsideKind kind = OutsideKind.Narrative) =>
        new(page, new TextLine(text, text, new Box(0, y - size, 100, y), y, size, []), kind);

    private static LogicalTable Table(string? title, string? department = null, int page = 5, params string[][] rows) => new(
        new Surroundings(null, title, null, department, null), [[""], [""]], 0,
        [.. rows.Select((r, i) => new BodyRow(page, i, i + 1, [.. r.Select((t, c) => new Cell(i, c, 1, 1, t, t, page, new Box(c, i, c + 1, i + 1), new Box(c, i, c + 1, i + 1), 0))], [.. r.Select(_ => true)]))],
        page, page, GridMethod.Ruled, 0);

    private static (DocumentFacts Facts, ImmutableArray<TableOwner> Owners) Read(ImmutableArray<LogicalTable> tables, params ImmutableArray<OutsideLine> lines) =>
        DocumentFactsReader.Read(tables, [.. tables.Select(t => new FormMatch(t.Around.Title?.Contains("整体", StringComparison.Ordinal) == true ? "department_performance_targets" : "other", true, null))], lines);

    [Fact]
    public void A_cover_over_three_lines_is_one_title_and_stands_as_evidence()
    {
        var (facts, _) = Read([], Line("2026年度", 100), Line("苏州市自然资源和规划局", 130), Line("部门预算公开", 160), Line("目录", 300, 16));
        Assert.Equal(("budget", 2026, "苏州市自然资源和规划局", "320500", Scope.Department), (facts.Kind, facts.FiscalYear, facts.Department, facts.DivisionCode, facts.Scope));
        Assert.Equal(new Evidence("2026年度苏州市自然资源和规划局部门预算公开", 1), facts.Evidence.FiscalYear);
    }

    [Fact]
    public void Tables_without_a_cover_tell_year_and_department_in_their_fields()
    {
        var (facts, owners) = Read(
            [Table("收支总表"), Table("部门整体支出绩效目标表", null, 32, ["部门名称", "北京市公安局"], ["总体资金情况", "866561.92"])],
            Line("（2026年度）", 50, 12, 32, OutsideKind.Heading));
        Assert.Equal((2026, "北京市公安局", "110000"), (facts.FiscalYear, facts.Department, facts.DivisionCode));
        Assert.Equal((new Evidence("（2026年度）", 32), new Evidence("北京市公安局", 32)), (facts.Evidence.FiscalYear, facts.Evidence.Department));
        Assert.Equal(["北京市公安局", "北京市公安局"], owners.Select(o => o.Department));
    }

    [Fact]
    public void Tables_of_several_units_keep_apart_and_do_not_outvote_the_cover()
    {
        var (facts, owners) = Read(
            [Table("收入总表", "西安市财政局（汇总）"), Table("收入总表", "西安市财政局（本级）"), Table("支出总表", "西安市财政局（本级）"), Table("附表")],
            Line("西安市财政局2026年部门预算", 100));
        Assert.Equal("西安市财政局", facts.Department);
        Assert.Equal([("西安市财政局", Scope.Department), ("西安市财政局（本级）", Scope.Unit), ("西安市财政局（本级）", Scope.Unit), (null, null)],
            owners.Select(o => (o.Department, o.Scope)));
    }

    [Fact]
    public void A_name_cut_by_the_end_of_its_line_is_completed_from_the_line_below_it()
    {
        var tables = ImmutableArray.Create(Table("收支总表", "中国共产党江苏省委员会办公厅", 1), Table("收入总表", "中国共产党江苏省委员会办", 2), Table("支出总表", "中国共产党江苏省委员会办", 3));
        Assert.Equal(["中国共产党江苏省委员会办公厅", "中国共产党江苏省委员会办公厅", "中国共产党江苏省委员会办"],
            Read(tables, Line("公厅", 60, 12, 2, OutsideKind.Heading)).Owners.Select(o => o.Department));
    }

    [Fact]
    public void A_report_that_says_only_the_city_is_placed_by_its_counties()
    {
        var (facts, _) = Read([], Line("2019年全市及市本级决算草案的说明", 100),
            Line("鲁山县357298万元，宝丰县189523万元，叶县316715万元，", 300, 16, 4), Line("郏县214725万元，汝州市289756万元，舞钢市131843万元", 330, 16, 4));
        Assert.Equal(("final_account", (string?)null, "410400"), (facts.Kind, facts.Department, facts.DivisionCode));
    }

    [Fact]
    public void What_nothing_tells_stays_unknown()
    {
        var (facts, _) = Read([Table("收支总表")]);
        Assert.Equal((null, null, null, null), (facts.FiscalYear, facts.Department, facts.DivisionCode, facts.Scope));
    }
}
