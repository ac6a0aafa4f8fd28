using System.Collections.Immutable;

namespace LuolongBudgetExtract.Cli.Log;

/// <summary>One cause of a document with the check that shows it best.</summary>
/// <param name="Money">Largest difference in 元 that it makes; null where it is about no money.</param>
internal sealed record LoggedCause(string? CauseId, string Severity, int Checks, decimal? Money, string CheckId, int Page, string MessageZh, string MessageEn);

/// <summary>What the log says about one document.</summary>
/// <param name="Proven">Amounts whose checks all hold exactly or within rounding.</param>
/// <param name="Contradicted">Amounts that take part in a check of severity error that does not hold.</param>
/// <param name="Causes">In order of money, errors before warnings.</param>
internal sealed record DocumentFindings(
    string DocumentId, string SourceFile, string Grade, int Amounts, int Proven, int Unchecked, int Contradicted, ImmutableArray<LoggedCause> Causes)
{
    /// <summary>The documents of a log, one after another: the log holds the checks of a document together.</summary>
    public static IEnumerable<DocumentFindings> Of(LogFile log)
    {
        var documents = log.Documents();
        foreach (var group in Together(log.Checks()))
            yield return Of(documents.GetValueOrDefault(group[0].DocumentId) ?? new LoggedDocument(group[0].DocumentId, group[0].DocumentId, "?", 0), group);
    }

    private static IEnumerable<List<LoggedCheck>> Together(IEnumerable<LoggedCheck> checks)
    {
        var group = new List<LoggedCheck>();
        foreach (var check in checks)
        {
            if (group.Count > 0 && group[0].DocumentId != check.DocumentId)
            {
                yield return group;
                group = [];
            }
            group.Add(check);
        }
        if (group.Count > 0) yield return group;
    }

    private static DocumentFindings Of(LoggedDocument document, List<LoggedCheck> checks)
    {
        var (held, broken) = (new HashSet<string>(), new HashSet<string>());
        foreach (var check in checks.Where(c => c.Outcome is "exact" or "within_rounding" || c is { Outcome: "inconsistent", Severity: "error" }))
            foreach (var operand in check.Operands)
                if (operand.AmountId is { } id) (check.Outcome == "inconsistent" ? broken : held).Add(id);
        held.ExceptWith(broken);
        var causes = checks.Where(c => c.Outcome == "inconsistent").GroupBy(c => c.CauseId ?? c.CheckId).Select(g =>
        {
            // The largest difference shows a cause best.
            var first = g.OrderByDescending(c => c.Severity == "error").ThenByDescending(c => c.Money ?? 0).First();
            return new LoggedCause(first.CauseId, first.Severity, g.Count(), first.Money, first.CheckId, first.Page, first.MessageZh, first.MessageEn);
        }).OrderBy(c => c.Severity switch { "error" => 0, "warning" => 1, _ => 2 }).ThenByDescending(c => c.Money ?? 0).ToImmutableArray();
        return new DocumentFindings(document.DocumentId, document.SourceFile, document.Grade, document.Amounts, held.Count,
            Math.Max(0, document.Amounts - held.Count - broken.Count), broken.Count, causes);
    }
}
