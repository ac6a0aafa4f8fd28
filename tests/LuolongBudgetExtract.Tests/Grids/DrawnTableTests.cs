using CsCheck;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Tests.Grids;

public sealed class DrawnTableTests
{
    [Fact]
    public void Any_table_that_we_draw_is_read_back_cell_for_cell() => DrawnTable.Any.Sample(table =>
    {
        if (!table.Cells.Any(c => c.Text.Length > 0)) return;
        var page = Assert.Single(PdfPages.Read(table.ToPdf(), new ReadingOptions()).Pages);
        var region = Assert.Single(TableRegions.Find(page).Regions);
        var read = Lattice.Build(region).Cells.Select(c => new DrawnCell(c.Row, c.Column, c.RowSpan, c.ColumnSpan, c.Text)).OrderBy(c => c.Row).ThenBy(c => c.Column);
        Assert.Equal(table.Visible(), read);
    }, iter: 300);
}
