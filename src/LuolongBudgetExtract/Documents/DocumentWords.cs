using System.Text.Json;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Documents;

/// <summary>The words of models/documents.json by which a document says what it is.</summary>
internal sealed record DocumentWords(
    string Comment, string[] Government, string[] Unless, string[] Department, string[] Unit, string[] DepartmentFields, string[] NotInNames)
{
    public static DocumentWords Default { get; } = Read();

    /// <summary>Whose money a folded title tells of; null when its words do not say.</summary>
    public Scope? ScopeOf(string text) =>
        AnyIn(Unit, text) ? Scope.Unit
        : AnyIn(Department, text) ? Scope.Department
        : AnyIn(Government, text) && !AnyIn(Unless, text) ? Scope.Government
        : null;

    /// <summary>汇总 or 本级 in the name of an organisation; null without.</summary>
    public Scope? ScopeOfName(string text) => ScopeOf(text) is var scope && scope == Scope.Government ? null : scope;

    public static bool AnyIn(string[] words, string text)
    {
        foreach (var word in words)
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static DocumentWords Read()
    {
        using var stream = ModelFile.Open("documents.json");
        return JsonSerializer.Deserialize<DocumentWords>(stream, ModelFile.Json) ?? throw new JsonException("models/documents.json is empty.");
    }
}
