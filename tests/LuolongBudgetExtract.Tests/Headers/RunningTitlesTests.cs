using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;
using LuolongBudgetExtract.Tests.Rows;

namespace LuolongBudgetExtract.Tests.Headers;

public sealed class RunningTitlesTests
{
    private const double Foot = 780;

    // {0} is the number of the page.
    [Theory]
    [InlineData("电话：0411-84301256", 1)]
    [InlineData("2025 | {0} / 14", 1)]
    [InlineData("某某局{0}号文件说明如下", 3)]
    public void What_every_page_prints_at_its_foot_ends_no_table(string foot, int tables)
    {
        (PageRegions, ImmutableArray<Grid>) PageOf(int number, params string[] rows)
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, foot, number);
            var line = new TextLine(text, text, new Box(40, Foot - 8, 200, Foot + 2), Foot, 9, []);
            return (new PageRegions(new Page(number, 595, 842, [], [], 0, 0), [], [line]), [WrittenTable.GridOf(rows)]);
        }

        var (found, _) = DocumentTables.Read(
        [
            PageOf(1, "科目编码|科目名称|合计", "|合计|6.00", "301|工资福利支出|1.00"),
            PageOf(2, "302|商品和服务支出|2.00"),
            PageOf(3, "303|对个人和家庭的补助|3.00"),
        ]);

        Assert.Equal(tables, found.Length);
    }
}
