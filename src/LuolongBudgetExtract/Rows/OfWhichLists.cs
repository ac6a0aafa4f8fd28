using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// 其中：公务用车购置费 over 公务用车运行维护费: the word stands once, and what follows it starts below the name behind it, or below the word where
/// that is set in itself. All lines of such a list are parts of the same whole, none of them is added.
/// </summary>
internal static class OfWhichLists
{
    /// <summary>The name behind 其中： starts 2.5 to 3 characters further in; what stands less deep may be a part of that name. Spaces are typed by eye.</summary>
    private const double Deep = 1.5;

    /// <summary>Names less apart than this share of a character stand below each other.</summary>
    private const double Step = 0.5;

    /// <param name="rows">The rows of one panel in printed order, before they have parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, NameCells names)
    {
        TypedRow? whole = null, first = null;
        return rows.ConvertAll(row =>
        {
            if (row.Role == RowRole.OfWhich) first = row;
            else if (first is not null && IsPlain(row) && (names.Deeper(row, first) >= Deep || whole is not null && names.Deeper(first, whole) > Step && Math.Abs(names.Deeper(row, first) ?? Deep) < Step))
                return row with { Role = RowRole.OfWhich, IsRoleDefault = false, Proposal = null };
            else (whole, first) = (row, null);
            return row;
        });
    }

    // A code or a number says itself what the row is a part of, and a balance is an item of its own wherever it stands.
    private static bool IsPlain(TypedRow row) => row is { Role: RowRole.Detail, Label: { } label } && Hierarchy.StyleOf(FoldedText.Of(label)) is null && !BalanceParts.IsBalance(label)
        && row.Dimensions is { FunctionCode: null, DeptEconCode: null, GovEconCode: null, UnitCode: null, ProjectCode: null };
}
