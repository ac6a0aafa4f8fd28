namespace LuolongBudgetExtract.Forms;

/// <summary>A measure with the parts that words of its path add to it, in whatever order they are printed: 新增, 一般债务 and 限额 give debt.limit.general.new.</summary>
internal sealed class RefinedMeasure
{
    private readonly SortedList<int, string> _parts = [];
    private string? _of;
    private bool _twice;

    public void Take(HeaderWord word)
    {
        if (word.Of is null) return;
        _of = word.Of;
        if (word.Adds is not { } part) return;
        // 一般债务 over 一般债券 is told more exactly below; 一般债务 with 专项债务 is neither.
        _twice |= _parts.TryGetValue(word.Rank, out var said) && !part.StartsWith(said, StringComparison.Ordinal);
        _parts[word.Rank] = part;
    }

    /// <param name="measure">What the path names, or the form.</param>
    /// <param name="refined">Null when a word asks for a measure that is not named, or two are of one kind.</param>
    /// <returns>False when no word refines anything.</returns>
    public bool TryRefine(string? measure, out string? refined)
    {
        refined = _of is null || _twice || measure?.StartsWith(_of, StringComparison.Ordinal) != true ? null : string.Join('.', _parts.Values.Prepend(measure));
        return _of is not null;
    }
}
