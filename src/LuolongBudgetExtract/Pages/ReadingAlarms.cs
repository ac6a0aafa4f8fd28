using UglyToad.PdfPig.Logging;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// Listens to PdfPig's log. What it warns of is either a glyph without meaning, counted apart, or damage: healthy documents
/// (3,788 real pages) give no line at all, and damaged copies that lose text silently nearly always do.
/// </summary>
internal sealed class ReadingAlarms : ILog
{
    private const int MostKept = 20;
    private readonly HashSet<(int Code, string Font)> _unmapped = [];
    private readonly List<string> _alarms = [];

    public IReadOnlyList<string> Alarms => _alarms;

    /// <summary>True when PdfPig said that the font does not tell what this code means.</summary>
    public bool IsUnmapped(string value, string font) =>
        _unmapped.Count > 0 && value.Length > 0 && _unmapped.Contains((value[0], font));

    public void Raise(string alarm)
    {
        if (_alarms.Count < MostKept && !_alarms.Contains(alarm)) _alarms.Add(alarm);
    }

    public void Debug(string message) { }

    public void Debug(string message, Exception ex) { }

    public void Warn(string message) => Take(message);

    public void Error(string message) => Take(message);

    public void Error(string message, Exception ex) => Take(message + " " + ex.Message);

    private void Take(string message)
    {
        // "We could not find the corresponding character with code 12266 in font /AAAAAA+UMingCN."
        const string unmapped = "corresponding character with code ";
        int at = message.IndexOf(unmapped, StringComparison.Ordinal);
        if (at >= 0)
        {
            var rest = message.AsSpan(at + unmapped.Length);
            int space = rest.IndexOf(' '), slash = rest.IndexOf('/');
            if (space > 0 && slash > 0 && int.TryParse(rest[..space], out var code))
            {
                _unmapped.Add(((char)code, rest[(slash + 1)..].TrimEnd('.').ToString()));
                return;
            }
        }
        Raise(message.Length > 200 ? message[..200] : message);
    }
}
