using System.Collections.Immutable;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>One way to understand which rows a total row adds up; <c>Name</c> is declared in the rule.</summary>
internal sealed record Reading(string Name, ImmutableArray<int> Rows);

/// <summary>How often one reading held over the columns of a panel.</summary>
internal readonly record struct Tally(int Holds, int Fails, bool IsMultiple, int Factor);

/// <summary>Chooses among the readings of a total row by what is printed, and writes its checks.</summary>
internal static class Readings
{
    /// <summary>The readings with at least one row, each set of rows once, in declared order.</summary>
    public static List<Reading> Distinct(IEnumerable<Reading> declared)
    {
        var kept = new List<Reading>();
        foreach (var reading in declared)
            if (reading.Rows.Length > 0 && !kept.Any(k => k.Rows.SequenceEqual(reading.Rows))) kept.Add(reading);
        return kept;
    }

    /// <summary>The reading that holds in most columns, the first declared among equals.</summary>
    public static (Reading Best, Tally Tally) Choose(TableIndex table, int total, ImmutableArray<int> columns, List<Reading> readings)
    {
        var best = (readings[0], TallyOf(table, total, columns, readings[0]));
        foreach (var reading in readings.Skip(1))
            if (TallyOf(table, total, columns, reading) is var tally && tally.Holds > best.Item2.Holds) best = (reading, tally);
        return best;
    }

    public static ImmutableArray<Term> Terms(Reading reading, int column)
    {
        var terms = ImmutableArray.CreateBuilder<Term>(reading.Rows.Length);
        foreach (int row in reading.Rows) terms.Add(new Term(row, column));
        return terms.MoveToImmutable();
    }

    /// <summary>One check a column.</summary>
    public static void Emit(Rule rule, TableIndex table, int total, ImmutableArray<int> columns, Reading reading, bool isFirst, CheckLog log, Leftovers leftovers)
    {
        foreach (int column in columns)
        {
            var at = new Term(total, column);
            var terms = Terms(reading, column);
            var result = SumTest.Of(table, at, terms);
            if (result.State is SumState.Compared or SumState.Unreadable) log.Sum(rule, table, at, terms, result, byRow: false, isFirst ? null : reading.Name);
            else leftovers.Add(at, result.State);
        }
    }

    private static Tally TallyOf(TableIndex table, int total, ImmutableArray<int> columns, Reading reading)
    {
        int holds = 0, fails = 0, factor = 0;
        bool multiple = true;
        foreach (int column in columns)
        {
            var result = SumTest.Of(table, new Term(total, column), Terms(reading, column));
            // 0.00 = 0.00 + 0.00 says nothing about the reading.
            if (result.Holds && result.Actual != 0) holds++;
            if (!result.Fails) continue;
            fails++;
            // Rows of two or three levels side by side add up to two or three times the total.
            int times = result.Actual == 0 ? 0 : (int)Math.Clamp(Math.Round(result.Expected / result.Actual), 0, 9);
            if (Math.Abs(result.Expected - times * result.Actual) > times * result.Tolerance) times = 0;
            multiple &= times > 1 && (factor == 0 || factor == times);
            factor = times;
        }
        return new Tally(holds, fails, multiple && fails > 0 && holds == 0, factor);
    }
}

/// <summary>Totals that gave no check, gathered so that the log names each kind once a panel.</summary>
internal sealed class Leftovers
{
    private readonly Dictionary<SumState, (Term First, int Count)> _seen = [];

    public void Add(Term at, SumState state)
    {
        if (state == SumState.Blank) return;
        _seen[state] = _seen.TryGetValue(state, out var seen) ? (seen.First, seen.Count + 1) : (at, 1);
    }

    public void Write(Rule rule, TableIndex table, CheckLog log, bool byRow)
    {
        foreach (var (state, (first, count)) in _seen.OrderBy(e => e.Key))
        {
            var reason = state switch { SumState.NotBrokenDown => "not_broken_down", SumState.NoTotal => "no_total_printed", _ => "mixed_units" };
            log.NotApplicable(rule, table, first, reason, count, byRow: byRow);
        }
        _seen.Clear();
    }
}
