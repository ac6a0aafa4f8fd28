using System.Collections.Immutable;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Headers;

namespace LuolongBudgetExtract.Rows;

/// <summary>
/// Amounts of an 绩效目标表 that is a form rather than a grid: values stand right of their name (部门预算总额（万元） | 4075.34)
/// inside a block that a merged cell at the left names (预算情况).
/// </summary>
internal static class FormAmounts
{
    /// <summary>How far above a second value the name of its column can stand (rows): the tasks of an 整体绩效目标表.</summary>
    private const int NameRows = 20;

    /// <param name="headers">Names of columns in the middle of the sheet.</param>
    /// <param name="meaning">Meaning of an amount by the name beside it and the names of its column.</param>
    /// <param name="unread">Takes the column of a number with decimals that is neither money nor a score by its names.</param>
    public static IEnumerable<Amount> Read(
        ImmutableArray<ImmutableArray<string>> texts, ImmutableArray<BodyRow> rows, SheetHeaders headers, int row, string? unit,
        Func<string, ImmutableArray<string>, ColumnMeaning> meaning, Action<int> unread, ref string? label)
    {
        var found = new List<Amount>();
        var body = rows[row];
        var line = texts[row];
        int values = line.Where((t, c) => body.StartsHere[c] && AmountText.Parse(t) is not null).Count();
        string? first = null;
        // 本级财政安排 | 3526.00 | 其他资金 | 60.00: the first cell is the name of a value, not of the block.
        bool isBlock = line.Skip(1).FirstOrDefault(t => t.Length > 0) is { } beside && AmountText.Parse(beside) is null;
        var owns = new List<string>();
        bool several = false;
        for (int c = 1; c < line.Length; c++)
        {
            if (!body.StartsHere[c] || AmountText.Parse(line[c]) is not { } parsed) continue;
            if (headers.Over(row, c) is { } column && headers.Item(row, column) is { } item)
            {
                if (FieldNames.IsScore(column.Names[^1])) continue;
                if (!column.Names.Any(n => FieldNames.IsSurelyMoney(n) || FieldNames.IsStage(n) || parsed.Decimals > 0 && FieldNames.IsMoney(n)))
                {
                    if (parsed.Decimals > 0) unread(c);
                    continue;
                }
                label = item;
                // The corner of the header is the name of its block; over the stub it may name the items (任务名称) instead.
                var corner = texts[column.Row][0];
                bool ofBlock = rows[column.Row].Cells[0] == body.Cells[0] || line[0].Length == 0 || FieldNames.IsMoney(corner);
                var path = ofBlock && corner.Length > 0 ? column.Names.Prepend(corner) : column.Names;
                found.Add(new Amount(c, body.Cells[c].RawText, parsed.Value, parsed.Decimals, path.Select(Units.InBrackets).LastOrDefault(u => u is not null) ?? unit,
                    body.Page, body.Cells[c].Ink, 1, string.Join('|', path), meaning(item, ofBlock && FieldVocabulary.NamesMeasure(corner) ? column.Names.Insert(0, corner) : column.Names)));
                owns.Add(item);
                continue;
            }
            int name = c - 1;
            while (name > 0 && (line[name].Length == 0 || AmountText.Parse(line[name]) is not null || AmountText.IsDash(line[name]) || line[name].EndsWith('%'))) name--;
            var above = ColumnName(texts, row, c);
            // A whole number may count anything: it is money only where the name says so in full, or the block gives its unit (项目资金（万元）).
            bool money = parsed.Decimals > 0 ? FieldNames.IsMoney(line[name]) || FieldNames.IsProvision(line[name]) || above is not null && FieldNames.IsMoney(above) || FieldNames.IsBudget(line[0])
                : FieldNames.IsSurelyMoney(line[name]) || Units.InBrackets(line[0]) is not null && FieldNames.IsMoney(line[name]);
            bool isScore = above is not null && FieldNames.IsScore(above);
            if (!money && parsed.Decimals > 0 && !isScore && !FieldNames.IsScore(line[name]) && !IndicatorWords.Default.IsComparator(line[name])) unread(c);
            if (!money || isScore) continue;
            var own = line[name];
            // 预算数 | 85.50 | 其中：财政资金 | 85.50: each value has a name of its own, and the block is what they share.
            several |= first is not null && own != first;
            first ??= own;
            label = several ? line[0].Length > 0 ? line[0] : first : own;
            var block = line[0].Length > 0 && name > 0 && (isBlock || own.StartsWith("其中", StringComparison.Ordinal)) ? line[0] : own;
            ImmutableArray<string> names = above is null ? [] : [.. ColumnNames(rows, row, c, above)];
            var heading = values > 1 && names.Length > 0 ? string.Join('|', names.Prepend(block)) : block;
            if (values == 1) names = [];
            if (isBlock && FieldVocabulary.NamesMeasure(line[0])) names = names.Insert(0, line[0]);
            found.Add(new Amount(c, body.Cells[c].RawText, parsed.Value, parsed.Decimals,
                Units.InBrackets(own) ?? Units.InBrackets(block) ?? (above is null ? null : Units.InBrackets(above)) ?? unit,
                body.Page, body.Cells[c].Ink, 1, heading, OfWhole(meaning(own, names), own, WholeAbove(texts, rows, row, name, c), meaning)));
            owns.Add(own);
        }
        if (several)
            for (int i = 0; i < found.Count; i++) found[i] = found[i] with { Path = Named(found[i].Path, owns[i]) };
        return found;
    }

    /// <summary>Borders of one column differ from row to row by less than this (points).</summary>
    private const double SameBorder = 3;

    // 其中：财政拨款 below 实施期资金总额 is a part of it, and of its years; of what years the parts of a sum are that nobody understands is not known.
    private static ColumnMeaning OfWhole(ColumnMeaning part, string name, string? whole, Func<string, ImmutableArray<string>, ColumnMeaning> meaning)
    {
        if (whole is null || part is not { Measure: not null, Period: "current" } || name.Contains('年')) return part;
        var sum = meaning(whole, []);
        return part with { Period = sum.Measure is null ? null : sum.Period };
    }

    // The nearest sum above whose name and value stand in the very columns of this name and value.
    private static string? WholeAbove(ImmutableArray<ImmutableArray<string>> texts, ImmutableArray<BodyRow> rows, int row, int name, int column)
    {
        if (name == 0) return null;
        for (int r = row - 1; r >= 0 && r >= row - NameRows && (texts[row][0].Length == 0 || texts[r][0] == texts[row][0]); r--)
        {
            if (!IsSameColumn(rows[r], rows[row], name) || !IsSameColumn(rows[r], rows[row], column) || texts[r][name].Length == 0) return null;
            if (texts[r][name].TrimEnd('：', ':').EndsWith("总额", StringComparison.Ordinal)) return texts[r][name];
        }
        return null;
    }

    private static bool IsSameColumn(BodyRow above, BodyRow below, int column) =>
        above.Cells[column].Box is var a && below.Cells[column].Box is var b && Math.Abs(a.X0 - b.X0) < SameBorder && Math.Abs(a.X1 - b.X1) < SameBorder;

    private static string Named(string? path, string name) => path is null || path == name ? name : $"{path}|{name}";

    // 全年预算数 | 全年执行数 above the values of one row.
    private static string? ColumnName(ImmutableArray<ImmutableArray<string>> texts, int row, int column)
    {
        // A block that begins anew at the left has column names of its own.
        for (int r = row - 1; r >= 0 && r >= row - NameRows && (texts[row][0].Length == 0 || texts[r][0].Length == 0 || texts[r][0] == texts[row][0]); r--)
            if (texts[r][column] is { Length: > 0 } text && AmountText.Parse(text) is null && !AmountText.IsDash(text)) return text;
        return null;
    }

    // 财政拨款 over 合计, 基本支出, 项目支出: the wider cells above the column's name, as far up as the block at the left reaches.
    private static IEnumerable<string> ColumnNames(ImmutableArray<BodyRow> rows, int row, int column, string name)
    {
        var names = new List<string> { name };
        var block = rows[row].Cells[0];
        for (int r = row - 1; r >= 0 && r >= row - NameRows && rows[r].Page == rows[row].Page && rows[r].Cells[0] == block && block.RowSpan > 1; r--)
        {
            var cell = rows[r].Cells[column];
            if (cell == block || cell.IsBlank || cell.Text == names[^1] || AmountText.Parse(cell.Text) is not null || AmountText.IsDash(cell.Text)) continue;
            if (cell.Text != name) names.Add(cell.Text);
        }
        names.Reverse();
        return names;
    }
}
