using System.CommandLine;
using LuolongBudgetExtract.Cli.Harvest.Addresses;
using LuolongBudgetExtract.Cli.Harvest.Ledger;
using LuolongBudgetExtract.Cli.Harvest.Nights;
using LuolongBudgetExtract.Cli.Settings;
using LuolongBudgetExtract.Cli.Workers;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary><c>luolong harvest</c>, <c>status</c> and <c>schedule</c>.</summary>
internal static class HarvestVerb
{
    public static Command Harvest(Composition composition, WorkerCommand worker, Func<Surroundings> surroundings)
    {
        var command = new Command("harvest", "Fetch what the sources of a settings file offer, read it, publish what changed");
        var settings = SettingsArgument(command);
        var only = new Option<string[]>("--source") { Description = "Only this source (may stand several times)", HelpName = "NAME" };
        var dry = new Option<bool>("--dry-run") { Description = "Read list pages only; tell what would be fetched, write nothing" };
        command.Add(only);
        command.Add(dry);
        command.SetAction((line, stop) => HarvestEndings.GuardAsync(line, async () =>
        {
            var loaded = SettingsFile.Load(line.GetValue(settings)!, checkInput: false, checkHarvest: true);
            var plan = HarvestPlan.Of(loaded, Chosen(loaded.Settings.Harvest, line.GetValue(only) ?? []), worker, surroundings());
            return line.GetValue(dry) ? await LookAsync(plan, line.InvocationConfiguration.Output, stop) : await RunAsync(plan, composition, line.InvocationConfiguration, stop);
        }));
        return command;
    }

    public static Command Status()
    {
        var command = new Command("status", "Tell what the last harvest brought, what failed and why, and what will be tried again");
        var settings = SettingsArgument(command);
        command.SetAction((line, _) => HarvestEndings.GuardAsync(line, async () =>
        {
            var loaded = SettingsFile.Load(line.GetValue(settings)!, checkInput: false, checkHarvest: true);
            using var ledger = LedgerFile.OpenToRead(Path.Combine(loaded.Folder, loaded.Settings.Harvest.Output));
            foreach (var text in ledger is null ? ["no night yet"] : StatusReport.Lines(ledger, loaded.Settings.Harvest))
                await line.InvocationConfiguration.Output.WriteLineAsync(text);
            return ExitCode.Success;
        }));
        return command;
    }

    public static Command Schedule(Composition composition, WorkerCommand worker, Func<Surroundings> surroundings)
    {
        var command = new Command("schedule", "Harvest each source at its scheduled times, until stopped");
        var settings = SettingsArgument(command);
        command.SetAction((line, stop) => HarvestEndings.GuardAsync(line, () => WaitAndRunAsync(line.GetValue(settings)!, composition, worker, surroundings(), line.InvocationConfiguration, stop)));
        return command;
    }

    private static Argument<string> SettingsArgument(Command command)
    {
        var settings = new Argument<string>("settings") { Description = "Settings file with a section harvest", HelpName = "pipeline.json", DefaultValueFactory = _ => "pipeline.json" };
        command.Add(settings);
        return settings;
    }

    private static IEnumerable<SourceSettings> Chosen(HarvestSettings settings, string[] names)
    {
        if (names.FirstOrDefault(n => settings.Sources.All(s => s.Name != n)) is { } unknown)
            throw new Inputs.InputException($"no source is called \"{unknown}\"; there are {string.Join(", ", settings.Sources.Select(s => s.Name))}");
        return settings.Sources.Where(s => names.Length == 0 || names.Contains(s.Name));
    }

    private static async Task<ExitCode> RunAsync(HarvestPlan plan, Composition composition, InvocationConfiguration channels, CancellationToken stop)
    {
        var gate = new Lock();
        void Tell(string text)
        {
            lock (gate) channels.Error.WriteLine(text);
        }

        var report = await HarvestNight.RunAsync(plan, composition, Tell, stop);
        await channels.Output.WriteLineAsync(
            $"night {report.Night} ({report.Ending}): {report.Found} offered · {report.Stored} fetched · {report.Unchanged} unchanged · {report.Gone} gone · {report.Refused} refused · {report.Failures} failed · {report.Requests} requests");
        await channels.Output.WriteLineAsync(report.Published ? $"dataset {Progress.Words.Dataset(plan.Output)}: {report.Documents!.Documents.Length} documents" : "dataset: nothing changed");
        return report.ExitCode;
    }

    private static async Task<ExitCode> LookAsync(HarvestPlan plan, TextWriter output, CancellationToken stop)
    {
        using var ledger = LedgerFile.OpenToRead(plan.Output);
        var known = ledger?.Read("SELECT url, state FROM addresses", r => (r.GetString(0), r.GetString(1))).ToDictionary() ?? [];
        foreach (var (source, found) in await HarvestNight.LookAsync(plan, stop))
        {
            foreach (var link in found.Links)
            {
                var url = link.Address.AbsoluteUri;
                var state = FileKinds.IsUnhandledName(url) ? "not handled" : known.GetValueOrDefault(url) is { } before and not "seen" ? $"known ({before})" : "new";
                await output.WriteLineAsync($"{source.Name}: {state}: {Address.Shown(url)} {link.Text}".TrimEnd());
            }

            foreach (var (url, reason) in found.Failures) await output.WriteLineAsync($"{source.Name}: not read: {Address.Shown(url)}: {reason}");
        }

        return ExitCode.Success;
    }

    private static async Task<ExitCode> WaitAndRunAsync(
        string settings, Composition composition, WorkerCommand worker, Surroundings surroundings, InvocationConfiguration channels, CancellationToken stop)
    {
        var after = surroundings.Time.GetUtcNow();
        while (true)
        {
            // Read anew each time, so that a change of the settings needs no restart.
            var loaded = SettingsFile.Load(settings, checkInput: false, checkHarvest: true);
            if (Cli.Harvest.Nights.Schedule.Next(loaded.Settings.Harvest.Sources, after) is not { } next)
                throw new Inputs.InputException("no source has a schedule; luolong schedule would wait for ever");
            await channels.Error.WriteLineAsync($"next: {next:yyyy-MM-dd HH:mm zzz}");
            await DelayUntil(next, surroundings.Time, stop);
            var now = surroundings.Time.GetUtcNow();
            var due = Cli.Harvest.Nights.Schedule.Due(loaded.Settings.Harvest.Sources, after, now);
            await HarvestEndings.GuardNightAsync(channels.Error, () => RunAsync(HarvestPlan.Of(loaded, due, worker, surroundings), composition, channels, stop));
            after = now; // What came due while the night ran is not passed over.
        }
    }

    // A timer holds 49 days at most, and a suspended machine stops it: looking at the clock every hour is enough for both.
    private static async Task DelayUntil(DateTimeOffset at, TimeProvider time, CancellationToken stop)
    {
        while (at - time.GetUtcNow() is var left && left > TimeSpan.Zero)
            await Task.Delay(left < TimeSpan.FromHours(1) ? left : TimeSpan.FromHours(1), time, stop);
    }
}
