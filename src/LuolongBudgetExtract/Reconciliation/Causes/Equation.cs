using System.Collections.Immutable;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Causes;

/// <summary>A printed cell.</summary>
internal readonly record struct Cell(int Table, int Row, int Column);

/// <summary>A compared sum as an equation in 元: Σ coefficient · cell = difference, which should be nothing.</summary>
/// <param name="Index">Position of the check in the log.</param>
internal sealed record Equation(int Index, Check Check, ImmutableArray<(Cell Cell, int Coefficient)> Terms, decimal Difference, decimal Tolerance)
{
    public bool Fails => Check.Outcome == CheckOutcome.Inconsistent;

    /// <summary>True when the equation holds once <paramref name="cell"/> is <paramref name="change"/> larger.</summary>
    public bool HoldsWith(Cell cell, decimal change) =>
        Math.Abs(Difference + Terms.Where(t => t.Cell == cell).Sum(t => t.Coefficient) * change) <= Tolerance;

    /// <summary>The equations among some checks: those that compare sums of printed amounts.</summary>
    public static List<Equation> Of(ImmutableArray<Check> checks, ImmutableArray<TypedTable> tables)
    {
        var factors = tables.ToDictionary(t => t.Number, t => Yuan.Of(1, t.Amounts.FirstOrDefault()?.Unit ?? t.Unit) ?? 1);
        var equations = new List<Equation>();
        for (int i = 0; i < checks.Length; i++)
        {
            if (checks[i] is not { Difference: { } difference, Tolerance: { } tolerance, Operands: { IsEmpty: false } operands } check || operands[0].Table is not { } first) continue;
            // Equal amounts under different names are no equation.
            if (check.Outcome == CheckOutcome.Inconsistent && difference == 0) continue;
            // Between tables the sign tells the side; inside one the first operand is the total, the others its parts.
            bool sided = check.Tables.Length > 1;
            var terms = operands.Select((o, at) => (o, Coefficient: sided || at == 0 ? o.Sign : -o.Sign)).Where(t => t.o is { Table: not null, Row: not null, Column: not null })
                .Select(t => (new Cell(t.o.Table!.Value, t.o.Row!.Value, t.o.Column!.Value), t.Coefficient)).ToImmutableArray();
            equations.Add(new Equation(i, check, terms, difference * factors[first], Math.Max(tolerance * factors[first], 0.0001m)));
        }
        return equations;
    }
}
