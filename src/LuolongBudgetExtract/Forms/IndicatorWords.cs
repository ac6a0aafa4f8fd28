using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Forms;

/// <summary>What a column of performance indicators holds.</summary>
public enum IndicatorColumn { Level1, Level2, Level3, Combined, Comparator, Target, Unit, Explanation, Other }

/// <summary>Spellings of one comparator.</summary>
internal sealed record ComparatorWords(string[] Words, string Is);

/// <summary>The words of models/indicators.json: how 绩效目标表 of different places name the columns of their indicators.</summary>
internal sealed class IndicatorWords
{
    private static readonly char[] Trailing = ['(', ':'];

    private readonly FrozenDictionary<string, IndicatorColumn> _columns;
    private readonly FrozenSet<string> _blockStarts;
    private readonly FrozenSet<string> _projectFields;
    private readonly FrozenSet<string> _ownerFields;
    private readonly FrozenSet<string> _superiorFields;

    private IndicatorWords(WordsFile file)
    {
        _columns = file.Columns.SelectMany(c => c.Value.Select(w => (Word: w, Column: Enum.Parse<IndicatorColumn>(c.Key, ignoreCase: true)))).ToFrozenDictionary(c => c.Word, c => c.Column);
        _blockStarts = file.BlockStarts.ToFrozenSet();
        _projectFields = file.ProjectFields.ToFrozenSet();
        _ownerFields = file.OwnerFields.ToFrozenSet();
        _superiorFields = file.SuperiorFields.ToFrozenSet();
        Level1Names = [.. file.Level1Names.OrderByDescending(n => n.Length)];
        Level2Names = [.. file.Level2Names.OrderByDescending(n => n.Length)];
        Comparators = [.. file.Comparators];
    }

    public static IndicatorWords Default { get; } = Read();

    public ImmutableArray<string> Level1Names { get; }
    public ImmutableArray<string> Level2Names { get; }
    public ImmutableArray<ComparatorWords> Comparators { get; }

    /// <summary>The role of a column by its header; null when the header is none of an indicator's.</summary>
    public IndicatorColumn? ColumnOf(string header) => !MayBeName(header) ? null : _columns.TryGetValue(Name(header), out var column) ? column : null;

    /// <summary>Does a row of these cells name the columns of indicators?</summary>
    public bool IsHeader(IReadOnlyList<string> cells)
    {
        bool target = false, names = false;
        foreach (var cell in cells)
        {
            var role = ColumnOf(cell);
            target |= role is IndicatorColumn.Target;
            names |= role is IndicatorColumn.Level3 or IndicatorColumn.Combined or IndicatorColumn.Level1;
        }
        return target && names;
    }

    /// <summary>Does a row whose cells these are end a block of indicators?</summary>
    public bool IsBlockStart(IReadOnlyList<string> cells) => cells.Any(c => MayBeName(c) && _blockStarts.Contains(Name(c)));

    public bool IsProjectField(string cell) => MayBeName(cell) && _projectFields.Contains(Name(cell));

    /// <summary>实施单位, 预算单位: whose money a sheet of fields is.</summary>
    public bool IsOwnerField(string cell) => MayBeName(cell) && _ownerFields.Contains(Name(cell));

    /// <summary>主管部门: the department above the owner, and the owner itself where the sheet names no other.</summary>
    public bool IsSuperiorField(string cell) => MayBeName(cell) && _superiorFields.Contains(Name(cell));

    /// <summary>The name of a field that asks whose a sheet is, never the value of one.</summary>
    public bool IsHeadField(string cell) => IsProjectField(cell) || IsOwnerField(cell) || IsSuperiorField(cell);

    /// <summary>≥, 不低于, ＝ alone: what stands right of it is a target.</summary>
    public bool IsComparator(string cell) => cell.Length is > 0 and <= 10 && FoldedText.Of(cell) is var text && Comparators.Any(c => c.Words.Contains(text));

    // No name is longer or begins with a digit: most cells of a table need not be folded.
    private static bool MayBeName(string text) => text.Length is > 0 and <= 20 && !char.IsAsciiDigit(text[0]);

    // 分值权重（90分）, 项目资金（万元）, 年度资金总额：
    private static string Name(string text)
    {
        var name = FoldedText.Of(text);
        if (name.EndsWith(')') && name.LastIndexOfAny(Trailing) is > 0 and var at && name[at] == '(' && !name.Contains("单位)", StringComparison.Ordinal) && !name.Contains("项目)", StringComparison.Ordinal)) name = name[..at];
        return name.TrimEnd(':');
    }

    private static IndicatorWords Read()
    {
        using var stream = ModelFile.Open("indicators.json");
        return new IndicatorWords(JsonSerializer.Deserialize<WordsFile>(stream, ModelFile.Json) ?? throw new JsonException("models/indicators.json is empty."));
    }

    private sealed record WordsFile(
        string Comment, Dictionary<string, string[]> Columns, string[] BlockStarts, string[] ProjectFields, string[] OwnerFields, string[] SuperiorFields, string[] Level1Names, string[] Level2Names,
        ComparatorWords[] Comparators);
}
