using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>A column on its way to its meaning.</summary>
/// <param name="Path">Folded header path, joined with &gt;.</param>
/// <param name="Leaf">Folded last part that is not blank.</param>
/// <param name="Group">The path without its leaf: columns 类, 款, 项 of one code share it.</param>
/// <param name="InUnit">The table prints a unit of money, so numbers without a word that says otherwise are money.</param>
internal sealed record ColumnSketch(string Path, string Leaf, string Group, HeaderReading Header, ColumnValues Values, bool InUnit);

/// <summary>Decides what the cells of a column hold: header words first, and the values where the words leave it open.</summary>
internal static class ColumnKinds
{
    private static readonly KindWords Words = HeaderWords.Kinds;

    /// <summary>
    /// The kind of column <paramref name="at"/>; <paramref name="lastCode"/> is the classification of the code column before it,
    /// <paramref name="pastAmount"/> tells that a column of amounts stands before it.
    /// </summary>
    public static ColumnKind Of(ColumnSketch[] columns, int at, FormDefinition form, CodeSystem? lastCode, bool pastAmount)
    {
        var (path, leaf, values) = (columns[at].Path, columns[at].Leaf, columns[at].Values);
        // 债务平均年限（年） over 合计, 一般债务, 专项债务: no amounts, whatever the leaf is called.
        foreach (var rule in Words.Ancestors)
        {
            if (rule.Fits(path))
            {
                return rule.Kind;
            }
        }

        if (path.Split('>').LastOrDefault(HeaderWords.CountsThings) is { } counting && !leaf.Contains("金额", StringComparison.Ordinal))
        {
            return counting.TrimEnd(':').EndsWith("%)", StringComparison.Ordinal) ? ColumnKind.Percent : ColumnKind.Count;
        }

        // 完成预算 | 102.6 in a table of 万元、%.
        if (values.Large == 0 && Array.Find(Words.Ratios, r => r.Fits(leaf)) is { } ratio)
        {
            return ratio.Kind;
        }

        // Text under an amount header (资金来源, 收入) is no amount, whatever the header says.
        if (columns[at].Header.IsAmount && (values.Count == 0 || values.Mostly(values.Numbers)))
        {
            return ColumnKind.Amount;
        }

        if (Words.ClassParts.Contains(leaf))
        {
            return ClassPart(columns, at, form);
        }

        foreach (var rule in Words.Rules)
        {
            if (rule.Fits(leaf) && (!rule.Identifiers || values.Count > 0 && values.Mostly(values.Identifiers)))
            {
                return rule.Kind == ColumnKind.FunctionName ? Name(lastCode ?? CodeSystem.Function) : rule.Kind;
            }
        }

        return WordPattern.AnyIn(Words.CodeWords, leaf) || !pastAmount && AreCodesOfNames(columns, at) ? CodeColumn(columns, at, form)
            : Words.ProjectNameExact.Contains(leaf) ? form.Projects || at > 0 && IsProjectCode(columns[at - 1].Leaf) ? ColumnKind.ProjectName : ColumnKind.Label
            : Words.LabelExact.Contains(leaf) ? Labelled(values, ColumnKind.Label)
            : WordPattern.AnyIn(Words.NameWords, leaf) ? NameColumn(path, values, form, lastCode)
            : Unknown(leaf, values, columns[at].InUnit, at > 0, pastAmount);
    }

    /// <summary>Codes alone in the stub with names beside them are the codes of those names, even where the header lost its 码 (单位代 | 单位名称).</summary>
    private static bool AreCodesOfNames(ColumnSketch[] columns, int at) =>
        columns[at].Values is { Count: > 0, Money: 0 } values
        && values.Mostly(values.Function + values.DeptEcon + values.GovEcon + values.Units + values.Projects - values.Coded)
        && at + 1 < columns.Length && columns[at + 1].Values.Numbers == 0 && WordPattern.AnyIn(Words.NameWords, columns[at + 1].Leaf);

    // 项目代码 | 项目名称 names projects in any form.
    private static bool IsProjectCode(string leaf) => Words.Rules.Any(r => r.Kind == ColumnKind.ProjectCode && r.Fits(leaf));

    private static ColumnKind Unknown(string leaf, ColumnValues values, bool inUnit, bool afterStub, bool pastAmount) =>
        values.Count > 0 && values.Mostly(values.Coded) ? Labelled(values, ColumnKind.Text)
        : values.Count > 0 && values.Mostly(values.Money) ? ColumnKind.Amount
        // Whole numbers without separators, or no cells at all, are amounts only under a word of money.
        : (values.Count == 0 || values.Mostly(values.Numbers)) && WordPattern.AnyIn(Words.AmountWords, leaf) ? ColumnKind.Amount
        // A named column among amounts holds no codes: 20123 under 衡水市 is money.
        : values.Count > 0 && afterStub && (values.ArePlainNumbers || pastAmount && leaf.Length > 0 && values.Mostly(values.Numbers)) ? inUnit ? ColumnKind.Amount : ColumnKind.Unknown
        : leaf.Length == 0 && values.Numbers == 0 ? ColumnKind.Label
        : ColumnKind.Text;

    /// <summary>2101501-行政运行: code and name in one cell.</summary>
    private static ColumnKind Labelled(ColumnValues values, ColumnKind otherwise) =>
        values.Count > 0 && values.Mostly(values.Coded) && values.System is { } system ? Code(system) : otherwise;

    private static ColumnKind CodeColumn(ColumnSketch[] columns, int at, FormDefinition form)
    {
        var values = columns[at].Values;
        return values.Mostly(values.Projects) ? ColumnKind.ProjectCode
            // No classification has codes of six digits.
            : values.System is null && values.Count > 0 && values.Mostly(values.Units) ? ColumnKind.UnitCode
            : (values.System ?? SystemOfWords(columns[at].Path) ?? SystemOfNext(columns, at) ?? SystemOf(form)) is { } system ? Code(system)
            : ColumnKind.Text;
    }

    private static ColumnKind NameColumn(string path, ColumnValues values, FormDefinition form, CodeSystem? lastCode) =>
        // 功能科目 over 2080505 alone: the codes, whatever the header calls them.
        values.Count > 0 && (values.Mostly(values.Coded) || values.Mostly(values.Numbers) && values.Mostly(values.Function + values.DeptEcon + values.GovEcon)) && values.System is { } coded ? Code(coded)
        // A 收支总表 prints items with ordinals (一、一般公共服务支出), no codes: labels.
        : IsTwoSided(form) && lastCode is null ? ColumnKind.Label
        : (SystemOfWords(path) ?? lastCode ?? SystemOf(form)) is { } system ? Name(system)
        : ColumnKind.Label;

    private static ColumnKind ClassPart(ColumnSketch[] columns, int at, FormDefinition form)
    {
        // The parts of one code stand side by side under one header; the 类 tells for all of them.
        var first = at;
        while (first > 0 && columns[first].Leaf != Words.ClassParts[0] && columns[first - 1].Group == columns[at].Group && Words.ClassParts.Contains(columns[first - 1].Leaf))
        {
            first--;
        }

        var last = at;
        while (last + 1 < columns.Length && columns[last + 1].Group == columns[at].Group && Words.ClassParts.Contains(columns[last + 1].Leaf)
               && columns[last + 1].Leaf != Words.ClassParts[0])
        {
            last++;
        }

        // Only a function code has an item (项).
        var system = columns[first].Values.System ?? SystemOfWords(columns[at].Path)
            ?? (columns[last].Leaf == Words.ClassParts[2] ? CodeSystem.Function : SystemOfNext(columns, last) ?? SystemOf(form) ?? CodeSystem.DeptEcon);
        var part = Array.IndexOf(Words.ClassParts, columns[at].Leaf);
        return (system, part) switch
        {
            (CodeSystem.DeptEcon, 0) => ColumnKind.DeptEconClass,
            (CodeSystem.DeptEcon, _) => ColumnKind.DeptEconItem,
            (CodeSystem.GovEcon, 0) => ColumnKind.GovEconClass,
            (CodeSystem.GovEcon, _) => ColumnKind.GovEconItem,
            (_, 0) => ColumnKind.FunctionClass,
            (_, 1) => ColumnKind.FunctionSection,
            _ => ColumnKind.FunctionItem,
        };
    }

    private static bool IsTwoSided(FormDefinition form) => form.Side is null && !form.Projects;

    /// <summary>The name column that follows may say what its code column does not.</summary>
    private static CodeSystem? SystemOfNext(ColumnSketch[] columns, int at) =>
        at + 1 < columns.Length ? SystemOfWords(columns[at + 1].Path) : null;

    private static CodeSystem? SystemOfWords(string path) =>
        path.Contains("功能", StringComparison.Ordinal) ? CodeSystem.Function
        : !path.Contains("经济", StringComparison.Ordinal) ? null
        : path.Contains("政府", StringComparison.Ordinal) ? CodeSystem.GovEcon
        : CodeSystem.DeptEcon;

    private static CodeSystem? SystemOf(FormDefinition form) => form.Classification switch
    {
        Classification.Function => CodeSystem.Function,
        Classification.Economic => CodeSystem.DeptEcon,
        _ => null,
    };

    private static ColumnKind Code(CodeSystem system) => system switch
    {
        CodeSystem.DeptEcon => ColumnKind.DeptEconCode,
        CodeSystem.GovEcon => ColumnKind.GovEconCode,
        _ => ColumnKind.FunctionCode,
    };

    private static ColumnKind Name(CodeSystem system) => system switch
    {
        CodeSystem.DeptEcon => ColumnKind.DeptEconName,
        CodeSystem.GovEcon => ColumnKind.GovEconName,
        _ => ColumnKind.FunctionName,
    };
}
