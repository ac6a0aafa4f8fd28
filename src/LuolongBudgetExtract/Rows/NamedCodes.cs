using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// The codes of a table by function or by economic class that prints names only: 行政运行 is an item of dozens of sections, but under
/// 卫生健康支出 and 卫生健康管理事务 it is 2100101. A name is looked for under the names above it; one that may be several codes gets none.
/// </summary>
internal static class NamedCodes
{
    private const int ClassDigits = 3;
    private const int ItemDigits = 7;

    /// <summary>Fewer items under names above them may only be called like an item (其他支出).</summary>
    public const int FewestItems = 3;

    /// <summary>援助其他地区支出 and 转移性支出 repeat the names of the other classes below them.</summary>
    private static readonly string[] Repeating = ["219", "230"];

    /// <summary>The rows of one panel with their codes; untouched when the panel prints a code or names projects.</summary>
    /// <param name="classification">What the panel is cut by: <see cref="Classification.Function"/> or <see cref="Classification.Economic"/>.</param>
    public static void Complete(List<TypedRow> rows, string classification, int? year)
    {
        if (rows.Any(r => r.Dimensions.FunctionCode is not null || r.Dimensions.DeptEconCode is not null || r.Dimensions.GovEconCode is not null || r.Dimensions.ProjectName is not null)) return;
        var list = ListOf(rows, classification);
        // Codes of the printed names above, from the class inwards; null where a name was not understood: what follows may be its parts.
        List<string>? above = [];
        string last = "";
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Role is RowRole.Total or RowRole.Department or RowRole.Unit) (above, last) = ([], "");
            if (rows[i].Role is not (RowRole.Detail or RowRole.Subtotal) || NameOf(rows[i]) is not { } printed) continue;
            var named = CodeLists.Of(list)!.Named(RowPeriods.WithoutNumbering(printed));
            // A name of the years before or after is printed for a while: under the section that has it, and nowhere else.
            if ((Choose(CodesOf(named.Where(e => e.InForce(year))), above, last) ?? Only([.. CodesOf(named).Where(c => c.Length > ClassDigits && (above?.Contains(c[..^2]) ?? last.Length >= ClassDigits && c.StartsWith(last[..ClassDigits], StringComparison.Ordinal)))])) is not { } code)
            {
                above = null;
                continue;
            }
            above = [.. (above ?? []).Where(a => code.StartsWith(a, StringComparison.Ordinal)), code];
            last = code;
            rows[i] = rows[i] with { Dimensions = Coded(rows[i].Dimensions, list, code, CodeLists.Of(list)!.Find(code, year)?.Name) };
        }
    }

    /// <summary>The expenditure of a 收支总表 when it goes below the classes: 一、教育支出 over 进修及培训 over 培训支出. Without such items it stays as it is.</summary>
    public static void CompleteStatement(List<TypedRow> rows, int? year)
    {
        if (rows.TrueForAll(r => r.Side != Side.Expenditure)) return;
        var coded = rows.ToList();
        Complete(coded, Classification.Function, year);
        var codes = coded.Select(r => r.Dimensions.FunctionCode).OfType<string>().ToHashSet();
        if (codes.Count(c => c.Length > ClassDigits && codes.Contains(c[..^2])) < FewestItems) return;
        for (int i = 0; i < rows.Count; i++) rows[i] = coded[i];
    }

    // Nothing but the names tells whether a table by economic class is cut as departments or as governments do (工资福利支出, 机关工资福利支出).
    private static CodeSystem ListOf(List<TypedRow> rows, string classification) => classification == Classification.Function ? CodeSystem.Function
        : Known(rows, CodeLists.GovEcons) > Known(rows, CodeLists.DeptEcons) ? CodeSystem.GovEcon : CodeSystem.DeptEcon;

    private static int Known(List<TypedRow> rows, CodeList list) => rows.Count(r => NameOf(r) is { } name && list.Named(RowPeriods.WithoutNumbering(name)).Length > 0);

    private static string? NameOf(TypedRow row) => row.Dimensions.FunctionName ?? row.Dimensions.DeptEconName ?? row.Dimensions.GovEconName ?? row.Label;

    private static RowDimensions Coded(RowDimensions printed, CodeSystem list, string code, string? name) => list switch
    {
        CodeSystem.DeptEcon => printed with { DeptEconCode = code, DeptEconName = Plain(printed.DeptEconName) ?? name },
        CodeSystem.GovEcon => printed with { GovEconCode = code, GovEconName = Plain(printed.GovEconName) ?? name },
        _ => printed with { FunctionCode = code, FunctionName = Plain(printed.FunctionName) ?? name },
    };

    // 二、城乡社区支出: the ordinal is none of the name's.
    private static string? Plain(string? printed) => printed is not null && RowPeriods.WithoutNumbering(printed) == FoldedText.Of(printed) ? printed : null;

    private static List<string> CodesOf(IEnumerable<CodeEntry> entries) => [.. entries.Select(e => e.Code).Distinct()];

    private static string? Choose(List<string> codes, List<string>? above, string last)
    {
        if (codes is [var single]) return IsElsewhere(single, above) ? null : single;
        if (above is null) return Only([.. codes.Where(c => !IsRepeated(c))]) is { Length: ClassDigits } next && IsAfter(next, last) ? next : null;
        // The next level under a name above, or the next class. 其他支出 after 其他支出 (229) and 其他支出 (22999) is the item.
        var direct = codes.Where(c => !above.Contains(c) && (c.Length == ClassDigits || above.Contains(c[..^2]))).ToList();
        return direct.Count > 0 ? Only(direct) ?? Only([.. direct.Where(c => IsAfter(c, last))])
            : Only([.. codes.Where(c => above.Exists(a => c.Length > a.Length && c.StartsWith(a, StringComparison.Ordinal)))]);
    }

    // An item of another section than the one that is printed above: its name is that of the year before or after.
    private static bool IsElsewhere(string code, List<string>? above) =>
        code.Length == ItemDigits && above is not null && above.Exists(a => a.Length is > ClassDigits and < ItemDigits) && !above.Exists(a => code.StartsWith(a, StringComparison.Ordinal));

    private static bool IsRepeated(string code) => code.Length > ClassDigits && Repeating.Contains(code[..ClassDigits]);

    // Tables stand in the order of the codes, as far as they can.
    private static bool IsAfter(string code, string last) => string.CompareOrdinal(code, last) > 0;

    private static string? Only(List<string> codes) => codes is [var only] ? only : null;
}
