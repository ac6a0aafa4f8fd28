using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>A code set in two or three columns under one 科目编码 without 类, 款, 项 above them.</summary>
internal static class SplitCodes
{
    public static ImmutableArray<ColumnMeaning> Apply(ImmutableArray<ColumnMeaning> meanings, ImmutableArray<ImmutableArray<string>> paths)
    {
        var split = meanings.ToBuilder();
        for (int first = 0; first < split.Count;)
        {
            int end = first + 1;
            while (end < split.Count && split[end].Kind == split[first].Kind && paths[end].SequenceEqual(paths[first])) end++;
            for (int i = first; i < end && end - first is 2 or 3; i++)
                if (PartOf(split[i].Kind, i - first) is { } part) split[i] = split[i] with { Kind = part };
            first = end;
        }
        return split.ToImmutable();
    }

    private static ColumnKind? PartOf(ColumnKind kind, int part) => (kind, part) switch
    {
        (ColumnKind.FunctionCode, 0) => ColumnKind.FunctionClass,
        (ColumnKind.FunctionCode, 1) => ColumnKind.FunctionSection,
        (ColumnKind.FunctionCode, 2) => ColumnKind.FunctionItem,
        (ColumnKind.DeptEconCode, 0) => ColumnKind.DeptEconClass,
        (ColumnKind.DeptEconCode, 1) => ColumnKind.DeptEconItem,
        (ColumnKind.GovEconCode, 0) => ColumnKind.GovEconClass,
        (ColumnKind.GovEconCode, 1) => ColumnKind.GovEconItem,
        _ => null,
    };
}
