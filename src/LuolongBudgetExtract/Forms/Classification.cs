using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;

namespace LuolongBudgetExtract.Forms;

/// <summary>Decides by which classification the rows of a table are cut: title, then header words, then the codes or names themselves.</summary>
internal static class Classification
{
    public const string Function = "function";
    public const string Economic = "economic";

    /// <returns><see cref="Function"/>, <see cref="Economic"/>, or null when nothing tells or both stand on one row.</returns>
    public static string? Of(string title, string headers, ImmutableArray<string> stub) =>
        FromWords(title, out var said) || FromWords(headers, out said) ? said : FromCodes(stub);

    /// <summary>The same from the names of the rows alone.</summary>
    public static string? OfNames(ImmutableArray<string> labels) => FromCodes(labels);

    private static bool FromWords(string text, out string? classification)
    {
        var function = text.Contains("功能", StringComparison.Ordinal);
        var economic = text.Contains("经济分类", StringComparison.Ordinal) || text.Contains("经济科目", StringComparison.Ordinal);
        classification = (function, economic) switch { (true, false) => Function, (false, true) => Economic, _ => null };
        return function || economic;
    }

    private static string? FromCodes(ImmutableArray<string> stub)
    {
        var (function, economic) = (0, 0);
        foreach (var text in stub)
        {
            var (code, name) = CodeText.Split(text);
            switch (code is null ? null : CodeText.Classify(code))
            {
                case CodeSystem.Function:
                    function += 2;
                    break;
                case CodeSystem.DeptEcon or CodeSystem.GovEcon:
                    economic += 2;
                    break;
                case null when name is not null:
                    // A name is weaker evidence than a code: 其他支出 stands in every list.
                    function += CodeLists.Functions.Named(name).Length > 0 ? 1 : 0;
                    economic += CodeLists.DeptEcons.Named(name).Length > 0 || CodeLists.GovEcons.Named(name).Length > 0 ? 1 : 0;
                    break;
            }
        }

        return function > economic ? Function : economic > function ? Economic : null;
    }
}
