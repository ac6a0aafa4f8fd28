using System.Collections.Immutable;
using System.Text.Json;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Reads models/rules.json.</summary>
public static class RuleFile
{
    private static readonly Lazy<RuleSet> Own = new(() =>
    {
        using var stream = typeof(RuleFile).Assembly.GetManifestResourceStream("models/rules.json")
            ?? throw new FileNotFoundException("models/rules.json is not embedded in the library.", "rules.json");
        return Read(stream);
    });

    /// <summary>The rules that travel inside the library.</summary>
    public static RuleSet Embedded => Own.Value;

    /// <summary>Reads a rule file.</summary>
    /// <exception cref="JsonException">Not the shape of a rule file; the message names the key.</exception>
    public static RuleSet Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var outcomes = Member(root, "outcomes");
        var relations = ImmutableDictionary.CreateBuilder<CheckOutcome, string>();
        foreach (var entry in Member(outcomes, "relation").EnumerateObject()) relations[Enumerated<CheckOutcome>(entry.Name)] = entry.Value.GetString()!;
        var tails = ImmutableDictionary.CreateBuilder<CheckOutcome, Bilingual>();
        foreach (var entry in outcomes.EnumerateObject().Where(e => e.Name != "relation")) tails[Enumerated<CheckOutcome>(entry.Name)] = Both(entry.Value);
        return new RuleSet(
            [.. Member(root, "rules").EnumerateArray().Select(RuleOf)], relations.ToImmutable(), tails.ToImmutable(),
            Member(root, "reasons").EnumerateObject().ToImmutableDictionary(e => e.Name, e => Both(e.Value)),
            Member(root, "readings").EnumerateObject().ToImmutableDictionary(e => e.Name, e => Both(e.Value)));
    }

    private static Rule RuleOf(JsonElement rule) => new(
        Text(rule, "id"), Text(rule, "kind"), Text(rule, "compute"), Text(rule, "source"), Words(Member(rule, "forms")),
        Enumerated<Severity>(Text(rule, "severity")), rule.TryGetProperty("severityOfOther", out var other) ? Enumerated<Severity>(other.GetString()!) : null,
        Text(rule, "precondition"), Text(rule, "zh"), Text(rule, "en"),
        [.. Member(rule, "terms").EnumerateObject().Select(t => new RuleTerm(t.Name, Words(t.Value)))]);

    private static Bilingual Both(JsonElement element) => new(Text(element, "zh"), Text(element, "en"));

    private static ImmutableArray<string> Words(JsonElement list) => [.. list.EnumerateArray().Select(w => w.GetString()!)];

    private static string Text(JsonElement element, string key) =>
        Member(element, key).GetString() ?? throw new JsonException($"rules.json: \"{key}\" must be a text.");

    private static JsonElement Member(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) ? value : throw new JsonException($"rules.json: \"{key}\" is missing in {element.GetRawText()[..Math.Min(80, element.GetRawText().Length)]}");

    private static T Enumerated<T>(string name) where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : throw new JsonException($"rules.json: \"{name}\" is none of {string.Join(", ", Enum.GetNames<T>())}.");
}
