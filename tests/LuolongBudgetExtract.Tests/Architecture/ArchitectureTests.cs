using System.Text.RegularExpressions;

namespace LuolongBudgetExtract.Tests.Architecture;

/// <summary>Keeps the direction of the arrows: a stage knows the earlier records and the declared knowledge, nothing later.</summary>
public sealed partial class ArchitectureTests
{
    // In the order in which data flows; Codes and Forms are knowledge that typing asks.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Pages"] = [],
        ["Regions"] = ["Pages", "Grids"],
        ["Grids"] = ["Pages", "Regions"],
        ["Headers"] = ["Pages", "Regions", "Grids"],
        ["Codes"] = [],
        ["Learned"] = ["Codes"],
        ["Forms"] = ["Learned", "Codes", "Rows"],
        ["Documents"] = ["Codes", "Forms", "Headers", "Grids", "Pages", "Regions"],
        ["Narrative"] = ["Pages", "Regions", "Headers", "Codes", "Forms", "Rows"],
        ["Rows"] = ["Learned", "Pages", "Grids", "Headers", "Codes", "Forms"],
        ["Indicators"] = ["Codes", "Forms", "Rows"],
        ["Reconciliation"] = ["Pages", "Grids", "Codes", "Forms", "Rows", "Narrative", "Dataset"],
        ["Inspection"] = ["Pages", "Regions", "Grids", "Headers"],
        ["Dataset"] = ["Pages", "Grids", "Rows", "Indicators", "Narrative", "Reconciliation", "Codes", "Forms"],
    };

    private static string Library => Path.Combine(RepositoryFiles.Root, "src", "LuolongBudgetExtract");

    private static IEnumerable<string> Sources(string folder) => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    [Fact]
    public void A_stage_knows_only_earlier_stages()
    {
        var wrong = from file in Sources(Library)
                    let stage = Path.GetRelativePath(Library, file).Split('/') is [var folder, _, ..] ? folder : null
                    where stage is not null
                    from Match use in Using().Matches(File.ReadAllText(file))
                    let used = use.Groups[1].Value
                    where used != stage && !(MayUse.TryGetValue(stage, out var may) && may.Contains(used))
                    select $"{stage}/{Path.GetFileName(file)} uses {used}";
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("UglyToad.PdfPig", "Pages")]
    [InlineData("Parquet", "Dataset")]
    public void A_library_is_named_in_one_stage_only(string package, string stage) =>
        Assert.All(Sources(Library).Where(f => File.ReadAllText(f).Contains("using " + package, StringComparison.Ordinal)),
            f => Assert.Equal(stage, Path.GetRelativePath(Library, f).Split('/')[0]));

    [Fact]
    public void Models_are_trained_outside_the_library() =>
        Assert.All(Sources(Library), f => Assert.DoesNotContain("using Microsoft.ML", File.ReadAllText(f)));

    [Fact]
    public void The_library_has_no_clock_no_network_and_no_chance() =>
        Assert.All(Sources(Library), f => Assert.DoesNotMatch(@"DateTime(Offset)?\.(Utc)?Now|HttpClient|new Random|Random\.Shared|Stopwatch", File.ReadAllText(f)));

    [Fact]
    public void Files_stay_short() =>
        Assert.All(Sources(Path.Combine(RepositoryFiles.Root, "src")), f => Assert.True(File.ReadLines(f).Count() <= 300, $"{f} has more than 300 lines"));

    [GeneratedRegex(@"^using (?:static )?LuolongBudgetExtract\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
