using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>Reads the stub cells of a row by the kinds of their columns.</summary>
internal static class StubReader
{
    /// <param name="cells">Text of each leaf column, a merged cell's text in every row it covers.</param>
    /// <param name="above">Class and section of the row above, which some forms print once only.</param>
    public static RowDimensions Dimensions(ImmutableArray<LeafColumn> columns, int panel, Func<int, string> cells, RowDimensions? above, int? year)
    {
        string? functionClass = null, functionSection = null, functionItem = null, deptClass = null, deptItem = null, govClass = null, govItem = null;
        var d = new RowDimensions();
        bool mixed = false, ofUnits = false;
        string? part = null;
        foreach (var column in columns)
        {
            if (column.Panel != panel) continue;
            var text = cells(column.Index);
            if (text.Length == 0) continue;
            switch (column.Kind)
            {
                case ColumnKind.FunctionClass: functionClass = text; break;
                case ColumnKind.FunctionSection: functionSection = text; break;
                case ColumnKind.FunctionItem: functionItem = text; break;
                case ColumnKind.DeptEconClass: deptClass = text; break;
                case ColumnKind.DeptEconItem: deptItem = text; break;
                case ColumnKind.GovEconClass: govClass = text; break;
                case ColumnKind.GovEconItem: govItem = text; break;
                case ColumnKind.FunctionCode when IsPart(text): part = text; break;
                case ColumnKind.FunctionCode: d = WithFunction(d, text); break;
                case ColumnKind.DeptEconCode when Split(text) is (string code, var name):
                    d = IsClass(code, 3) ? d with { DeptEconCode = code, DeptEconName = name ?? d.DeptEconName } : d with { UnitCode = code, UnitName = name ?? d.UnitName };
                    break;
                case ColumnKind.GovEconCode when Split(text) is (string code, var name):
                    d = IsClass(code, 5) ? d with { GovEconCode = code, GovEconName = name ?? d.GovEconName } : d with { UnitCode = code, UnitName = name ?? d.UnitName };
                    break;
                case ColumnKind.UnitName or ColumnKind.ProjectName or ColumnKind.FunctionName or ColumnKind.DeptEconName or ColumnKind.GovEconName when CellKinds.IsNumber(text): break;
                case ColumnKind.DeptEconName: d = d with { DeptEconName = text }; break;
                case ColumnKind.GovEconName: d = d with { GovEconName = text }; break;
                case ColumnKind.FunctionName:
                    d = d with { FunctionName = text };
                    ofUnits |= column.NamesUnits;
                    break;
                case ColumnKind.UnitCode when Split(text) is (string code, var name): d = d with { UnitCode = code, UnitName = name ?? d.UnitName }; break;
                case ColumnKind.UnitName: d = Split(text) is (string unit, string unitName) ? d with { UnitCode = unit, UnitName = unitName } : d with { UnitName = text }; break;
                case ColumnKind.ProjectCode or ColumnKind.ProjectName when CodeText.Split(text) is (string code, string name) && CodeText.Classify(code) == CodeSystem.Project:
                    d = d with { ProjectCode = code, ProjectName = name };
                    break;
                case ColumnKind.ProjectCode: d = d with { ProjectCode = text }; break;
                case ColumnKind.ProjectName:
                    d = d with { ProjectName = text };
                    mixed |= column.PathText.Contains("单位", StringComparison.Ordinal);
                    break;
                case ColumnKind.ProjectType: d = d with { ProjectType = text }; break;
                case ColumnKind.Label: d = WithLabelCode(d, text, year); break;
            }
        }
        if (part is not null && d.FunctionName is { } named && WholeCode(part, named, above?.FunctionCode, year) is { } whole) d = d with { FunctionCode = whole };
        if (Code(functionClass, functionSection, functionItem, above?.FunctionCode) is { } function) d = WithFunction(d, function);
        if (Code(deptClass, deptItem, null, above?.DeptEconCode) is { } dept) d = IsClass(dept, 3) ? d with { DeptEconCode = dept } : d with { UnitCode = d.UnitCode ?? dept };
        if (Code(govClass, govItem, null, above?.GovEconCode) is { } gov) d = d with { GovEconCode = gov };
        // 单位（项目）名称: the column names the unit in the rows that carry a unit code, the project in the others.
        if (mixed && d.UnitCode is not null && d.UnitName is null && d.ProjectCode is null) d = d with { UnitName = d.ProjectName, ProjectName = null };
        d = CutByPageBreak(ItemInUnitColumn(Settle(WithoutItemAsUnit(d, year)), year), above);
        // 110 转移性收入 in a column of 科目编码: an item of revenue, which has no dimension here, and no unit.
        if (d.UnitCode is { } income && IncomeCodes.Is(income, d.UnitName ?? d.FunctionName) && columns.Any(c => c.Panel == panel && HoldsItems(c))) return d with { UnitCode = null, UnitName = null, FunctionName = null };
        if (!ofUnits || d.FunctionName is not { } own || d != new RowDimensions(FunctionName: own) || RowRoles.IsSum(own)) return d;
        // 单位（科目名称）: what has no code of an item is the unit above its items, unless a column of its own tells the units.
        if (!columns.Any(c => c.Panel == panel && c.Kind is ColumnKind.UnitCode or ColumnKind.UnitName or ColumnKind.ProjectName)) return new RowDimensions(UnitName: own);
        // Then it is an item only where the classification has that name; what it heads tells the rest.
        return CodeLists.Functions.Named(RowPeriods.WithoutNumbering(own)).Length > 0 ? d : new RowDimensions();
    }

    private static bool HoldsItems(LeafColumn column) => column.Kind is ColumnKind.FunctionCode or ColumnKind.FunctionClass
        || column.Kind == ColumnKind.UnitCode && column.PathText.Contains("科目", StringComparison.Ordinal);

    // A merged code cell that a page break cuts is blank on the next page; the name beside it is printed again.
    private static RowDimensions CutByPageBreak(RowDimensions d, RowDimensions? above)
    {
        if (above is null) return d;
        if (d.DeptEconCode is null && d.DeptEconName is not null && d.DeptEconName == above.DeptEconName) d = d with { DeptEconCode = above.DeptEconCode };
        if (d.FunctionCode is null && d.FunctionName is not null && d.FunctionName == above.FunctionName) d = d with { FunctionCode = above.FunctionCode };
        return d;
    }

    /// <summary>The names that the document does not print, from the code lists of the year.</summary>
    public static RowDimensions CompleteNames(RowDimensions d, int? year) => d with
    {
        FunctionName = d.FunctionName ?? (d.FunctionCode is null ? null : CodeLists.Function(d.FunctionCode, year)?.Name),
        DeptEconName = d.DeptEconName ?? (d.DeptEconCode is null ? null : CodeLists.DeptEcon(d.DeptEconCode, year)?.Name),
        GovEconName = d.GovEconName ?? (d.GovEconCode is null ? null : CodeLists.GovEcon(d.GovEconCode, year)?.Name),
    };

    // 类 款 项 in three cells hold either parts (208 | 05 | 05) or the whole code so far (208 | 20805 | 2080505).
    private static string? Code(string? first, string? second, string? third, string? above)
    {
        if (first is null && second is null && third is null) return null;
        if (new[] { first, second, third }.Any(p => p is not null && !p.All(char.IsAsciiDigit))) return null;
        string code = first ?? "";
        if (second is not null) code = Append(code, second, 3, above);
        if (third is not null) code = Append(code, third, 5, above);
        return code;
    }

    // A part without its class before it belongs to the class printed above.
    private static string Append(string code, string part, int digits, string? above)
    {
        // A whole class may stand anywhere in cells merged over the three.
        if (part.Length >= 3) return part;
        if (code.Length < digits && above is not null && above.Length >= digits) code = above[..digits];
        // A spreadsheet that takes 02 for a number prints 2.
        return code + part.PadLeft(2, '0');
    }

    // 208, then 05, then 01: each row prints its own two digits only, and the name tells whose they are.
    private static bool IsPart(string text) => text.Length == 2 && text.All(char.IsAsciiDigit);

    private static string? WholeCode(string part, string name, string? above, int? year)
    {
        // Below a class stands a section, whatever it is called.
        if (above is { Length: 3 }) return above + part;
        string? found = null;
        for (int digits = 3; digits <= Math.Min(5, above?.Length ?? 0); digits += 2)
            if (above![..digits] + part is var code && CodeLists.Function(code, year) is { } entry && CodeNames.Same(entry.Name, name))
                found = found is null ? code : null;
        return found;
    }

    // A function column also holds the codes of departments and units (313, 313001) above their items.
    private static RowDimensions WithFunction(RowDimensions d, string text)
    {
        if (Split(text) is not (string code, var name)) return d;
        return IsClass(code, 2) && code.Length is 3 or 5 or 7
            ? d with { FunctionCode = code, FunctionName = name ?? d.FunctionName }
            : d with { UnitCode = code, UnitName = name ?? d.UnitName };
    }

    private static RowDimensions WithLabelCode(RowDimensions d, string text, int? year)
    {
        var (code, name) = CodeText.Split(text);
        if (code is null || name is null) return d;
        return CodeText.Classify(code) switch
        {
            CodeSystem.Function when CodeLists.Function(code, year) is not null => d with { FunctionCode = d.FunctionCode ?? code, FunctionName = d.FunctionName ?? name },
            CodeSystem.DeptEcon when CodeLists.DeptEcon(code, year) is not null => d with { DeptEconCode = d.DeptEconCode ?? code, DeptEconName = d.DeptEconName ?? name },
            CodeSystem.GovEcon when CodeLists.GovEcon(code, year) is not null => d with { GovEconCode = d.GovEconCode ?? code, GovEconName = d.GovEconName ?? name },
            CodeSystem.Unit => d with { UnitCode = d.UnitCode ?? code, UnitName = d.UnitName ?? name },
            _ => d,
        };
    }

    // 单位（科目名称）: one column names the unit in the rows that carry a unit code, the item in the others.
    private static RowDimensions Settle(RowDimensions d)
    {
        if (d.UnitCode is not null && d.FunctionCode is null && d.FunctionName is not null && d.UnitName is null)
            d = d with { UnitName = d.FunctionName, FunctionName = null };
        if (d.UnitCode is not null && d.DeptEconCode is null && d.DeptEconName is not null && d.UnitName is null)
            d = d with { UnitName = d.DeptEconName, DeptEconName = null };
        if (d.FunctionCode is null && d.FunctionName is { } function && RowRoles.IsSum(function)) d = d with { FunctionName = null };
        if (d.DeptEconCode is null && d.DeptEconName is { } dept && RowRoles.IsSum(dept)) d = d with { DeptEconName = null };
        if (d.GovEconCode is null && d.GovEconName is { } gov && RowRoles.IsSum(gov)) d = d with { GovEconName = null };
        if (d.ProjectName is { } project && RowRoles.IsSum(project)) d = d with { ProjectName = null };
        if (d.UnitName is { } unit && RowRoles.IsSum(unit)) d = d with { UnitName = null };
        if (d.ProjectType is { } type && d.UnitCode is null && type.All(char.IsAsciiDigit)) d = d with { UnitCode = type, ProjectType = null };
        // 单位编码（项目编码）: a project has 18 digits or more, a unit 3 to 9.
        if (d.ProjectCode is { } code && d.UnitCode is null && code.Length <= 9 && code.All(char.IsAsciiDigit))
            d = d with { UnitCode = code, UnitName = d.UnitName ?? d.ProjectName, ProjectCode = null, ProjectName = null };
        return d;
    }

    // 205 | 08 | 03 | 2050803 | 培训支出 under 类 | 款 | 项 | 单位代码 | 单位名称（功能分类科目名称）: the column of units repeats the code of the item where its name is the item's.
    private static RowDimensions WithoutItemAsUnit(RowDimensions d, int? year) =>
        d is { FunctionCode: { } code } && d.UnitCode == code && (d.FunctionName ?? d.UnitName) is { } name && CodeLists.Function(code, year) is { } entry && CodeNames.Same(entry.Name, name)
            ? d with { UnitCode = null }
            : d;

    // 单位名称（科目）, or that header cut short: beside a whole code its column names the item.
    private static RowDimensions ItemInUnitColumn(RowDimensions d, int? year) =>
        d is { FunctionCode: { } code, FunctionName: null, UnitName: { } name } && CodeLists.Function(code, year) is { } entry && CodeNames.Same(entry.Name, name)
            ? d with { FunctionName = name, UnitName = null }
            : d;

    private static (string Code, string? Name)? Split(string text)
    {
        if (text.Length > 0 && text.All(char.IsAsciiDigit)) return (text, null);
        var (code, name) = CodeText.Split(text);
        return code is null ? null : (code, name);
    }

    private static bool IsClass(string code, int century) => code.Length >= 3 && code[0] - '0' == century;
}
