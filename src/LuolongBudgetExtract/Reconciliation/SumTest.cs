using System.Collections.Immutable;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>A cell that takes part in a sum: row position, column index, +1 or −1.</summary>
internal readonly record struct Term(int Row, int Column, int Sign = 1);

/// <summary>How a printed total compares with its parts.</summary>
internal enum SumState
{
    /// <summary>Nothing printed, or only blanks and zeros: no check.</summary>
    Blank,

    /// <summary>Compared; see the numbers.</summary>
    Compared,

    /// <summary>A total without any printed part.</summary>
    NotBrokenDown,

    /// <summary>Parts without a printed total.</summary>
    NoTotal,

    /// <summary>One operand is printed, but was not read.</summary>
    Unreadable,

    /// <summary>Operands in different units.</summary>
    MixedUnits,
}

/// <summary>The numbers of one sum; <c>Outcome</c> means something only when compared.</summary>
internal readonly record struct SumResult(
    SumState State, CheckOutcome Outcome = default, decimal Expected = 0, decimal Actual = 0, decimal Difference = 0, decimal Tolerance = 0)
{
    public bool Holds => State == SumState.Compared && Outcome != CheckOutcome.Inconsistent;
    public bool Fails => State == SumState.Compared && Outcome == CheckOutcome.Inconsistent;
}

/// <summary>One sum: total cell = Σ sign · part. A blank part counts as zero.</summary>
internal static class SumTest
{
    public static SumResult Of(TableIndex table, Term total, ImmutableArray<Term> parts)
    {
        var printed = table.At(total.Row, total.Column);
        if (table.IsUnreadable(total.Row, total.Column)) return new SumResult(SumState.Unreadable);
        int finest = printed?.Decimals ?? 0, count = 0;
        decimal expected = 0;
        bool units = true;
        foreach (var part in parts)
        {
            if (table.IsUnreadable(part.Row, part.Column)) return new SumResult(SumState.Unreadable);
            if (table.At(part.Row, part.Column) is not { } amount) continue;
            count++;
            expected += part.Sign * amount.Value;
            finest = Math.Max(finest, amount.Decimals);
            units &= printed is null || amount.Unit == printed.Unit;
        }
        if (count == 0) return new SumResult(printed is null || printed.Value == 0 ? SumState.Blank : SumState.NotBrokenDown);
        if (printed is null) return new SumResult(expected == 0 ? SumState.Blank : SumState.NoTotal, Expected: expected);
        if (!units) return new SumResult(SumState.MixedUnits);
        decimal tolerance = Interval.Half(printed, finest);
        foreach (var part in parts)
            if (table.At(part.Row, part.Column) is { } amount) tolerance += Interval.Half(amount, finest);
        var difference = printed.Value - expected;
        return new SumResult(SumState.Compared, Interval.Compare(difference, tolerance), expected, printed.Value, difference, tolerance);
    }

    /// <summary>The first operand that is printed but was not read.</summary>
    public static Term Unreadable(TableIndex table, Term total, ImmutableArray<Term> parts) =>
        table.IsUnreadable(total.Row, total.Column) ? total : parts.First(p => table.IsUnreadable(p.Row, p.Column));
}
