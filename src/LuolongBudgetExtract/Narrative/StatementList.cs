using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Narrative;

/// <summary>The statements read so far, and which of them a next figure can refer to.</summary>
internal sealed class StatementList
{
    private readonly List<Statement> _all = [];
    private readonly HashSet<int> _asides = [];
    private readonly HashSet<int> _joined = [];
    private int _passage;
    private int _paragraph;
    private int _sentence;
    private int _sentenceBefore;
    private int _segment;
    private int? _whole;

    public int Count => _all.Count;

    public Statement this[int number] => _all[number - 1];

    public ImmutableArray<Statement> Done() => [.. _all];

    /// <summary>The nearest amount before, in the paragraph.</summary>
    public Statement? LastLevel => LastLevelNumber is { } n ? _all[n - 1] : null;

    public int? LastLevelNumber => Last(_paragraph, static _ => true);

    /// <summary>The nearest amount among the first <paramref name="count"/> statements, in the part of the sentence up to a semicolon;
    /// before a bracket, which may hold semicolons, in the paragraph.</summary>
    public Statement? LevelAt(int count)
    {
        for (int i = count - 1; i >= (count < _all.Count ? _paragraph : _segment); i--)
            if (IsLevel(i)) return _all[i];
        return null;
    }

    /// <summary>The amounts of the sentence so far, those that one of it is broken down into left out.</summary>
    public List<Statement> OfSentence() =>
        [.. _all.Skip(_sentence).Where(s => s.Sense.Kind == StatementKind.Level && !(_whole > _sentence && s.Number > _whole))];

    /// <summary>The amount that is being broken down.</summary>
    public Statement? Whole => _whole is { } n ? _all[n - 1] : null;

    public bool HasWhole => _whole is not null;

    /// <summary>After a heading: what stood above is no whole of what follows.</summary>
    public void BeginPassage() => (_passage, _whole) = (_all.Count, null);

    public void BeginParagraph() => _paragraph = _sentence = _sentenceBefore = _all.Count;

    /// <param name="sentence">It begins a sentence, and is not only what follows a semicolon.</param>
    public void BeginSegment(bool sentence)
    {
        if (sentence && _all.Count > _sentence) (_sentenceBefore, _sentence) = (_sentence, _all.Count);
        (_segment, OpensSentence) = (_all.Count, sentence);
    }

    /// <summary>No semicolon stands between the sentence's beginning and this place.</summary>
    public bool OpensSentence { get; private set; }

    /// <summary>The amount that is being broken down, when it stands in the paragraph and a part was the last amount; parts in a bracket end with it.</summary>
    public Statement? OpenWhole => _whole is { } n && n > _paragraph && LastLevelNumber is { } last && last > n && (_asides.Contains(last) || !_asides.Contains(n + 1)) ? _all[n - 1] : null;

    /// <summary>The amounts since the last semicolon or full stop.</summary>
    public List<Statement> OfSegment() => [.. _all.Skip(_segment).Where(s => s.Sense.Kind == StatementKind.Level)];

    /// <summary>True when one of the statements since that one is a change, of that one or of any.</summary>
    public bool HasChange(int since, bool ofIt) =>
        _all.Skip(since).Any(s => s.Sense.Kind == StatementKind.Change && (!ofIt || s.Sense.Of is [var of, ..] && of == since));

    /// <summary>It stands in the sentence before this one.</summary>
    public bool InSentenceBefore(Statement s) => s.Number > _sentenceBefore && s.Number <= _sentence;

    /// <summary>The last amount was joined to the one before (A 950万元、B 50万元).</summary>
    public void MarkJoined() => _joined.Add(_all.Count);

    public bool IsJoined(Statement s) => _joined.Contains(s.Number);

    public void Add(Statement statement) => _all.Add(statement);

    /// <summary>The last amount is the whole of what follows (其中, 包括).</summary>
    public void MakeWhole() => _whole = Last(_passage, s => !_asides.Contains(s.Number)) ?? _whole;

    /// <summary>The last figure stands in brackets: it is broken down by nothing.</summary>
    public void MarkAside() => _asides.Add(_all.Count);

    /// <summary>The amounts of the paragraph that a change without a subject can be of, the nearest first; alone when only one can be meant.</summary>
    public (ImmutableArray<int> Levels, bool Alone) Changed(int firstOfSegment)
    {
        var levels = Enumerable.Range(_paragraph, _all.Count - _paragraph).Where(IsLevel).Select(i => i + 1).Reverse().ToImmutableArray();
        int near = levels.Count(n => n > firstOfSegment);
        return (levels, near == 1 || near == 0 && levels.Length == 1);
    }

    /// <summary>The nearest amount with the same meaning.</summary>
    public int? Like(Meaning m, bool sameParagraphOnly) => !m.Understood ? null : Last(sameParagraphOnly ? _paragraph : _passage, s => Same(s, m)) ?? (sameParagraphOnly ? null : Last(0, s => Same(s, m)));

    /// <summary>The nearest budget that an outturn can be held against (完成年初预算的 …).</summary>
    public int? LastBudget(string words, Statement? of) => Last(_paragraph, s => IsBudgetOf(s, of) && s.Sense.Period is { } period && period.EndsWith("budget", StringComparison.Ordinal)
        && (!words.Contains("年初", StringComparison.Ordinal) || period.EndsWith("initial_budget", StringComparison.Ordinal))
        && (!words.Contains("全年", StringComparison.Ordinal) && !words.Contains("调整", StringComparison.Ordinal) || period.EndsWith("adjusted_budget", StringComparison.Ordinal)));

    /// <summary>Numbers of the amounts that a share can be of: the named one, the one being broken down, the first of the passage.</summary>
    /// <param name="named">What the sentence names (占本年支出合计的 …), of all funds or of that of the passage; when no amount has that meaning, no other is tried.</param>
    public ImmutableArray<int> Wholes(Meaning? named)
    {
        if (named is not null)
            return
            [
                .. Enumerable.Range(1, _all.Count).Reverse().Where(n => IsLevel(n - 1) && (Same(_all[n - 1], named) || Same(_all[n - 1], named with { Fund = null })))
                    .OrderBy(n => n > _passage ? 0 : 1).ThenBy(n => _asides.Contains(n) ? 1 : 0),
            ];
        var first = _all.FindIndex(_passage, s => s.Sense.Kind == StatementKind.Level);
        return [.. new[] { _whole, first < 0 ? null : first + 1 }.OfType<int>().Distinct()];
    }

    /// <summary>True when the statement at that place is a change without a percentage, in the same direction.</summary>
    public bool TakesRate(int? at, Change way) => at is { } i && _all[i] is { Percent: null, Sense.Kind: StatementKind.Change } s && s.Change == way;

    /// <summary>Adds a percentage to the amount that it belongs to, or as a statement of its own.</summary>
    public void Percent(int? at, Figure figure, PercentKind? kind, Change? way, ImmutableArray<int> of, bool named, Action own, NamedWhole? whole = null)
    {
        var wanted = kind == PercentKind.Rate ? StatementKind.Change : StatementKind.Level;
        if (at is { } i && _all[i] is { Percent: null } s && s.Sense.Kind == wanted)
            _all[i] = s with
            {
                Percent = figure.Value,
                Sense = s.Sense with
                {
                    PercentKind = kind, PercentDecimals = figure.Decimals, Named = kind == PercentKind.Rate ? s.Sense.Named : named, Whole = whole,
                    Of = kind == PercentKind.Rate ? s.Sense.Of : [.. of.Where(n => n != s.Number)],
                },
            };
        else
        {
            own();
            if (_all.Count > 0 && _all[^1] is { Sense.Kind: StatementKind.Percent } alone)
                _all[^1] = alone with { Change = way, Sense = alone.Sense with { PercentKind = kind, Named = named, Whole = whole, Of = [.. of.Where(n => n != alone.Number)] } };
        }
    }

    /// <summary>Gives the changes of the sentence (or the last one of the paragraph, when a sentence only gives the reason) their reason.</summary>
    public void Explain(string reason, int firstOfSegment)
    {
        bool any = false;
        for (int i = firstOfSegment; i < _all.Count; i++)
        {
            if (_all[i].Sense.Kind != StatementKind.Change) continue;
            _all[i] = _all[i] with { Sense = _all[i].Sense with { Reason = reason } };
            any = true;
        }
        for (int i = firstOfSegment - 1; !any && i >= _paragraph; i--)
        {
            if (_all[i].Sense.Kind != StatementKind.Change) continue;
            if (_all[i].Sense.Reason is null) _all[i] = _all[i] with { Sense = _all[i].Sense with { Reason = reason } };
            any = true;
        }
    }

    // The same thing, or the figure directly before: 全年预算数 3.00 万元，执行数 2.00 万元，完成预算的 66.67%.
    private static bool IsBudgetOf(Statement s, Statement? of) => of is not null
        && (s.Sense.Understood && of.Sense.Understood ? s.Measure == of.Measure && s.Fund == of.Fund && s.Sense.Item == of.Sense.Item : of.Sense.Item is null && s.Number == of.Number - 1 && s.Text == of.Text);

    private bool IsLevel(int i) => _all[i].Sense.Kind == StatementKind.Level;

    private int? Last(int from, Func<Statement, bool> fits)
    {
        for (int i = _all.Count - 1; i >= from; i--)
            if (IsLevel(i) && fits(_all[i])) return _all[i].Number;
        return null;
    }

    private static bool Same(Statement s, Meaning m) =>
        s.Sense.Understood && s.Measure == m.Measure && s.Fund == m.Fund && s.Sense.Item == m.Item && (s.Sense.Side == m.Side || s.Sense.Side is null || m.Side is null);
}
