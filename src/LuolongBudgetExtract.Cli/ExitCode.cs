using System.Collections.Immutable;

namespace LuolongBudgetExtract.Cli;

/// <summary>How the program leaves. <see cref="ExitCodes.Meaning"/> is what the help prints.</summary>
internal enum ExitCode
{
    Success = 0,
    InternalError = 1,
    Usage = 2,
    DocumentsRejected = 3,
    DocumentsFailed = 4,
    OutputLocked = 5,
    OutputUnwritable = 6,
    HarvestIncomplete = 7,
    Stopped = 130,
}

internal static class ExitCodes
{
    public static readonly ImmutableArray<(ExitCode Code, string Meaning)> Meaning =
    [
        (ExitCode.Success, "every document was extracted"),
        (ExitCode.InternalError, "luolong itself broke; what was finished is kept"),
        (ExitCode.Usage, "the command line or the settings are wrong, or an input does not exist; nothing ran"),
        (ExitCode.DocumentsRejected, "the dataset is written, but some documents are not ours to read (a scan, a password, not a PDF)"),
        (ExitCode.DocumentsFailed, "the dataset is written, but reading some documents broke (a crash, a limit, no permission); the next run tries them again"),
        (ExitCode.OutputLocked, "another run is using the output folder; nothing ran"),
        (ExitCode.OutputUnwritable, "the output folder cannot be written; what was finished is kept"),
        (ExitCode.HarvestIncomplete, "harvest only: what was fetched is in the dataset, but some addresses failed; luolong status names them, the next night tries again"),
        (ExitCode.Stopped, "stopped (Ctrl-C, SIGTERM); what was finished is kept and the same command goes on"),
    ];
}
