using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Tests.Rows;

public sealed class StubReaderTests
{
    private static RowDimensions Read((ColumnKind Kind, string Text)[] cells, string? above) => StubReader.Dimensions(
        [.. cells.Select((c, i) => new LeafColumn(i, [], c.Kind, 0, null, null, null, null))], 0, i => cells[i].Text,
        above is null ? null : new RowDimensions(above), 2026);

    [Theory]
    [InlineData("05", "行政事业单位养老支出", "208", "20805")]
    [InlineData("05", "行政事业单位离退休", "208", "20805")] // the name of other years
    [InlineData("05", "机关事业单位基本养老保险缴费支出", "20805", "2080505")]
    [InlineData("11", "行政事业单位医疗", "2100101", "21011")] // the next section after the items of another
    [InlineData("06", "机关事业单位职业年金缴费支出", "2080505", "2080506")]
    [InlineData("05", "某某支出", "2080506", null)]
    [InlineData("05", "行政事业单位养老支出", null, null)]
    public void A_code_without_its_parent_is_completed_from_the_row_above_and_its_name(string part, string name, string? above, string? code)
    {
        var d = Read([(ColumnKind.FunctionCode, part), (ColumnKind.FunctionName, name)], above);

        Assert.Equal((code, null), (d.FunctionCode, d.UnitCode));
    }

    [Theory]
    [InlineData("208", "05", "05", null, "2080505")]
    [InlineData("208", "20805", "2080505", null, "2080505")]
    [InlineData("", "05", "", "208", "20805")]
    [InlineData("", "", "05", "20805", "2080505")]
    [InlineData("", "", "06", "2080505", "2080506")]
    [InlineData("210", "11", "", "2080505", "21011")]
    [InlineData("", "221", "", "21307", "221")] // a whole class in a cell over the three
    public void Class_section_and_item_in_three_columns_hold_parts_or_whole_codes(string first, string second, string third, string? above, string code) => Assert.Equal(
        code, Read([(ColumnKind.FunctionClass, first), (ColumnKind.FunctionSection, second), (ColumnKind.FunctionItem, third)], above).FunctionCode);
}
