using LuolongBudgetExtract.Cli.Harvest.Discovery;
using LuolongBudgetExtract.Cli.Harvest.Fetching;
using LuolongBudgetExtract.Cli.Harvest.Files;
using LuolongBudgetExtract.Cli.Harvest.Ledger;
using LuolongBudgetExtract.Cli.Harvest.Politeness;
using LuolongBudgetExtract.Cli.Settings;
using LuolongBudgetExtract.Cli.Store;

namespace LuolongBudgetExtract.Cli.Harvest.Nights;

/// <summary>
/// One night: what do the sources offer, what of it is due, fetch it, extract what is new, publish when something changed. Every step reads
/// what the one before left in the ledger, so a killed night is gone on with by the same command.
/// </summary>
internal static class HarvestNight
{
    /// <param name="tell">Takes one line for a log.</param>
    /// <exception cref="OutputLockedException">Another harvest is running.</exception>
    /// <exception cref="OperationCanceledException">Stopped; what was finished is in the ledger.</exception>
    public static async Task<NightReport> RunAsync(HarvestPlan plan, Composition composition, Action<string> tell, CancellationToken stop)
    {
        using var held = OutputLock.Take(plan.Output);
        using var ledger = LedgerFile.Open(plan.Output);
        var book = new NightBook(ledger, plan.Surroundings.Time);
        using var budget = new NightBudget(plan.Harvest.MinutesPerNight, plan.Harvest.RequestsPerNight, plan.Surroundings.Time, stop);
        new FileStore(plan.Output).RemoveDebris();
        using var client = Client(plan, budget, book.Attempted);
        var outcomes = await Task.WhenAll(plan.Sources.Select(source => SourceAsync(source, plan, client, book, budget, tell, stop)));

        var (published, documents) = await Publication.RunAsync(plan, composition, ledger, book.Night, tell, stop);
        var total = outcomes.Aggregate(SourceOutcome.None, SourceOutcome.Plus);
        var ending = budget.IsSpent ? "budget" : "whole";
        book.End(ending, budget.Requests, published);
        return new(book.Night, ending, total.Found, total.Stored, total.Unchanged, total.Gone, total.Refused, total.Failures, budget.Requests, published, documents);
    }

    /// <summary>What the sources offer now, and nothing else: no file is fetched, nothing is written.</summary>
    public static async Task<IReadOnlyList<(SourceSettings Source, Discovered Found)>> LookAsync(HarvestPlan plan, CancellationToken stop)
    {
        using var budget = new NightBudget(plan.Harvest.MinutesPerNight, plan.Harvest.RequestsPerNight, plan.Surroundings.Time, stop);
        using var client = Client(plan, budget, _ => { });
        return await Task.WhenAll(plan.Sources.Select(async source => (source, await Finder(source, plan, client).FindAsync(budget.Token))));
    }

    private static async Task<SourceOutcome> SourceAsync(
        SourceSettings source, HarvestPlan plan, PoliteClient client, NightBook book, NightBudget budget, Action<string> tell, CancellationToken stop)
    {
        await Task.Yield(); // Sources go side by side; their hosts keep them apart.
        var outcome = SourceOutcome.None;
        try
        {
            var found = await Finder(source, plan, client).FindAsync(budget.Token);
            book.Seen(source.Name, found, plan.Harvest.Sources.Select(s => s.Name));
            foreach (var (url, reason) in found.Failures) tell($"{source.Name}: {Addresses.Address.Shown(url)}: {reason}");
            outcome = outcome with { Found = found.Links.Length, Failures = found.Failures.Length };
            var fetch = new AddressFetch(new FileStore(plan.Output), client, plan.Harvest.Limits, plan.Surroundings.Time, book);
            foreach (var due in book.Due(source.Name, source.RecheckHours))
            {
                budget.Token.ThrowIfCancellationRequested();
                var (step, line) = await fetch.RunAsync(due, source.Politeness, budget.Token);
                outcome = SourceOutcome.Plus(outcome, step);
                if (line is not null) tell($"{source.Name}: {Addresses.Address.Shown(due.Url)}: {line}");
            }
        }
        catch (Exception e) when (!stop.IsCancellationRequested && budget.IsSpent && e is OperationCanceledException or FetchException { Code: NightBudget.SpentCode })
        {
            tell($"{source.Name}: the budget of the night is spent; the rest comes the next night");
        }

        return outcome;
    }

    private static PoliteClient Client(HarvestPlan plan, NightBudget budget, Action<Attempt> tell) =>
        new(plan.Harvest, NetworkGuard.OfSystem(plan.Harvest.AllowHosts), plan.Surroundings.Time, plan.Surroundings.Chance, budget, tell);

    private static Finder Finder(SourceSettings source, HarvestPlan plan, PoliteClient client) =>
        new(source, new PageReader(client, plan.Harvest.Limits.PageMegabytes, plan.Surroundings.Time), plan.Settings.Folder);
}
