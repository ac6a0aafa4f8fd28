using LuolongBudgetExtract.Cli.Harvest.Nights;
using LuolongBudgetExtract.Cli.Settings;
using LuolongBudgetExtract.Tests.Cli;

namespace LuolongBudgetExtract.Tests.Harvest;

/// <summary>When sources are due, and what settings are refused.</summary>
public sealed class ScheduleTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Sources_are_due_in_their_own_time_zone_and_together_when_they_coincide()
    {
        static SourceSettings Source(string name, string cron, string zone) => new() { Name = name, Schedule = cron, TimeZone = zone };
        SourceSettings[] sources = [Source("a", "0 2 * * *", "Asia/Shanghai"), Source("b", "0 18 * * *", "UTC"), Source("c", "0 3 * * *", "Asia/Shanghai"), Source("never", "", "UTC")];
        var next = Schedule.Next(sources, new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))!.Value;
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 18, 0, 0, TimeSpan.Zero), next);
        Assert.Equal(["a", "b"], Schedule.Due(sources, next.AddHours(-6), next).Select(s => s.Name));
        Assert.Equal("c", Assert.Single(Schedule.Due(sources, next, next.AddHours(1))).Name);
        Assert.Equal(["a", "b", "c"], Schedule.Due(sources, next, next.AddDays(7)).Select(s => s.Name));
        Assert.Null(Schedule.Next(sources[3..], next));
    }

    [Fact]
    public void The_example_of_the_documentation_is_accepted()
    {
        var harvest = SettingsFile.Load(Path.Combine(RepositoryFiles.Root, "docs", "harvest.example.json"), checkInput: false, checkHarvest: true).Settings.Harvest;
        Assert.Equal(3, harvest.Sources.Length);
        Assert.Equal(5, harvest.Sources[0].Politeness.SecondsBetweenRequests);
        Assert.NotNull(Schedule.Next(harvest.Sources, default(DateTimeOffset).AddYears(2026)));
    }

    [Theory]
    [InlineData("\"lists\": [\"ftp://x/\"]", "harvest.sources[0].lists", "not an address")]
    [InlineData("\"lists\": [\"http://me:secret@example.org/\"]", "harvest.sources[0].lists", "without user name")]
    [InlineData("\"folders\": [\"x\"], \"schedule\": \"every night\"", "harvest.sources[0].schedule", "no schedule")]
    [InlineData("\"folders\": [\"x\"], \"timeZone\": \"Mars\"", "harvest.sources[0].timeZone", "not known")]
    [InlineData("\"folders\": [\"x\"], \"fileLinks\": \"(\"", "harvest.sources[0].fileLinks", "not a regular expression")]
    [InlineData("\"folders\": [\"x\"], \"kind\": \"plan\"", "harvest.sources[0].kind", "one of \"\", \"budget\", \"final_account\"")]
    [InlineData("\"folders\": [\"x\"]}], \"output\": \"out\", \"allowHosts\": [\"a\"", "harvest.output", "of its own")]
    [InlineData("\"year\": 2026", "harvest.sources[0]", "names no list")]
    [InlineData("\"lists\": [\"http://example.org/\"]", "harvest.contact", "needs it")]
    public void A_source_that_cannot_work_is_refused_with_key_and_line(string source, string key, string message)
    {
        var path = _bench.Put("pipeline.json", $$"""
            { "harvest":
              { {{(key == "harvest.contact" ? "" : "\"contact\": \"x@example.org\",")}} "sources": [ { "name": "a",
            {{(source.Contains("output", StringComparison.Ordinal) ? source + "] }}" : source + "} ] } }")}}
            """);
        var error = Assert.Single(Assert.Throws<SettingsException>(() => SettingsFile.Load(path, checkInput: false, checkHarvest: true)).Errors);
        Assert.Equal(key, error.Key);
        Assert.InRange(error.Line, 2, 3);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
