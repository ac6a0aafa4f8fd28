using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LuolongBudgetExtract.Cli.Log;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary><c>luolong reconcile OUT</c>: what the log of a run says, document by document, the causes in order of money.</summary>
internal static class ReconcileVerb
{
    public static Command Build(Composition composition)
    {
        var command = new Command("reconcile", "Say what the log of a run proves and what it contradicts, document by document, causes in order of money");
        var output = new Argument<string>("out") { Description = "Output folder of a run", HelpName = "OUT", DefaultValueFactory = _ => "out" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a document, for programs" };
        var all = new Option<bool>("--all") { Description = "Also warnings and remarks, not only errors" };
        command.Add(output);
        command.Add(json);
        command.Add(all);
        command.SetAction((line, stop) => LogVerb.RunAsync(line, composition, line.GetValue(output)!, log =>
        {
            foreach (var findings in DocumentFindings.Of(log))
            {
                if (line.GetValue(json)) line.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(findings, HostJson.Default.DocumentFindings));
                else
                    foreach (var text in Lines(findings, line.GetValue(all))) line.InvocationConfiguration.Output.WriteLine(text);
            }
            return ExitCode.Success;
        }, stop));
        return command;
    }

    private static IEnumerable<string> Lines(DocumentFindings findings, bool all)
    {
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{findings.SourceFile}  {findings.Grade}  {findings.Amounts} amounts: {findings.Proven} proven, {findings.Unchecked} unchecked, {findings.Contradicted} contradicted");
        foreach (var cause in findings.Causes.Where(c => all || c.Severity == "error"))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"  {cause.Severity,-7} {(cause.Money is > 0 and var m ? $"{m:#,0.##} 元" : "")} p.{cause.Page} ({cause.Checks} {(cause.Checks == 1 ? "check" : "checks")}, {Short(cause.CheckId)})");
            yield return "          " + cause.MessageZh;
        }
        int hidden = all ? 0 : findings.Causes.Count(c => c.Severity != "error");
        if (hidden > 0) yield return $"  and {hidden} of lesser weight (--all)";
    }

    // Enough of the SHA-256 for explain to find it.
    private static string Short(string checkId) => checkId.IndexOf('/') is > 12 and var slash ? checkId[..12] + checkId[slash..] : checkId;
}
