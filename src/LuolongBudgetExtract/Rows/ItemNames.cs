using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>Names of rows read with the words of headers: 1.公务接待费, 其中：基本支出, （二）政府性基金预算拨款.</summary>
internal static class ItemNames
{
    /// <summary>The folded name without its number and 其中.</summary>
    public static string Of(string label)
    {
        var name = RowPeriods.WithoutNumbering(label).TrimStart('①', '②', '③', '④', '⑤', ' ');
        name = name.StartsWith("其中:", StringComparison.Ordinal) ? name["其中:".Length..] : name;
        return FoldedText.Of(RowPeriods.WithoutNumbering(name));
    }

    /// <summary>What the name of a row says below the names of what it is a part of; null where a word is unknown.</summary>
    /// <param name="rows">The rows of the panel by number, with their parents.</param>
    /// <param name="above">Names that stand above all of them.</param>
    public static HeaderReading? Read(TypedRow row, Dictionary<int, TypedRow> rows, FormDefinition form, IEnumerable<string> above)
    {
        var path = new List<string>();
        for (TypedRow? at = row; at is { Label: { } label } && path.Count <= rows.Count; at = at.Parent is { } parent ? rows.GetValueOrDefault(parent) : null) path.Insert(0, Of(label));
        path.InsertRange(0, above);
        if (path.Count == 0 || HeaderWords.Cut(path[^1]) is null) return null;
        bool whole = path.RemoveAll(p => HeaderWords.Cut(p) is null) == 0;
        // All money by class only where nothing unknown above says that it is not all.
        return HeaderReading.Of([.. path], form) is { IsUnderstood: true } reading && (whole || reading.Measure?.StartsWith("economic.", StringComparison.Ordinal) != true) ? reading : null;
    }
}
