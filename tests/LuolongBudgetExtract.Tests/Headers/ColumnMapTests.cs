using System.Collections.Immutable;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Tests.Headers;

public sealed class ColumnMapTests
{
    // Code, name, then amounts set to the right of 151, 251 and 351.
    private static readonly (double, double)?[] Model = [(35, 60), (70, 140), (180, 250), (300, 350), (400, 450)];

    private static Grid Of(double[] edges, (double X0, double X1)?[] ink, GridMethod method = GridMethod.Unruled)
    {
        var cells = ink.Select((at, c) =>
        {
            var box = new Box(edges[c], 0, edges[c + 1], 14);
            return at is { } text ? new Cell(0, c, 1, 1, "1.00", "1.00", 1, box, new Box(text.X0, 2, text.X1, 12), text.X0 - edges[c]) : new Cell(0, c, 1, 1, "", "", 1, box, box, 0);
        });
        return new Grid(1, new Box(edges[0], 0, edges[^1], 14), [.. edges], [0, 14], [.. cells], method, []);
    }

    private static Grid Whole(GridMethod method = GridMethod.Unruled) => Of([34, 65, 160, 275, 375, 455], Model, method);

    [Fact]
    public void A_column_that_is_blank_on_the_next_page_is_left_out_of_the_map() =>
        Assert.Equal([0, 1, 2, 4], ColumnMap.ByInk(Of([35, 64, 150, 330, 450], [(35, 60), (70, 120), (200, 250), (420, 450)]), Whole())!);

    [Theory]
    [InlineData(100)] // the stub begins elsewhere
    [InlineData(35, GridMethod.Ruled)] // rulings say where columns are
    public void Other_columns_are_those_of_another_table(double begin, GridMethod method = GridMethod.Unruled) =>
        Assert.Null(ColumnMap.ByInk(Of([35, 64, 150, 330, 450], [(begin, begin + 25), (130, 160), (200, 250), (420, 450)]), Whole(method)));

    [Fact]
    public void Two_columns_in_one_are_another_table() =>
        Assert.Null(ColumnMap.ByInk(Of([35, 64, 150, 200, 450], [(35, 60), (70, 120), (180, 205), (215, 250)]), Whole()));
}
