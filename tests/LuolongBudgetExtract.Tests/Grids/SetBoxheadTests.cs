using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Regions;

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

    // 量 under 数 is as near to 位 under 计量单 as the letters of a spaced word.
    [Fact]
    public void The_rests_of_two_narrow_names_are_no_word() => Assert.Equal(
        ["采购品目 计量单位 数量 金额", "复印纸 箱 100 86.10", "打印机 台 1 12.50"],
        new Sheet().Rule(90, 40, 440).Rule(134, 40, 440).Rule(180, 40, 440).Centred("采购品目", 90, 114).Centred("计量单", 220, 108).Centred("位", 220, 121)
            .Centred("数", 255, 108).Centred("量", 255, 121).Centred("金额", 360, 114)
            .Left("复印纸", 60, 150).Left("箱", 206, 150).Left("100", 250, 150).Right("86.10", 390, 150).Left("打印机", 60, 170).Left("台", 206, 170).Left("1", 250, 170).Right("12.50", 390, 170).Cells());

    [Fact]
    public void The_letters_of_income_and_expenditure_stand_over_the_whole_of_their_side() => Assert.Equal(
        ["[2]收入 [2]支出", "项目 预算数 项目 预算数", "一、财政拨款收入 98.60 一、教育支出 86.10", "收入总计 98.60 支出总计 86.10"],
        new Sheet().Rule(90).Rule(134).Rule(180).Centred("收", 130, 104).Centred("入", 190, 104).Centred("支", 390, 104).Centred("出", 450, 104)
            .Centred("项", 70, 126).Centred("目", 120, 126).Centred("预算数", 230, 126).Centred("项", 330, 126).Centred("目", 380, 126).Centred("预算数", 490, 126)
            .Left("一、财政拨款收入", 45, 150).Right("98.60", 260, 150).Left("一、教育支出", 300, 150).Right("86.10", 520, 150)
            .Centred("收入总计", 95, 170).Right("98.60", 260, 170).Centred("支出总计", 355, 170).Right("86.10", 520, 170).Cells());

    // 2024年 stands in the middle of its own columns, and of two more on either side, which are those of 2023年 and of the changes.
    [Fact]
    public void Headings_beside_each_other_share_no_column()
    {
        var sheet = new Sheet().Rule(90, 40, 640).Rule(134, 40, 640).Rule(180, 40, 640).Centred("单位名称", 70, 114);
        string[] headings = ["2023年", "2024年", "增减变化"];
        for (int h = 0; h < 3; h++)
        {
            double x = 160 + 170 * h;
            sheet.Centred(headings[h], x + 55, 104).Centred("合计", x, 124).Centred("接待费", x + 55, 124).Centred("会议费", x + 110, 124);
            foreach (double y in new[] { 150, 170 }) sheet.Right("9.50", x + 15, y).Right("1.20", x + 75, y).Right("8.30", x + 125, y);
        }
        Assert.Equal(["单位名称 [3]2023年 [3]2024年 [3]增减变化", "合计 接待费 会议费 合计 接待费 会议费 合计 接待费 会议费"],
            sheet.Left("合计", 45, 150).Left("某某局", 45, 170).Cells()[..2]);
    }

    // 公开08表: 项目 is centred over two wide cells, whose border is somewhere between a short name and a number far to the right.
    [Fact]
    public void A_heading_is_centred_over_cells_and_not_over_their_texts() => Assert.Equal(
        ["[2]项目 [3]本年支出", "科目编码 科目名称 合计 基本支出 项目支出", "栏次 1 2 3", "合计 47.57 47.57", "223 国有资本经营预算支出 47.57 47.57", "2230105 社会化管理补助支出 47.57 47.57"],
        new Sheet().Left("单位：万元", 500, 80).Centred("项目", 215, 100).Centred("本年支出", 462, 100)
            .Centred("科目编码", 95, 116).Centred("科目名称", 265, 116).Centred("合计", 405, 116).Centred("基本支出", 455, 116).Centred("项目支出", 515, 116)
            .Centred("栏次", 212, 132).Centred("1", 405, 132).Centred("2", 455, 132).Centred("3", 515, 132)
            .Centred("合计", 212, 148).Right("47.57", 422, 148).Right("47.57", 540, 148)
            .Left("223", 46, 164).Left("国有资本经营预算支出", 152, 164).Right("47.57", 422, 164).Right("47.57", 540, 164)
            .Left("2230105", 46, 180).Left("社会化管理补助支出", 152, 180).Right("47.57", 422, 180).Right("47.57", 540, 180).Cells());

    // 余 is all but on the line of 科目名称 and 小计, which stand below names of their own.
    [Fact]
    public void A_wrapped_name_beside_two_levels_heads_none_of_its_neighbours() => Assert.Equal(
        ["[2]项目 年初结转和结余 [2]本年支出", "科目编码 科目名称 小计 项目支出", "212 城乡社区支出 20.00 90.00 90.00", "21208 土地出让收入安排的支出 20.00 90.00 90.00"],
        new Sheet().Left("单位：万元", 500, 80).Centred("项目", 150, 100).Centred("年初结转和结", 300, 101).Centred("余", 300, 115).Centred("本年支出", 460, 100)
            .Centred("科目编码", 70, 116).Centred("科目名称", 190, 116).Centred("小计", 420, 116).Centred("项目支出", 500, 116)
            .Left("212", 50, 134).Left("城乡社区支出", 120, 134).Right("20.00", 335, 134).Right("90.00", 445, 134).Right("90.00", 540, 134)
            .Left("21208", 50, 151).Left("土地出让收入安排的支出", 120, 151).Right("20.00", 335, 151).Right("90.00", 445, 151).Right("90.00", 540, 151).Cells());

    // The uppermost line of the boxhead holds one heading only, a row's height above the next.
    [Fact]
    public void A_single_heading_above_the_first_wide_line_belongs_to_the_boxhead() => Assert.Equal(
        ["科目编码 科目名称 [3]一般公共预算拨款", "经费拨款 [2]纳入管理的非税收入", "小计 罚没收入", "213 农林水支出 90.00 20.00 20.00", "21303 水利 90.00 20.00 20.00"],
        new Sheet().Left("单位：万元", 500, 60).Centred("一般公共预算拨款", 400, 80).Centred("科目编码", 70, 100).Centred("科目名称", 170, 100).Centred("纳入管理的非税收入", 450, 100)
            .Centred("经费拨款", 300, 108).Centred("小计", 400, 118).Centred("罚没收入", 500, 118)
            .Left("213", 50, 140).Left("农林水支出", 110, 140).Right("90.00", 330, 140).Right("20.00", 420, 140).Right("20.00", 525, 140)
            .Left("21303", 50, 161).Left("水利", 115, 161).Right("90.00", 330, 161).Right("20.00", 420, 161).Right("20.00", 525, 161).Cells());

    // 总计 is centred over three levels, a little higher than 合计 over the lower two and 单位名称 on its other side: it heads neither of them.
    // No row has anything under 项目支出, so that the body does not show how many names there must be.
    [Fact]
    public void The_only_name_over_a_column_of_amounts_is_its_name() => Assert.Equal(
        ["单位名称 总计 [4]财政拨款安排", "合计 [3]一般公共预算拨款", "小计 基本支出 项目支出", "合计 9.50 8.50 7.50 7.50", "某某局 9.50 8.50 7.50 7.50"],
        new Sheet().Rule(90).Rule(152).Rule(200).Centred("单位名称", 80, 134).Centred("总计", 170, 123).Centred("财政拨款安排", 384, 104)
            .Centred("合计", 240, 134).Centred("一般公共预算拨款", 420, 124).Centred("小计", 320, 146).Centred("基本支出", 420, 146).Centred("项目支出", 510, 146)
            .Left("合计", 45, 168).Right("9.50", 190, 168).Right("8.50", 260, 168).Right("7.50", 350, 168).Right("7.50", 450, 168)
            .Left("某某局", 45, 188).Right("9.50", 190, 188).Right("8.50", 260, 188).Right("7.50", 350, 188).Right("7.50", 450, 188).Cells());

    // 公务用车购置及运行费 reaches over the first of its columns and ends before the text of the second begins.
    [Fact]
    public void A_heading_over_two_columns_makes_neither_wider()
    {
        BoxheadName heading = new(322, 422, 96, 106, 10), purchase = new(285, 335, 116, 126, 10), running = new(425, 475, 116, 126, 10);
        Token At(double x0, double x1) => new("2.00", x0, x1, 140, 150, 148, 10);
        Assert.Equal([new TextColumn(285, 340), new TextColumn(425, 480)], TextColumns.Find([At(320, 340), At(460, 480)], [purchase, running], [heading]));
    }
}
