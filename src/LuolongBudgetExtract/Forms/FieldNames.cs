namespace LuolongBudgetExtract.Forms;

/// <summary>What the name of a field, or of a column inside a sheet of fields, says about the number that belongs to it.</summary>
internal static class FieldNames
{
    /// <summary>Characters; longer texts are goals and tasks, not names.</summary>
    private const int LongestName = 20;

    /// <summary>分值, 得分, 执行率 beside the money of a self-evaluation.</summary>
    public static bool IsScore(string name) =>
        name.Contains('分') && !name.Contains("部分", StringComparison.Ordinal) || name.Contains('率') || name.Contains("权重", StringComparison.Ordinal) || name.Contains('%') || name.EndsWith('值');

    /// <summary>The name of a column of money or scores: 年初预算数, 全年执行数（B）, 财政拨款, 分值.</summary>
    public static bool IsColumn(string name) =>
        name.Length is > 0 and <= LongestName && !name.StartsWith("其中", StringComparison.Ordinal) && (IsMoney(name) || IsScore(name));

    /// <summary>当年预算 over 市级支出 and 补助区县: the block says that its values are money.</summary>
    public static bool IsBudget(string block) => block.Length <= 10 && (block.EndsWith("预算", StringComparison.Ordinal) || block.Contains("资金", StringComparison.Ordinal));

    /// <summary>本级财政安排: what a budget provides; a number with decimals beside it is money.</summary>
    public static bool IsProvision(string name) => name.Length <= LongestName && name.EndsWith("安排", StringComparison.Ordinal);

    /// <summary>Whole numbers are money under this name too.</summary>
    public static bool IsSurelyMoney(string name) =>
        name.Contains("资金", StringComparison.Ordinal) || name.Contains("金额", StringComparison.Ordinal) || name.Contains("总额", StringComparison.Ordinal)
        || name.Contains("万元", StringComparison.Ordinal) || name.Contains("拨款", StringComparison.Ordinal);

    /// <summary>A number with decimals is money under this name.</summary>
    public static bool IsMoney(string name) =>
        name.Contains("资金", StringComparison.Ordinal) || name.Contains("预算", StringComparison.Ordinal) || name.Contains("总额", StringComparison.Ordinal)
        || name.Contains("支出", StringComparison.Ordinal) || name.Contains("金额", StringComparison.Ordinal) || name.Contains("拨款", StringComparison.Ordinal)
        || name.Contains("经费", StringComparison.Ordinal) || name.Contains("结转", StringComparison.Ordinal) || IsStage(name) || name.Contains('元');

    /// <summary>预算数, 执行数, 决算数: stages of money, so that whole numbers under a column of this name are money.</summary>
    public static bool IsStage(string name) =>
        name.Contains("预算数", StringComparison.Ordinal) || name.Contains("执行数", StringComparison.Ordinal) || name.Contains("决算数", StringComparison.Ordinal);
}
