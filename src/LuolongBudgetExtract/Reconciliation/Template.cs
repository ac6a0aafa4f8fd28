using System.Text;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>Message templates of rules.json.</summary>
internal static class Template
{
    /// <summary>What a message prints for a figure that is not there.</summary>
    public const string Nothing = "—";

    /// <summary>Replaces each {name}; a name without a value stays as it is.</summary>
    public static string Fill(string template, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (!template.Contains('{')) return template;
        var filled = new StringBuilder(template);
        foreach (var (name, value) in values) filled.Replace($"{{{name}}}", value);
        return filled.ToString();
    }
}
