namespace LuolongBudgetExtract.Tests.Grids;

/// <summary>Boxheads without vertical rulings: names of several lines, headings over several columns, the numbers of the columns.</summary>
public sealed class SetBoxheadTests
{
    private static readonly double[] _amounts = [300, 380, 460, 540];

    private static Sheet Rows(Sheet sheet, double y)
    {
        foreach (var (code, name) in new[] { ("208", "社会保障和就业支出"), ("2080501", "行政单位离退休") })
        {
            sheet.Left(code, 45, y).Left(name, 110, y);
            foreach (double x in _amounts) sheet.Right("86.10", x, y);
            y += 20;
        }
        return sheet;
    }

    private static Sheet Numbered(params string[] numbers)
    {
        var sheet = new Sheet().Rule(90).Rule(150).Rule(200).Centred("科目编码", 70, 114).Centred("科目名称", 170, 114).Centred("合计", 270, 114)
            .Centred("基本支出", 390, 104).Centred("人员经费", 350, 124).Centred("公用经费", 430, 124).Centred("项目支出", 520, 114);
        double[] at = [70, 170, 270, 350, 430, 520];
        for (int i = 0; i < at.Length; i++) sheet.Centred(numbers[i], at[i], 144);
        return Rows(sheet, 164);
    }

    // Mark, formula and number: neither of them is a name, or the only thing that stands below one.
    [Theory]
    [InlineData("**", "**", "1", "2", "3", "4")]
    [InlineData("1", "2", "3=4+6", "4=5+6", "5", "6")]
    [InlineData("甲", "乙", "A=B+C", "B", "C", "D")]
    public void Formulas_and_marks_number_columns_too(params string[] numbers) => Assert.Equal(
        ["科目编码 科目名称 合计 [2]基本支出 项目支出", "人员经费 公用经费", string.Join(' ', numbers), "208 社会保障和就业支出 86.10 86.10 86.10 86.10", "2080501 行政单位离退休 86.10 86.10 86.10 86.10"],
        Numbered(numbers).Cells());

    // The row of the department below the numbers has neither a code nor an amount.
    [Fact]
    public void The_boxhead_ends_with_the_numbers_of_its_columns() => Assert.Equal(
        ["预算项目 采购品目 金额", "1 2 3", "某某局", "公用经费 复印纸 86.10", "公用经费 打印机 12.50"],
        new Sheet().Rule(90, 40, 440).Rule(134, 40, 440).Rule(220, 40, 440).Centred("预算项目", 90, 104).Centred("采购品目", 220, 104).Centred("金额", 360, 104)
            .Centred("1", 90, 126).Centred("2", 220, 126).Centred("3", 360, 126).Left("某某局", 50, 150).Left("公用经费", 55, 174).Left("复印纸", 190, 174).Right("86.10", 390, 174)
            .Left("公用经费", 55, 198).Left("打印机", 190, 198).Right("12.50", 390, 198).Cells());
}
