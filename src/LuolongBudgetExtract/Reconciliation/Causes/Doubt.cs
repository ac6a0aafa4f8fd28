using System.Globalization;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation.Causes;

/// <summary>
/// Self-defence: a failed identity is the document's error or ours. Says where another reading of the same glyphs would make it hold; the
/// dataset keeps what is printed where it is printed.
/// </summary>
internal static class Doubt
{
    /// <summary>Reason id of the suspicion that the figure itself was misread, or null.</summary>
    /// <param name="needed">The value that would make the checks hold.</param>
    public static string? Of(Amount amount, decimal needed)
    {
        if (amount.RawText.Trim().Any(char.IsWhiteSpace)) return "doubt_digit_group";
        string printed = Digits(amount.Value), wanted = Digits(needed);
        if (printed == wanted || amount.Value == 0 || needed == 0) return null;
        // The needed number with digits cut off at one end, or with the point elsewhere.
        return wanted.EndsWith(printed, StringComparison.Ordinal) || wanted.StartsWith(printed, StringComparison.Ordinal)
            || printed.EndsWith(wanted, StringComparison.Ordinal) || printed.StartsWith(wanted, StringComparison.Ordinal) ? "doubt_cut_digits" : null;
    }

    private static string Digits(decimal value) =>
        Math.Abs(value).ToString("0.00##########", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);
}
