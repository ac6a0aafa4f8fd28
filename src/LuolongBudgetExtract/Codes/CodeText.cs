namespace LuolongBudgetExtract.Codes;

/// <summary>The classification that the digits of a code point to.</summary>
public enum CodeSystem { Function, DeptEcon, GovEcon, Unit, Project }

/// <summary>Reads codes as documents print them.</summary>
public static class CodeText
{
    /// <summary>A project code of 预算管理一体化 has 21 digits, older ones 18; nothing else printed in a stub is longer than 12.</summary>
    private const int ShortestProjectCode = 15;

    /// <summary>In some of them a letter (the kind of project) stands behind division and year: 11000026T000003609577.</summary>
    private const int LetterOfProjectCode = 8;

    private const string Separators = "-.:_|/";
    private const string NoName = "年月日,%)]";

    /// <summary>Code and name of a cell that holds both: <c>2101501-行政运行</c>, <c>[2014001]行政运行</c>, <c>2101501 行政运行</c>,
    /// <c>2101501行政运行</c>, <c>50101—工资奖金津补贴</c>; a bare code, also <c>201-03-01</c> or <c>208 05 05</c>, has a null name.</summary>
    /// <returns>(null, text) when the cell does not start with a code of 3, 5, 6, 7, or 15 and more digits.</returns>
    public static (string? Code, string? Name) Split(string text)
    {
        var cell = FoldedText.Of(text);
        var at = cell.StartsWith('[') || cell.StartsWith('(') ? 1 : 0;
        var (code, end) = Digits(cell, at);
        if (!IsCodeLength(code.Length))
        {
            return (null, text.Length == 0 ? null : text);
        }

        var bracketed = at == 1;
        if (bracketed && (end >= cell.Length || cell[end] is not (']' or ')')))
        {
            return (null, text);
        }

        var start = bracketed ? end + 1 : end;
        while (start < cell.Length && Separators.Contains(cell[start]))
        {
            start++;
        }

        // An amount (301.25), a date or a count (201人) is no code with a name: a name has at least two characters and starts with none of these.
        return start == cell.Length ? (code, null)
            : cell.Length - start >= 2 && !char.IsAsciiDigit(cell[start]) && !NoName.Contains(cell[start]) ? (code, FoldedText.PrintedFrom(text, start))
            : (null, text);
    }

    /// <summary>A code of the catalogue of government procurement (采购品目编码): A02020100.</summary>
    public static bool IsOfGoods(string text) => text.Length is >= 3 and <= 12 && text[0] is 'A' or 'B' or 'C' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The classification of a bare code by its digits; null when it is none. Three digits are the class of a classification
    /// here although a department code may have the same digits (313): the column decides that, not the code.</summary>
    public static CodeSystem? Classify(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (!char.IsAsciiDigit(code[i]) && !(i == LetterOfProjectCode && char.IsAsciiLetterUpper(code[i]) && code.Length >= ShortestProjectCode))
            {
                return null;
            }
        }

        return code.Length switch
        {
            6 => CodeSystem.Unit,
            >= ShortestProjectCode => CodeSystem.Project,
            3 or 5 => Class(code) switch
            {
                >= 201 and <= 234 => CodeSystem.Function,
                >= 301 and <= 399 => CodeSystem.DeptEcon,
                >= 501 and <= 599 => CodeSystem.GovEcon,
                _ => null,
            },
            7 when Class(code) is >= 201 and <= 234 => CodeSystem.Function,
            _ => null,
        };
    }

    private static int Class(string code) => ((code[0] - '0') * 100) + ((code[1] - '0') * 10) + (code[2] - '0');

    private static bool IsCodeLength(int digits) => digits is 3 or 5 or 6 or 7 or >= ShortestProjectCode;

    private static bool IsLetter(string cell, int i, int digits) =>
        digits == LetterOfProjectCode && char.IsAsciiLetterUpper(cell[i]) && i + 7 <= cell.Length && cell.AsSpan(i + 1, 6).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The digits from <paramref name="at"/>; a hyphen is skipped between two digits (201-03-01).</summary>
    private static (string Code, int End) Digits(string cell, int at)
    {
        var code = new System.Text.StringBuilder();
        var i = at;
        while (i < cell.Length && (char.IsAsciiDigit(cell[i]) || IsLetter(cell, i, code.Length) ||
               (cell[i] == '-' && i > at && i + 1 < cell.Length && char.IsAsciiDigit(cell[i + 1]))))
        {
            if (cell[i] != '-')
            {
                code.Append(cell[i]);
            }

            i++;
        }

        return (code.ToString(), i);
    }
}
