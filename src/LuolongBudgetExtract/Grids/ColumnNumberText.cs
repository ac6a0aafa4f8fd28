using System.Globalization;

namespace LuolongBudgetExtract.Grids;

/// <summary>What stands in the row 栏次 1 2 3=4+7 … under a boxhead, cell by cell.</summary>
internal static class ColumnNumberText
{
    /// <summary>Numbers of neighbouring columns differ by one; a column left out, or a formula between, by little more.</summary>
    public const int LargestStep = 3;

    private const int MostColumns = 60;

    /// <summary>栏次, 行次: the row is named by what it holds.</summary>
    public static bool IsRowName(string text) => text.Replace(" ", "", StringComparison.Ordinal) is "栏次" or "行次";

    /// <summary>** over a column that is not counted.</summary>
    public static bool IsMark(string text) => text is "**" or "*" or "—";

    /// <summary>甲 乙: the columns of the stub.</summary>
    public static bool IsOrdinal(string text) => text is "甲" or "乙" or "丙" or "丁";

    /// <summary>3, （3）, 3=4+7; null for anything else.</summary>
    public static int? Number(string text)
    {
        int formula = text.IndexOfAny(['=', '＝']);
        var number = formula > 0 ? text[..formula] : text.Trim('（', '）', '(', ')');
        return int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= MostColumns ? n : null;
    }

    /// <summary>A=B+C | B | C: the columns are lettered instead of numbered.</summary>
    public static bool IsLetter(string text) =>
        char.IsAsciiLetterUpper(text[0]) && (text.Length == 1 || text.Length > 2 && text[1] is '=' or '＝' && text.Skip(2).All(c => char.IsAsciiLetterUpper(c) || c is '+' or '-' or '＋' or '－'));
}
