using System.Collections.Immutable;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Narrative;

/// <summary>Reads the figures of paragraph after paragraph and ties each to what it is of and what it is measured against.</summary>
internal sealed class PassageReader(NarrativeScope scope)
{
    private readonly Headings _headings = new(scope);
    private readonly StatementList _list = new();
    // Where the figures of the paragraph begin, and how many statements stood before each.
    private readonly List<(int Start, int Before)> _placed = [];
    private string? _department;
    private int? _baseYear;
    // What the paragraph says it breaks down: 本年收入的具体构成为.
    private string _composed = "";

    public ImmutableArray<Statement> Statements => _list.Done();

    public void Read(Paragraph paragraph)
    {
        var text = paragraph.Text;
        var before = _headings.Section;
        int at = _headings.Take(paragraph);
        if (!ReferenceEquals(before, _headings.Section) || at == text.Length) _list.BeginPassage();
        _list.BeginParagraph();
        _placed.Clear();
        (_baseYear, _composed) = (null, "");
        _department = _headings.Open.Count > 0 && _headings.Open[^1].Reading.Department is { } named ? named : _department;
        while (at < text.Length)
        {
            int stop = text.AsSpan(at).IndexOfAny("。;!");
            int end = stop < 0 ? text.Length : at + stop;
            _list.BeginSegment(at == 0 || text[at - 1] != ';');
            if (end > at) new SegmentReader(this, paragraph, at, end).Read();
            at = end + 1;
        }
    }

    /// <summary>One sentence or part of one up to a semicolon.</summary>
    private sealed class SegmentReader(PassageReader passage, Paragraph paragraph, int from, int to)
    {
        private readonly string _text = paragraph.Text;
        private readonly StatementList _list = passage._list;
        private readonly int _firstOfSegment = passage._list.Count;
        private (int Number, Meaning Meaning)? _counted;

        public void Read()
        {
            var figures = Figures.Of(_text, from, to);
            if (NarrativeModel.Composed.Match(_text, from, to - from) is { Success: true } composed) passage._composed = composed.Groups["of"].Value;
            if (figures.Count == 0) passage._headings.TakeInline(paragraph, from, to, IsOpen(to + 1));
            int at = from;
            for (int i = 0; i < figures.Count; i++)
            {
                var gap = _text[at..figures[i].Start];
                Between(gap, at);
                var after = _text[figures[i].End..(i + 1 < figures.Count ? figures[i + 1].Start : to)];
                passage._placed.Add((figures[i].Start, _list.Count));
                Place(figures[i], gap, after, opens: i == 0);
                at = figures[i].End;
            }
            Between(_text[at..to], at);
            if (NarrativeModel.Reason.Match(_text[from..to]) is { Success: true } reason) _list.Explain(reason.Groups["why"].Value, _firstOfSegment);
        }

        // True when the first figure behind that place has no thing of its own: 年初预算为20.00万元.
        private bool IsOpen(int at)
        {
            int end = at < _text.Length ? _text.AsSpan(at).IndexOfAny("。;!") : -1;
            return at < _text.Length && Figures.Of(_text, at, end < 0 ? _text.Length : at + end) is [var first, ..]
                && SubjectReading.Of(LastClause(_text[at..first.Start]), passage.Scope, null) is { Understood: true, Names: false };
        }

        private void Place(Figure figure, string gap, string after, bool opens)
        {
            var clause = LastClause(gap);
            var bare = NarrativeModel.Comparison.Replace(clause, "");
            var change = NarrativeModel.ChangeWord.Match(bare);
            if (figure.IsPercent) Percent(figure, gap, clause, after, change.Success ? DirectionOf(change) : null);
            else if (!figure.IsMoney) AddCount(figure, clause, opens);
            else if (change.Success) AddChange(figure, gap, change);
            else if (bare != clause && (bare.Trim('为', '数', '额', '的').Length == 0 || NarrativeModel.ChangeStart.IsMatch(after)))
                Add(figure, StatementKind.Base, clause, _list.LastLevel is { } last ? Same(last) : Resolve("", opens), _list.LastLevelNumber is { } of ? [of] : []);
            else
            {
                var subject = Subject(gap, clause);
                int before = BeforeBracket(gap, figure.Start) ?? _list.Count;
                if (opens && (subject.StartsWith("其中", StringComparison.Ordinal) || gap.StartsWith("其中", StringComparison.Ordinal) || gap.StartsWith("包括", StringComparison.Ordinal))) _list.MakeWhole();
                Add(figure, StatementKind.Level, subject, Level(subject, opens, before));
                if (gap.StartsWith('、') || gap.StartsWith('和') || gap.StartsWith('及')) _list.MarkJoined();
                if (NarrativeModel.Aside.IsMatch(_text[from..figure.Start])) _list.MarkAside();
            }
            if (figure.IsMoney && !change.Success && NarrativeModel.Whole.IsMatch(after)) _list.MakeWhole();
        }

        // 团组3个，累计11人次: things are no money, whatever their words name; money that follows may be of the same.
        private void AddCount(Figure figure, string clause, bool opens)
        {
            var counted = Resolve(clause, opens);
            Add(figure, StatementKind.Count, clause, counted with { Measure = null, Fund = null });
            if (counted.Measure is not null) _counted = (_list.Count, counted);
        }

        private void AddChange(Figure figure, string gap, System.Text.RegularExpressions.Match change)
        {
            var way = DirectionOf(change);
            var rest = NarrativeModel.Comparison.Replace(gap.TrimStart(')'), ",");
            var subject = NarrativeModel.ChangeWord.Replace(LastClause(rest.TrimEnd(',')), "").Trim('各', '均', '共', '、');
            if (subject.Length == 0) subject = LastClause(NarrativeModel.ChangeWord.Replace(rest, "").Trim(',', '各'));
            var own = SubjectReading.Of(subject, scope: passage.Scope, passage._headings.Section?.Measure);
            bool implied = subject.Length == 0 || own is { Understood: true, Says: false };
            var (meaning, of, alone) = implied ? Implied(subject, gap, figure.Start, way == Change.Increase ? figure : null) : Alike(Resolve(subject, opens: false), false);
            Add(figure, StatementKind.Change, subject, meaning, of, way, named: alone);
        }

        private void Percent(Figure figure, string gap, string clause, string after, Change? direction)
        {
            int last = BeforeBracket(gap, figure.Start) ?? _list.Count;
            int? attach = last > _firstOfSegment ? last - 1 : null;
            if (NarrativeModel.Completion.IsMatch(clause))
            {
                var budget = _list.LastBudget(clause, _list.LastLevel);
                _list.Percent(attach, figure, PercentKind.Completion, null, budget is { } b ? [b] : [], true, () => Add(figure, StatementKind.Percent, clause, Resolve("", false)));
            }
            else if (direction is { } way && !NarrativeModel.OtherRate.IsMatch(clause))
            {
                if (_list.TakesRate(attach, way)) _list.Percent(attach, figure, PercentKind.Rate, way, [], false, () => { });
                else AddRate(figure, gap, way);
            }
            else
            {
                var share = NarrativeModel.Share.Match(clause);
                var of = share.Groups["of"].Value;
                if (of.Length == 0 && after.StartsWith("(占", StringComparison.Ordinal)) of = after[2..].Split(')')[0].Replace("的比重", "", StringComparison.Ordinal);
                if (of.Length == 0) of = passage._composed;
                var whole = SubjectReading.Of(of, passage.Scope, passage._headings.Section?.Measure);
                var named = of.Length > 0 && whole is { Understood: true, Says: true } ? Meaning.Of(whole, passage._headings, null) : null;
                var wholes = of.Length > 0 && named is null ? [] : _list.Wholes(named);
                _list.Percent(share.Success ? attach : null, figure, share.Success ? PercentKind.Share : null, null, wholes, named is not null || of.Length == 0 && _list.HasWhole,
                    () => Add(figure, StatementKind.Percent, clause, Resolve("", false)),
                    named is null ? null : new NamedWhole(of, named.Measure, whole.Fund, named.Side, named.Period, named.Item, named.Code));
            }
        }

        // 财政拨款收入 10 万元(其中:…, 国有资本经营预算 0.00 万元), 占 97.62%: the share is of what stands before the bracket.
        private int? BeforeBracket(string gap, int at)
        {
            if (!gap.StartsWith(')')) return null;
            int open = at - gap.Length;
            for (int depth = 1; depth > 0 && --open >= 0;) depth += _text[open] switch { ')' => 1, '(' => -1, _ => 0 };
            return open < 0 || passage._placed.FindIndex(p => p.Start > open) is not (>= 0 and var first) ? null : passage._placed[first].Before;
        }

        private void AddRate(Figure figure, string gap, Change way)
        {
            var subject = LastClause(NarrativeModel.ChangeWord.Replace(NarrativeModel.Comparison.Replace(gap.TrimStart(')'), ",").TrimEnd(','), "").Trim(','));
            bool implied = SubjectReading.Of(subject, passage.Scope, null) is { Understood: true, Says: false };
            var (meaning, of, alone) = implied ? Implied(subject, gap, figure.Start, null) : Alike(Resolve(subject, false), false);
            Add(figure, StatementKind.Change, subject, meaning, of, way, PercentKind.Rate, alone);
        }

        private (Meaning Meaning, ImmutableArray<int> Of, bool Alone) Alike(Meaning meaning, bool sameParagraphOnly) =>
            _list.Like(meaning, sameParagraphOnly) is { } n ? (meaning, [n], true) : (meaning, [], false);

        // A change without words of its own: what it is of, where the text settles that, and what else it may be measured against.
        private (Meaning Meaning, ImmutableArray<int> Of, bool Alone) Implied(string subject, string gap, int at, Figure? rise)
        {
            var (levels, alone) = _list.Changed(_firstOfSegment);
            if (levels.IsEmpty) return (Resolve(subject, opens: false), [], false);
            if (BeforeBracket(gap, at) is { } before && _list.LevelAt(before) is { } whole) return (Same(whole), [whole.Number], true);
            return ImpliedChange.Of(_list, gap.StartsWith(','), rise) is { } of ? (Same(of), [of.Number, .. levels.Where(n => n != of.Number)], alone && of.Number == levels[0]) : (Meaning.Open, levels, false);
        }

        // 检察（款）：2018年预算支出合计, 上年：25.77万元: the item, or all that is said, stands before the colon.
        private static string Subject(string gap, string clause)
        {
            if (clause.Length == 0) clause = LastClause(gap.TrimEnd(':'));
            var head = gap[..^clause.Length].TrimEnd(':');
            return (gap.Length > clause.Length && head.EndsWith(')') && Items.IsLevel(head) ? LastClause(head) + clause : clause).TrimStart('、', '和', '及');
        }

        // What is said between two figures: the year of comparison, "as last year", "there is none".
        private void Between(string gap, int at)
        {
            if (gap.Length == 0) return;
            var comparison = NarrativeModel.Comparison.Match(gap);
            if (comparison.Success)
                passage._baseYear = comparison.Groups["year"].Success ? int.Parse(comparison.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : passage.Scope.FiscalYear - 1;
            var unchanged = NarrativeModel.Unchanged.Match(gap);
            if (unchanged.Success || passage._baseYear is not null && (unchanged = NarrativeModel.UnchangedWord.Match(gap)).Success)
            {
                var subject = LastClause(NarrativeModel.Comparison.Replace(gap[..unchanged.Index].TrimStart(')'), ",").Trim(','));
                var own = SubjectReading.Of(subject, passage.Scope, passage._headings.Section?.Measure);
                var (meaning, of, _) = own is { Understood: true, Says: false } ? Implied(subject, gap, at + gap.Length, null) : Alike(Resolve(subject, false), true);
                if (ReferenceEquals(meaning, Meaning.Open)) of = [];
                Add(new Figure(at + unchanged.Index, at + unchanged.Index + unchanged.Length, 0, 0, ""), StatementKind.Change, subject, meaning, of.Length > 0 ? [of[0]] : [], Change.Unchanged, named: of.Length > 0);
            }
            // A passage that says nothing but 无 speaks of what its heading names.
            if (gap is "无" && passage._headings.Section is { Forms.Length: > 0 } section)
                Add(new Figure(at, at + 1, 0, 0, ""), StatementKind.None, gap, new Meaning(passage._headings.IsClear, section.Measure, section.Fund, section.Side, null, null, null));
            int start = 0;
            foreach (var part in gap.Split(',', ':'))
            {
                var none = NarrativeModel.None.Match(part.Trim('(', ')'));
                if (none.Success && SubjectReading.Of(none.Groups["what"].Value, passage.Scope, null) is { Understood: true, Says: true } what && (what.Fund is not null || what.Measure is not null))
                    Add(new Figure(at + start + none.Index, at + start + none.Index + none.Length, 0, 0, ""), StatementKind.None, part, new Meaning(true, what.Measure, what.Fund, what.Side, what.Period, what.Item, what.Code));
                start += part.Length + 1;
            }
        }

        private Meaning Level(string subject, bool opens, int before)
        {
            var resolved = Resolve(subject, opens);
            var own = SubjectReading.Of(subject.TrimStart('、'), passage.Scope, passage._headings.Section?.Measure);
            if (own is not { Understood: true, Names: false }) return resolved;
            var last = opens ? null : _list.LevelAt(before);
            // 国内公务接待30批次，共计支出3.50万元: what was counted last is nearer.
            return _counted?.Number > (last?.Number ?? 0) ? resolved : Continuation.Of(own, resolved, last, _list.OfSentence());
        }

        private Meaning Resolve(string subject, bool opens)
        {
            var reading = SubjectReading.Of(subject.TrimStart('、'), passage.Scope, _list.Whole?.Measure ?? passage._headings.Section?.Measure);
            if (reading.Department is { } named) passage._department = named;
            // 国内公务接待30批次，280人次，共计支出3.50万元: what is counted is also what the money is of.
            if (!opens && reading is { Understood: true, Measure: null, Fund: null, Item: null, Code: null } && _counted is { } counted) return counted.Meaning;
            return Meaning.Of(reading, passage._headings, opens && !subject.StartsWith("其中", StringComparison.Ordinal) && reading.Department is not null ? null : _list.Whole,
                opens && _list.LastLevel is null);
        }

        private static Meaning Same(Statement s) =>
            new(s.Sense.Understood, s.Measure, s.Fund, s.Sense.Side, s.Sense.Period, s.Sense.Item, s.Sense.Code);

        private void Add(Figure f, StatementKind kind, string subject, Meaning meaning, ImmutableArray<int>? of = null, Change? change = null, PercentKind? percent = null, bool named = false)
        {
            subject = subject.TrimStart('、', '和', '及');
            if (subject.Length == 0 && of is [var first, ..] && !ReferenceEquals(meaning, Meaning.Open)) subject = _list[first].Subject;
            bool number = f.Unit.Length > 0 && !f.IsPercent;
            int page = paragraph.PageOf(f.Start);
            _list.Add(new Statement(
                _list.Count + 1, page, passage._headings.Path, paragraph.PrintedOf(from, Math.Min(to + 1, _text.Length)), Printed(subject, f.Start), meaning.Measure, meaning.Fund,
                number ? f.Value : null, number ? f.Unit : null, number ? f.Decimals : null, f.IsPercent ? f.Value : null, change,
                change is null && kind != StatementKind.Base ? null : passage._baseYear, paragraph.BoxOf(from, Math.Min(to + 1, _text.Length), page),
                new StatementSense(kind, meaning.Understood, meaning.Side, meaning.Period, meaning.Item, meaning.Code, passage._department,
                    [.. passage._headings.Section?.Forms ?? []], of ?? [], percent, f.IsPercent ? f.Decimals : 0, null, named, null)));
        }

        // The words of the subject as printed; they stand somewhere before the figure.
        private string Printed(string subject, int before)
        {
            int at = subject.Length == 0 ? -1 : _text.LastIndexOf(subject, Math.Max(0, before - 1), Math.Max(0, before - from), StringComparison.Ordinal);
            return at < 0 ? subject : paragraph.PrintedOf(at, at + subject.Length);
        }

        private static Change DirectionOf(System.Text.RegularExpressions.Match change) => change.Groups["up"].Success ? Change.Increase : Change.Decrease;

        private static string LastClause(string gap)
        {
            int at = gap.AsSpan().LastIndexOfAny(",:");
            return Headings.WithoutNumber(at < 0 ? gap : gap[(at + 1)..]);
        }
    }

    private NarrativeScope Scope { get; } = scope;
}
