using System.CommandLine;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary>The options that extract and run share. Each command has its own set, because an option belongs to one command.</summary>
internal sealed record BatchFlags(Option<int?> Jobs, Option<bool> Fresh, Option<bool> Quiet, Option<bool> Json)
{
    public static BatchFlags AddTo(Command command)
    {
        var jobs = new Option<int?>("--jobs", "-j") { Description = "Documents at the same time, one worker process each (default: one a processor)", HelpName = "N" };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var n) && n is >= 1 and <= 256)) result.AddError($"--jobs {token.Value} is not allowed; allowed: a whole number from 1 to 256");
        });
        var flags = new BatchFlags(
            jobs,
            new("--fresh") { Description = "Extract also what an earlier run has finished" },
            new("--quiet", "-q") { Description = "Print nothing but what went wrong" },
            new("--json") { Description = "Print one JSON object a line on standard output, for programs" });
        command.Add(flags.Jobs);
        command.Add(flags.Fresh);
        command.Add(flags.Quiet);
        command.Add(flags.Json);
        return flags;
    }
}
