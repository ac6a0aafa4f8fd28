using System.CommandLine;
using System.Globalization;
using LuolongBudgetExtract.Cli.Log;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary><c>luolong explain CHECK [OUT]</c>: one check with its operands, and where to look.</summary>
internal static class ExplainVerb
{
    public static Command Build(Composition composition)
    {
        var command = new Command("explain", "Show one check with its figures, where they stand, and what the same cause explains");
        var check = new Argument<string>("check") { Description = "Its check_id, or <first digits of the document_id>/c<n> as reconcile prints it", HelpName = "CHECK" };
        var output = new Argument<string>("out") { Description = "Output folder of a run", HelpName = "OUT", DefaultValueFactory = _ => "out" };
        var json = new Option<bool>("--json") { Description = "Print the line of the log as it stands" };
        command.Add(check);
        command.Add(output);
        command.Add(json);
        command.SetAction((line, stop) => LogVerb.RunAsync(line, composition, line.GetValue(output)!, log =>
        {
            var wanted = line.GetValue(check)!;
            var found = log.Checks().Where(c => IsMeant(c.CheckId, wanted)).Take(2).ToList();
            if (found.Count != 1)
            {
                line.InvocationConfiguration.Error.WriteLine(found.Count == 0 ? $"luolong: no check {wanted} in the log" : $"luolong: {wanted} is the beginning of several checks");
                return ExitCode.Usage;
            }
            if (line.GetValue(json)) line.InvocationConfiguration.Output.WriteLine(found[0].Json);
            else
                foreach (var text in Lines(found[0], log)) line.InvocationConfiguration.Output.WriteLine(text);
            return ExitCode.Success;
        }, stop));
        return command;
    }

    private static bool IsMeant(string checkId, string wanted) =>
        checkId == wanted || (wanted.IndexOf('/') is > 0 and var slash && checkId.EndsWith(wanted[slash..], StringComparison.Ordinal)
            && checkId.IndexOf('/') + wanted.Length - slash == checkId.Length && checkId.StartsWith(wanted[..slash], StringComparison.Ordinal));

    private static IEnumerable<string> Lines(LoggedCheck check, LogFile log)
    {
        yield return check.CheckId;
        yield return $"{log.Documents().GetValueOrDefault(check.DocumentId)?.SourceFile ?? check.DocumentId} p.{check.Page}";
        yield return $"{check.RuleId} ({check.Kind}): {check.Outcome}, {check.Severity}";
        yield return check.Where;
        yield return check.MessageZh;
        yield return check.MessageEn;
        if (check.Expected is { } expected)
            yield return string.Create(CultureInfo.InvariantCulture, $"expected {expected}, printed {check.Actual}, difference {check.Difference}, tolerance {check.Tolerance}");
        foreach (var o in check.Operands)
            yield return string.Create(CultureInfo.InvariantCulture, $"  p.{o.Page,-4} {o.Value,16}  {o.Label}  [{o.X0:0.#} {o.Y0:0.#} {o.X1:0.#} {o.Y1:0.#}]{(o.AmountId is null ? "" : $"  {o.AmountId[(o.AmountId.IndexOf('/') + 1)..]}")}");
        var same = check.CauseId is null ? [] : log.Checks().Where(c => c.CauseId == check.CauseId && c.CheckId != check.CheckId).ToList();
        if (same.Count > 0) yield return "the same cause:";
        foreach (var other in same) yield return $"  {other.CheckId[(other.CheckId.IndexOf('/') + 1)..]} p.{other.Page} {other.Where}";
    }
}
