using System.Text.RegularExpressions;
using Xunit;

namespace LuolongBudgetExtract.Tests.Forms;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_id_of_the_data_is_documented()
    {
        var documentation = string.Join('\n', TestFiles.Lines("../../docs/VOCABULARY.md"));
        var data = string.Join('\n', [.. TestFiles.Lines("../../models/columns.json"), .. TestFiles.Lines("../../models/forms.json")]);

        // A documented head may list its last parts alone: `general_public_budget` … `.special_revenue`.
        var missing = Regex.Matches(data, "\"(?:measure|fund|period)\": \"([^\"]+)\"").Select(m => m.Groups[1].Value).Distinct()
            .Where(id => !documentation.Contains($"`{id}`", StringComparison.Ordinal)
                && !documentation.Contains($"`{id[Math.Max(0, id.LastIndexOf('.'))..]}`", StringComparison.Ordinal));

        Assert.Empty(missing);
    }
}
