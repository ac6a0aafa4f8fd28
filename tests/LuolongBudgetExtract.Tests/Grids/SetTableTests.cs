using LuolongBudgetExtract.Grids;

namespace LuolongBudgetExtract.Tests.Grids;

/// <summary>Tables without vertical rulings: columns, rows and what belongs to the table.</summary>
public sealed class SetTableTests
{
    private static Sheet Rows(Sheet sheet, double y, double pitch, params string[] rows)
    {
        foreach (var row in rows)
        {
            var cells = row.Split(' ');
            sheet.Left(cells[0], 60, y);
            for (int i = 1; i < cells.Length; i++) sheet.Right(cells[i], 160 + 80 * i, y);
            y += pitch;
        }
        return sheet;
    }

    // 单位：万元 stands over it; 财政拨款收入 over three columns whose names have two lines, and the names beside it are centred over both levels.
    private static Sheet Boxhead(double lineSpacing) => new Sheet().Left("单位：万元", 500, 80)
        .Centred("科目", 90, 120).Centred("上年结", 220, 120 - lineSpacing / 2).Centred("转", 220, 120 + lineSpacing / 2)
        .Centred("财政拨款收入", 380, 104)
        .Centred("一般公共", 300, 125).Centred("预算", 300, 125 + lineSpacing).Centred("政府性", 380, 125).Centred("基金预算", 380, 125 + lineSpacing)
        .Centred("国有资本", 460, 125).Centred("经营预算", 460, 125 + lineSpacing);

    [Theory]
    [InlineData(13)]
    [InlineData(15)]
    [InlineData(17)]
    public void Names_of_two_lines_are_whole_however_wide_their_lines_are_set(double lineSpacing) => Assert.Equal(
        ["科目 上年结转 [3]财政拨款收入", "一般公共预算 政府性基金预算 国有资本经营预算", "合计 0.00 98.60 0.00 0.00", "教育支出 0.00 86.10 0.00 0.00", "住房保障支出 0.00 12.50 0.00 0.00"],
        Rows(Boxhead(lineSpacing), 168, 21, "合计 0.00 98.60 0.00 0.00", "教育支出 0.00 86.10 0.00 0.00", "住房保障支出 0.00 12.50 0.00 0.00").Cells());

    [Fact]
    public void A_table_of_one_row_tells_the_spacing_by_how_far_its_row_stands_from_the_names() =>
        Assert.Equal(["科目 上年结转 [3]财政拨款收入", "一般公共预算 政府性基金预算 国有资本经营预算", "住房保障支出 0.00 12.50 0.00 0.00"], Rows(Boxhead(15), 161, 21, "住房保障支出 0.00 12.50 0.00 0.00").Cells());

    // 公开06表: 公用经费合计 is centred over the columns before its amount, and bridges two that all rows keep apart.
    [Fact]
    public void The_label_of_a_sum_in_a_merged_cell_bridges_no_columns()
    {
        var sheet = new Sheet().Rule(90, 40, 640).Rule(120, 40, 640).Rule(220, 40, 640)
            .Centred("科目名称", 80, 108).Centred("决算数", 170, 108).Centred("科目名称", 270, 108).Centred("决算数", 360, 108).Centred("编码", 415, 108).Centred("科目名称", 495, 108).Centred("决算数", 607, 108);
        double y = 138;
        foreach (var (a, b, c) in new[] { ("基本工资", "办公费", "资本性支出"), ("津贴补贴", "印刷费", "信息网络及软件购置更新"), ("奖金", "咨询费", "公务用车") })
        {
            sheet.Left(a, 45, y).Right("331.33", 190, y).Left(b, 240, y).Right("20.75", 385, y).Left("310", 408, y).Left(c, 440, y);
            if (y < 140) sheet.Right("6.27", 620, y);
            y += 21;
        }
        Assert.Equal("人员经费合计 993.99 [4]公用经费合计 68.52", sheet.Centred("人员经费合计", 80, 201).Right("993.99", 190, 201).Centred("公用经费合计", 393, 201).Right("68.52", 620, 201).Cells()[^1]);
    }

    // The middle of the columns before its amount is a column of amounts, which it does not reach beyond.
    [Fact]
    public void The_label_of_a_sum_in_a_merged_cell_is_no_amount()
    {
        var sheet = new Sheet().Rule(90, 40, 640).Rule(120, 40, 640).Rule(200, 40, 640)
            .Centred("科目名称", 80, 108).Centred("金额", 175, 108).Centred("编码", 225, 108).Centred("科目名称", 290, 108).Centred("金额", 395, 108).Centred("编码", 445, 108).Centred("科目名称", 530, 108).Centred("金额", 610, 108);
        double y = 138;
        foreach (var (a, b, c) in new[] { ("基本工资", "办公费", "办公设备购置"), ("离休费", "培训费", "公务用车购置") })
        {
            sheet.Left(a, 45, y).Right("331.33", 195, y).Left("302", 215, y).Left(b, 260, y).Right("1420.75", 415, y).Left("310", 435, y).Left(c, 485, y).Right("6.27", 630, y);
            y += 21;
        }
        Assert.Equal("人员经费合计 662.66 [5]公用经费合计 54.04", sheet.Centred("人员经费合计", 80, 180).Right("662.66", 195, 180).Centred("公用经费合计", 398, 180).Right("54.04", 630, 180).Cells()[^1]);
    }

    // A page break cuts a table that is ruled above and below its boxhead only.
    [Fact]
    public void Rows_below_the_last_rule_belong_to_the_table_also_beyond_a_name_of_two_lines()
    {
        var sheet = new Sheet().Rule(90).Rule(120).Centred("项目", 90, 108).Centred("预算数", 220, 108).Centred("项目", 350, 108).Centred("预算数", 480, 108)
            .Left("一、本年收入", 45, 140).Right("98.60", 240, 140).Left("一、本年支出", 300, 140).Right("98.60", 500, 140)
            .Left("（二）政府性基", 45, 160).Left("（二）社会保障和", 300, 160).Right("12.50", 500, 166.5).Left("金预算拨款", 45, 173).Left("就业支出", 300, 173)
            .Left("（三）国有资本", 45, 193).Left("（三）卫生健康", 300, 199.5).Right("86.10", 500, 199.5).Left("经营预算拨款", 45, 206)
            .Centred("- 5 -", 300, 240);
        Assert.Equal(["项目 预算数 项目 预算数", "一、本年收入 98.60 一、本年支出 98.60", "（二）政府性基金预算拨款 （二）社会保障和就业支出 12.50", "（三）国有资本经营预算拨款 （三）卫生健康 86.10"], sheet.Cells());
    }

    // 收支总表 lists all items, most of them without money, and a page break cuts it below its boxhead's rule.
    [Fact]
    public void Items_without_figures_below_the_last_rule_are_rows_however_many()
    {
        string[] items = ["三、国防支出", "四、公共安全支出", "五、教育支出", "六、科学技术支出", "七、文化支出"];
        var sheet = new Sheet().Rule(90).Rule(120).Centred("项目", 90, 108).Centred("预算数", 220, 108).Centred("项目", 350, 108).Centred("预算数", 480, 108)
            .Left("一、本年收入", 45, 140).Right("98.60", 240, 140).Left("一、一般公共服务支出", 300, 140).Right("98.60", 500, 140)
            .Left("二、上年结转", 45, 160).Left("二、外交支出", 300, 160);
        for (int i = 0; i < items.Length; i++) sheet.Left(items[i], 300, 180 + 20 * i);
        Assert.Equal(["项目 预算数 项目 预算数", "一、本年收入 98.60 一、一般公共服务支出 98.60", "二、上年结转 二、外交支出", .. items], sheet.Centred("- 5 -", 300, 320).Cells());
    }

    // A frame without inner verticals around label, title, department and unit too.
    [Fact]
    public void Headings_inside_the_frame_are_rows_above_the_boxhead()
    {
        var sheet = new Sheet().Rule(30).Rule(90).Rule(130).Rule(150).Rule(170).Rule(190).Side(40, 30, 190).Side(560, 30, 190)
            .Left("附件1-3", 42, 42).Centred("部门支出总体情况表", 300, 60).Left("部门名称：", 42, 82).Left("302", 97, 82).Left("某某局", 114, 82).Right("单位：元", 558, 82)
            .Centred("科目名称", 90, 114).Centred("合计", 220, 114).Centred("基本支出", 380, 104).Centred("人员经费", 330, 124).Centred("公用经费", 430, 124)
            .Left("合计", 45, 144).Right("9.50", 240, 144).Right("9.50", 360, 144).Right("1.00", 455, 144)
            .Left("教育支出", 45, 164).Right("9.50", 240, 164).Right("9.50", 360, 164).Right("1.00", 455, 164)
            .Left("卫生健康支出", 45, 184).Right("9.50", 240, 184).Right("9.50", 360, 184);
        Assert.Equal(["[4]附件1-3", "[4]部门支出总体情况表", "部门名称：302某某局 [3]单位：元", "科目名称 合计 [2]基本支出", "人员经费 公用经费",
            "合计 9.50 9.50 1.00", "教育支出 9.50 9.50 1.00", "卫生健康支出 9.50 9.50"], sheet.Cells());
    }

    // Short strokes beside some names of the boxhead, none in the body.
    [Fact]
    public void Strokes_that_part_the_names_alone_are_no_borders_of_columns()
    {
        var sheet = new Sheet().Rule(90).Rule(130).Rule(150).Rule(170).Rule(190).Side(40, 90, 130).Side(280, 90, 130)
            .Centred("科目名称", 90, 114).Centred("合计", 220, 114).Centred("人员经费", 330, 114).Centred("公用经费", 430, 114)
            .Left("合计", 45, 144).Right("9.50", 240, 144).Right("9.50", 360, 144).Right("1.00", 455, 144)
            .Left("教育支出", 45, 164).Right("9.50", 240, 164).Right("9.50", 360, 164).Right("1.00", 455, 164)
            .Left("卫生健康支出", 45, 184).Right("9.50", 240, 184).Right("9.50", 360, 184).Right("1.00", 455, 184);
        Assert.Equal(["科目名称 合计 人员经费 公用经费", "合计 9.50 9.50 1.00", "教育支出 9.50 9.50 1.00", "卫生健康支出 9.50 9.50 1.00"], sheet.Cells());
    }

    // 类 款 项 stand as near as the letters of a spaced word, each part on the row of its own level; two columns are blank.
    [Fact]
    public void Class_section_and_item_head_three_columns_however_narrow()
    {
        var sheet = new Sheet().Rule(90).Rule(130).Rule(150).Rule(170).Rule(190)
            .Centred("科目编码", 70, 104).Centred("类", 50, 124).Centred("款", 72, 124).Centred("项", 90, 124)
            .Centred("科目名称", 160, 114).Centred("总计", 280, 114).Centred("基本支出", 350, 114).Centred("上缴上级支出", 430, 114).Centred("对附属单位补助支出", 510, 114)
            .Left("208", 42, 144).Left("社会保障和就业支出", 120, 144).Right("9.50", 300, 144).Right("9.50", 370, 144)
            .Left("05", 67, 164).Left("行政事业单位养老支出", 125, 164).Right("9.50", 300, 164).Right("9.50", 370, 164)
            .Left("01", 85, 184).Left("行政单位离退休", 130, 184).Right("9.50", 300, 184).Right("9.50", 370, 184);
        Assert.Equal(["[3]科目编码 科目名称 总计 基本支出 上缴上级支出 对附属单位补助支出", "类 款 项", "208 社会保障和就业支出 9.50 9.50", "05 行政事业单位养老支出 9.50 9.50", "01 行政单位离退休 9.50 9.50"], sheet.Cells());
    }

    // 入 and 入 are the ends of two names, 项 and 码 stand on two heights: neither pair is one spaced word.
    [Fact]
    public void Single_characters_of_two_names_are_no_word()
    {
        var sheet = new Sheet().Left("单位：万元", 500, 80).Centred("款", 60, 124).Centred("项", 80, 124).Centred("单位代", 105, 108).Centred("码", 105, 121)
            .Centred("科目名称", 190, 114).Centred("总计", 290, 114).Centred("事业收", 350, 108).Centred("入", 350, 121).Centred("经营收", 390, 108).Centred("入", 390, 121)
            .Left("05", 55, 144).Left("行政事业单位养老支出", 140, 144).Right("9.50", 300, 144).Right("9.50", 360, 144)
            .Left("01", 75, 164).Left("行政单位离退休", 145, 164).Right("9.50", 300, 164).Right("9.50", 360, 164)
            .Left("212", 97, 184).Left("某某局", 140, 184).Right("9.50", 300, 184).Right("9.50", 360, 184);
        Assert.Equal(["款 项 单位代码 科目名称 总计 事业收入 经营收入", "05 行政事业单位养老支出 9.50 9.50", "01 行政单位离退休 9.50 9.50", "212 某某局 9.50 9.50"], sheet.Cells());
    }

    // 合计 stands at the left border, the codes in the middle of their column: nine names for eight columns had shifted all amounts by one.
    [Fact]
    public void A_label_at_the_left_border_is_no_column()
    {
        var sheet = new Sheet().Rule(90).Rule(110).Rule(130).Rule(150).Rule(170).Centred("科目编码", 85, 104).Centred("科目名称", 220, 104).Centred("本年收入合计", 360, 104).Centred("财政拨款收入", 450, 104)
            .Centred("事业收入", 530, 104)
            .Left("合计", 42, 124).Right("9.50", 380, 124).Right("9.50", 470, 124)
            .Centred("201", 85, 144).Left("一般公共服务支出", 150, 144).Right("9.50", 380, 144).Right("9.50", 470, 144)
            .Centred("20106", 85, 164).Left("财政事务", 150, 164).Right("9.50", 380, 164).Right("9.50", 470, 164);
        Assert.Equal(["科目编码 科目名称 本年收入合计 财政拨款收入 事业收入", "合计 9.50 9.50", "201 一般公共服务支出 9.50 9.50", "20106 财政事务 9.50 9.50"], sheet.Cells());
    }

    // 质量指标 is centred over two indicators, 效益指标 over two kinds of them.
    [Fact]
    public void Lines_that_fill_the_last_columns_behind_a_merged_cell_are_rows()
    {
        var sheet = new Sheet().Left("单位：万元", 500, 80).Centred("一级指标", 60, 104).Centred("二级指标", 160, 104).Centred("三级指标", 260, 104).Centred("指标值", 360, 104)
            .Centred("成本指标", 60, 122).Centred("经济成本指标", 160, 122).Left("成本控制数", 220, 122).Left("155.83", 340, 122)
            .Left("项目验收合格率", 220, 140).Left("98.00", 340, 140).Centred("产出指标", 60, 149).Centred("质量指标", 160, 149).Left("资金使用合规率", 220, 158).Left("100.00", 340, 158)
            .Centred("社会效益指标", 160, 176).Left("公共服务水平", 220, 176).Left("2.50", 340, 176).Centred("效益指标", 60, 185).Centred("生态效益指标", 160, 194).Left("人居环境改善程度", 220, 194).Left("3.50", 340, 194);
        Assert.Equal(["一级指标 二级指标 三级指标 指标值", "成本指标 经济成本指标 成本控制数 155.83", "产出指标 质量指标 项目验收合格率 98.00", "资金使用合规率 100.00",
            "效益指标 社会效益指标 公共服务水平 2.50", "生态效益指标 人居环境改善程度 3.50"], sheet.Cells());
    }

    // A rule under every row and none above: the upper headings stand over the first rule that runs through.
    [Fact]
    public void Headings_above_the_first_rule_belong_to_the_boxhead()
    {
        var sheet = new Sheet().Left("单位：万元", 500, 60).Rule(130).Rule(150).Rule(170).Rule(105, 180, 380)
            .Centred("科目名称", 90, 112).Centred("财政拨款", 280, 98).Centred("单位资金", 480, 98).Rule(105, 400, 560)
            .Centred("小计", 230, 122).Centred("一般公共预算", 330, 122).Centred("小计", 430, 122).Centred("其他收入", 520, 122)
            .Left("合计", 45, 144).Right("9.50", 250, 144).Right("9.50", 360, 144).Right("1.00", 445, 144).Right("1.00", 545, 144)
            .Left("教育支出", 45, 164).Right("9.50", 250, 164).Right("9.50", 360, 164).Right("1.00", 445, 164).Right("1.00", 545, 164);
        Assert.Equal(["科目名称 [2]财政拨款 [2]单位资金", "小计 一般公共预算 小计 其他收入", "合计 9.50 9.50 1.00 1.00", "教育支出 9.50 9.50 1.00 1.00"], sheet.Cells());
    }

    // 宝鸡 表12: three levels, and names centred over all of them, over the lower two, or in the lowest.
    [Fact]
    public void A_name_centred_over_more_levels_stands_beside_the_headings_of_these_levels()
    {
        var sheet = new Sheet().Left("单位：万元", 600, 80).Centred("单位名称", 80, 120).Centred("2025年", 260, 100).Centred("2026年", 500, 100)
            .Centred("合计", 160, 130).Centred("三公经费", 260, 120).Centred("小计", 220, 140).Centred("接待费", 300, 140).Centred("会议费", 360, 130)
            .Centred("合计", 410, 130).Centred("三公经费", 500, 120).Centred("小计", 460, 140).Centred("接待费", 540, 140).Centred("会议费", 590, 130)
            .Left("合计", 60, 165);
        double[] at = [180, 240, 320, 380, 430, 480, 560, 610];
        for (int i = 0; i < at.Length; i++) sheet.Right("12.50", at[i], 165).Right("10.00", at[i], 190);
        sheet.Left("某某局", 60, 190);
        Assert.Equal(["单位名称 [4]2025年 [4]2026年", "合计 [2]三公经费 会议费 合计 [2]三公经费 会议费", "小计 接待费 小计 接待费"], sheet.Cells()[..3]);
    }

    // 公开03表 of a final account ruled across only: the names stand over the numbers of their columns, 类款项 beside these.
    [Fact]
    public void The_line_of_column_numbers_is_a_row_of_its_own()
    {
        var sheet = new Sheet().Rule(90).Rule(176).Rule(196).Rule(216).Rule(112, 40, 245).Rule(136, 40, 245).Rule(156, 100, 560)
            .Centred("项目", 142, 104).Centred("科目编码", 70, 127).Centred("科目名称", 170, 127).Centred("本年支出合计", 282, 120).Centred("基本支出", 380, 120).Centred("上缴上级支出", 480, 120)
            .Centred("类款项", 70, 158).Centred("栏次", 170, 149).Centred("1", 282, 149).Centred("2", 380, 149).Centred("3", 480, 149)
            .Centred("合计", 170, 169).Right("98.60", 309, 169).Right("98.60", 405, 169)
            .Left("208", 60, 190).Left("社会保障和就业支出", 105, 190).Right("86.10", 309, 190).Right("86.10", 405, 190)
            .Left("2080501", 50, 210).Left("行政单位离退休", 105, 210).Right("86.10", 309, 210).Right("86.10", 405, 210);
        Assert.Equal(
            ["[2]项目 本年支出合计 基本支出 上缴上级支出", "科目编码 科目名称", "栏次 1 2 3", "类款项", "合计 98.60 98.60", "208 社会保障和就业支出 86.10 86.10", "2080501 行政单位离退休 86.10 86.10"],
            sheet.Cells());
    }

    // The second page of a table begins with a name of two lines, whose amounts stand between them.
    [Fact]
    public void The_first_row_may_have_a_name_of_two_lines() =>
        Assert.Equal(["编码 科目名称 合计 公用经费", "30299 其他商品和服务支出 27.54 27.54", "303 对个人的补助 86.17", "30301 离休费 18.18"],
            new Sheet().Rule(90, 40, 400).Rule(112, 40, 400).Rule(220, 40, 400).Centred("编码", 70, 104).Centred("科目名称", 140, 104).Centred("合计", 250, 104).Centred("公用经费", 340, 104)
                .Left("其他商品和服务支", 100, 129).Left("30299", 55, 135.5).Right("27.54", 265, 135.5).Right("27.54", 360, 135.5).Left("出", 100, 142)
                .Left("对个人的补助", 100, 165).Left("303", 55, 165).Right("86.17", 265, 165).Left("离休费", 100, 190).Left("30301", 55, 190).Right("18.18", 265, 190).Cells());

    // 宝鸡 表10: no rulings, and sentences in the last column.
    [Fact]
    public void Descriptions_in_the_last_column_make_no_prose_of_a_table() =>
        Assert.Equal(["单位编码 项目名称 项目金额 项目简介", "131001 食品抽检 560.20 抽检2000批次，检查350户次", "131002 设备购置 310.50 购置3套，更新2套"],
            new Sheet().Left("单位：万元", 500, 80).Centred("单位编码", 80, 110).Centred("项目名称", 180, 110).Centred("项目金额", 290, 110).Centred("项目简介", 430, 110)
                .Left("131001", 65, 135).Left("食品抽检", 150, 135).Right("560.20", 310, 135).Left("抽检2000批次，检查350户次", 340, 135)
                .Left("131002", 65, 160).Left("设备购置", 150, 160).Right("310.50", 310, 160).Left("购置3套，更新2套", 340, 160).Cells());

    // — is set to the left of the column whose numbers are set to the right, where no other row has anything.
    [Fact]
    public void A_dash_for_a_blank_cell_is_no_column()
    {
        var sheet = new Sheet().Rule(90).Rule(112).Rule(180).Centred("地区", 80, 104).Centred("合计", 190, 104).Centred("税收返还", 310, 104).Centred("转移支付", 470, 104)
            .Left("小店区", 42, 128).Right("3,000", 230, 128).Right("1,000", 370, 128).Right("2,000", 558, 128)
            .Left("未下达数", 42, 148).Right("500", 230, 148).Left("—", 242, 148).Right("500", 558, 148)
            .Left("合计", 42, 168).Right("3,500", 230, 168).Right("1,000", 370, 168).Right("2,500", 558, 168);
        Assert.Equal(["地区 合计 税收返还 转移支付", "小店区 3,000 1,000 2,000", "未下达数 500 — 500", "合计 3,500 1,000 2,500"], sheet.Cells());
        Assert.Equal(4, sheet.Columns());
    }

    // The columns are a little wider than the first line needs; 合计 stands in a merged cell, so that nothing else anchors the row.
    [Fact]
    public void A_number_broken_over_two_lines_is_one_number_of_one_row()
    {
        var sheet = new Sheet();
        foreach (double y in new[] { 90, 110, 140 }) sheet.Rule(y, 40, 310);
        foreach (double x in new[] { 40, 150, 230, 310 }) sheet.Side(x, 90, 140);
        Assert.Equal(["科目名称 合计 项目支出", "合计 145,134,672.74 5,134,672.74"],
            sheet.Centred("科目名称", 95, 104).Centred("合计", 190, 104).Centred("项目支出", 270, 104)
                .Right("145,134,672", 225, 121).Right("5,134,672.7", 305, 121).Centred("合计", 95, 127).Right(".74", 225, 133).Right("4", 305, 133).Cells());
    }

    [Theory]
    [InlineData("145,134,672", ".74", true)]
    [InlineData("5,134,672.7", "4", true)]
    [InlineData("5,134,67", "2.74", true)]
    [InlineData("5,134,672.74", "4", false)]
    [InlineData("5,134,672", "4", false)]
    [InlineData("12.5", "3", false)]
    [InlineData("1,234.5", "6.70", false)]
    public void A_line_goes_on_in_the_next_when_the_number_is_not_whole(string line, string next, bool broken) => Assert.Equal(broken, BrokenNumbers.Continues(line, next));
}
