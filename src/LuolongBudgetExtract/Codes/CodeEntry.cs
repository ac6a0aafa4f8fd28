namespace LuolongBudgetExtract.Codes;

/// <summary>One entry of a classification as it was in force in some years.</summary>
/// <param name="Level">1 the class (类), 2 the section (款), 3 the item (项).</param>
/// <param name="Parent">Code of the parent entry; null for a class.</param>
/// <param name="Budget">Budget (fund) that a function code belongs to, e.g. 政府性基金预算; null for economic codes.</param>
/// <param name="ValidFrom">First fiscal year; null when not known to start.</param>
/// <param name="ValidTo">Last fiscal year; null when still in force.</param>
public sealed record CodeEntry(string Code, string Name, int Level, string? Parent, string? Budget, int? ValidFrom, int? ValidTo)
{
    /// <summary>A null year fits every entry.</summary>
    public bool InForce(int? year) => year is not { } y || ((ValidFrom ?? y) <= y && y <= (ValidTo ?? y));
}
