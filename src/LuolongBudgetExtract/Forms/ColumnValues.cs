using System.Collections.Immutable;
using System.Globalization;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Forms;

/// <summary>What the body cells of a column look like, in counts.</summary>
/// <param name="Count">Cells that say something; blanks and the signs for nothing (无, —) are left out.</param>
/// <param name="Numbers">Cells that are one number.</param>
/// <param name="Money">Numbers with a decimal point or a thousands separator.</param>
/// <param name="Coded">Cells that hold a code and its name.</param>
/// <param name="Years">Whole numbers from 1990 to 2099.</param>
/// <param name="Steps">Whole numbers one larger than the one above: running numbers.</param>
/// <param name="Large">Numbers with five digits or more before the point: no percentages, which the smallest base lifts to thousands at most.</param>
/// <param name="Identifiers">Cells of digits, capital letters and hyphens, too long for a running number.</param>
internal sealed record ColumnValues(
    int Count, int Numbers, int Money, int Coded, int Years, int Steps, int Function, int DeptEcon, int GovEcon, int Units, int Projects, int Identifiers, int Large)
{
    /// <summary>Whole numbers that are no years, no running numbers and no known codes: they can be money as well as counts.</summary>
    public bool ArePlainNumbers =>
        Mostly(Numbers) && !Mostly(Years) && !Mostly(Function) && !Mostly(DeptEcon) && !Mostly(GovEcon) && !Mostly(Projects) && !(Count > 2 && Mostly(Steps + 1));

    /// <summary>More than half: a total row or a remark among the codes or numbers of a column never reaches that.</summary>
    public bool Mostly(int some) => some * 2 > Count;

    /// <summary>The classification of most of the codes; null when there are none.</summary>
    public CodeSystem? System =>
        Math.Max(Function, Math.Max(DeptEcon, GovEcon)) is var most && most == 0 ? null
        : most == Function ? CodeSystem.Function
        : most == DeptEcon ? CodeSystem.DeptEcon
        : CodeSystem.GovEcon;

    private const int ShortestIdentifier = 8;
    private const int LargeDigits = 5;

    public static ColumnValues Of(ImmutableArray<string> values)
    {
        int count = 0, numbers = 0, money = 0, coded = 0, years = 0, steps = 0, above = 0, function = 0, dept = 0, gov = 0, units = 0, projects = 0, identifiers = 0, large = 0;
        foreach (var value in values)
        {
            var text = FoldedText.Of(value);
            if (text is "" or "无" or "-" or "--" or "/" or "*" or "¥-" or "￥-")
            {
                continue;
            }

            count++;
            identifiers += text.Length >= ShortestIdentifier && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c == '-') && text.Any(char.IsAsciiDigit) ? 1 : 0;
            if (IsNumber(text, out var isMoney))
            {
                numbers++;
                money += isMoney ? 1 : 0;
                large += IntegerDigits(text) >= LargeDigits ? 1 : 0;
                if (isMoney)
                {
                    continue;
                }

                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
                {
                    years += whole is >= 1990 and <= 2099 ? 1 : 0;
                    steps += whole == above + 1 ? 1 : 0;
                    above = whole;
                }
            }

            var (code, name) = CodeText.Split(text);
            coded += code is not null && name is not null ? 1 : 0;
            switch (code is null ? null : CodeText.Classify(code))
            {
                case CodeSystem.Function: function++; break;
                case CodeSystem.DeptEcon: dept++; break;
                case CodeSystem.GovEcon: gov++; break;
                case CodeSystem.Unit: units++; break;
                case CodeSystem.Project: projects++; break;
            }
        }

        return new ColumnValues(count, numbers, money, coded, years, steps, function, dept, gov, units, projects, identifiers, large);
    }

    private static int IntegerDigits(string text) => text.TakeWhile(c => c != '.').Count(char.IsAsciiDigit);

    /// <summary>Digits with signs, brackets, separators and a point; <paramref name="money"/> when a separator, a point or the sign of the currency stands there.</summary>
    private static bool IsNumber(string text, out bool money)
    {
        var digits = 0;
        // 1,234.50万元: the cell prints its unit.
        money = text.Length > 1 && text[^1] == '元';
        foreach (var c in money ? text.TrimEnd('元', '万', '亿', '千', '百') : text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is '.' or ',' or '¥' or '￥')
            {
                money = true;
            }
            else if (c is not ('-' or '+' or '(' or ')' or '△' or '▲'))
            {
                return false;
            }
        }

        return digits > 0;
    }
}
