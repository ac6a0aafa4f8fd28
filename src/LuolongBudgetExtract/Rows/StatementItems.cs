using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// In a 收支总表 the item may name whose money it is (一、一般公共预算拨款收入, 事业收入) or what it is for (基本支出 over 工资福利支出, 结余分配):
/// the row says it where the column says no more than 预算数.
/// </summary>
internal static class StatementItems
{
    private const string All = "total";

    /// <param name="rows">The rows of one panel with their parents.</param>
    public static List<TypedRow> Apply(List<TypedRow> rows, FormDefinition form, ImmutableArray<LeafColumn> columns)
    {
        var byNumber = rows.Where(r => r.Label is not null).ToDictionary(r => r.Number);
        return rows.ConvertAll(row => row.Role is RowRole.Detail or RowRole.Subtotal or RowRole.OfWhich && row.Label is not null && row.Amounts.Length > 0
            && ItemNames.Read(row, byNumber, form, []) is { } said && (said.Fund ?? said.Measure) is not null && IsPlaced(row, said)
            ? row with { Amounts = [.. row.Amounts.Select(a => Said(a, row, columns[a.Column], said, form))] } : row);
    }

    /// <summary>Fewer kinds of expenditure among the rows may be names of items (a project called 项目支出).</summary>
    private const int FewestKinds = 2;

    /// <summary>The same where a 支出总表 lists kinds of expenditure and no codes: 一、基本支出 over 工资福利支出, 二、项目支出.</summary>
    public static List<TypedRow> Kinds(List<TypedRow> rows, FormDefinition form, ImmutableArray<LeafColumn> columns)
    {
        if (form.Measure != All || form.Side != Side.Expenditure || columns.Any(c => c.Measure is not (null or All)) || rows.Exists(IsCoded)) return rows;
        var nested = PlainParts.Apply(rows);
        var byNumber = nested.Where(r => r.Label is not null).ToDictionary(r => r.Number);
        return nested.Select(r => ItemNames.Read(r, byNumber, form, [])?.Measure).OfType<string>().Distinct().Count() >= FewestKinds ? Apply(nested, form, columns) : rows;
    }

    private static bool IsCoded(TypedRow row) => row.Dimensions is not { FunctionCode: null, DeptEconCode: null, GovEconCode: null, ProjectName: null };

    private static Amount Said(Amount amount, TypedRow row, LeafColumn column, HeaderReading item, FormDefinition form)
    {
        var means = amount.Means(column);
        return amount with
        {
            Meaning = means with
            {
                Measure = means.Measure == All && item is { NamesMeasure: true, Measure: { } measure } && !IsCoded(row, measure) ? measure : means.Measure,
                // 财政拨款 of the form is wider than 一般公共预算 of the row; a fund of the column is not.
                Fund = means.Fund == form.Fund && item.Fund is { } fund ? Funds.InForm(form.Fund, fund) : means.Fund,
            },
        };
    }

    // 债务还本支出 is a class of functions, 301 of the economic classification: the code of the row says so already.
    private static bool IsCoded(TypedRow row, string measure) => row.Dimensions.FunctionCode is not null
        || row.Dimensions is not { DeptEconCode: null, GovEconCode: null } && measure.StartsWith("economic.", StringComparison.Ordinal);

    // 工资福利支出 below 一、基本支出 without a number of its own and without being a proven part of it may be all of it or only that.
    private static bool IsPlaced(TypedRow row, HeaderReading item) => item.Measure?.StartsWith("economic.", StringComparison.Ordinal) != true
        || row.Parent is not null || Hierarchy.StyleOf(FoldedText.Of(row.Label)) is not null;
}
