using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Indicators;

/// <summary>Reads the performance indicators of a typed table, whatever its layout; what cannot be read is counted, never guessed.</summary>
public static class IndicatorReader
{
    /// <returns>The indicators in printed order, and how many printed names or targets lack the other.</returns>
    public static (ImmutableArray<Indicator> Indicators, int Unread) Read(TypedTable table)
    {
        if (!table.Form.EndsWith("_targets", StringComparison.Ordinal) && table.Form != FormCatalog.Other) return ([], 0);
        var reader = new Reader(table);
        foreach (var row in table.Rows)
            if (row.Panel == 0) reader.Read(row);
        return (reader.Found.ToImmutable(), reader.Unread);
    }

    private sealed class Reader
    {
        private ImmutableArray<IndicatorColumns> _columns;
        private (string? Code, string? Name) _project;
        private TypedRow? _before;
        private (string? Level1, string? Level2) _levels;

        public Reader(TypedTable table)
        {
            var header = table.Columns.Select(c => c.Path.Length > 0 ? c.Path[^1] : "").ToList();
            // A header inside the form is met again among the rows.
            bool boxhead = table.HeaderRows > 0 && IndicatorWords.Default.IsHeader(header);
            _columns = boxhead ? IndicatorColumns.Of(header, [.. table.Columns.Select(c => c.Path.Length > 1 ? c.Path[^2] : "")]) : [];
        }

        public ImmutableArray<Indicator>.Builder Found { get; } = ImmutableArray.CreateBuilder<Indicator>();

        public int Unread { get; private set; }

        public void Read(TypedRow row)
        {
            var words = IndicatorWords.Default;
            if (words.IsHeader(row.Cells))
            {
                _columns = IndicatorColumns.Of(row.Cells, [.. row.Cells.Select(_ => "")]);
                _levels = default;
            }
            else if (words.IsBlockStart(row.Cells))
            {
                if (Project(row.Cells) is { } project) _project = project;
                _columns = [];
            }
            else if (row.Role is not (RowRole.Note or RowRole.HeaderRepeat or RowRole.Total))
            {
                Enter(row);
                foreach (var columns in _columns) Read(row, columns);
            }
            _before = row;
        }

        // A project with its goals in a row of its own stands above its indicators. One whose merged cell a page break cuts may be named on either page.
        private void Enter(TypedRow row)
        {
            bool named = row.Dimensions is { ProjectName: not null } or { ProjectCode: not null };
            if (named && _columns.All(c => row.Cells[c.Name].Length == 0 && row.Cells[c.Target].Length == 0)) _project = (row.Dimensions.ProjectCode, row.Dimensions.ProjectName);
            else if (named || row.Role is RowRole.Department or RowRole.Unit) _project = default;
        }

        private void Read(TypedRow row, IndicatorColumns at)
        {
            var (name, target) = (row.Cells[at.Name], row.Cells[at.Target]);
            if (name.Length == 0 && target.Length == 0) return;
            if (name.Length == 0 || target.Length == 0)
            {
                Unread++;
                return;
            }
            var (level1, level2) = LevelsOf(row, at, ref name);
            var (code, project) = row.Dimensions.ProjectName is null && row.Dimensions.ProjectCode is null ? _project : (row.Dimensions.ProjectCode, row.Dimensions.ProjectName);
            Found.Add(new Indicator(row.Number, row.Page, code, project, level1, level2, name, target,
                TargetText.Parse(target, Cell(row, at.Comparator), Cell(row, at.Unit)), Cell(row, at.Explanation)));
        }

        // A merged cell that a page break cuts is blank on the next page.
        private (string?, string?) LevelsOf(TypedRow row, IndicatorColumns at, ref string name)
        {
            if (at.Combined) return Split(ref name);
            var (level1, level2) = (at.Level1Name ?? Cell(row, at.Level1), Cell(row, at.Level2));
            bool cut = _before is not null && _before.Page != row.Page || _before is not null && Cell(_before, at.Level1) is null;
            if (at.Level1 >= 0 && level1 is null && cut) (level1, level2) = (_levels.Level1, level2 ?? _levels.Level2);
            _levels = (level1, level2);
            return (level1, level2);
        }

        // 产出指标数量指标培训工作完成率
        private static (string?, string?) Split(ref string name)
        {
            var words = IndicatorWords.Default;
            var text = name;
            var level1 = words.Level1Names.FirstOrDefault(n => text.StartsWith(n, StringComparison.Ordinal));
            if (level1 is null) return (null, null);
            text = text[level1.Length..];
            var level2 = words.Level2Names.FirstOrDefault(n => text.StartsWith(n, StringComparison.Ordinal));
            if (level2 is not null) text = text[level2.Length..];
            if (text.Length > 0) name = text;
            return (level1, level2);
        }

        private static string? Cell(TypedRow row, int column) => column >= 0 && row.Cells[column] is { Length: > 0 } text ? text : null;

        // 项目名称 | 政务基础设施运行维护资金
        private static (string? Code, string? Name)? Project(ImmutableArray<string> cells)
        {
            int field = 0;
            while (field < cells.Length && !IndicatorWords.Default.IsProjectField(cells[field])) field++;
            var value = cells.Skip(field + 1).FirstOrDefault(c => c.Length > 0);
            if (value is null) return null;
            return CodeText.Split(value) is (string code, string name) && CodeText.Classify(code) == CodeSystem.Project ? (code, name) : (null, value);
        }
    }
}
