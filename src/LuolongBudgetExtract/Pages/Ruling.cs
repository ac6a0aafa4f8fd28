namespace LuolongBudgetExtract.Pages;

/// <summary>A straight printed line, horizontal or vertical on the displayed page, merged from its fragments.</summary>
/// <param name="Horizontal">True for a horizontal ruling.</param>
/// <param name="Position">y of a horizontal ruling, x of a vertical one (points).</param>
/// <param name="Start">Smaller end along the line (points).</param>
/// <param name="End">Larger end along the line (points).</param>
public readonly record struct Ruling(bool Horizontal, double Position, double Start, double End)
{
    public double Length => End - Start;
}
