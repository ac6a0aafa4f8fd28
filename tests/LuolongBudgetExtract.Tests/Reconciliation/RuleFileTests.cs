using System.Text;
using System.Text.Json;
using LuolongBudgetExtract.Reconciliation;
using Xunit;

namespace LuolongBudgetExtract.Tests.Reconciliation;

public sealed class RuleFileTests
{
    // The closed list of the dataset contract.
    private static readonly string[] Kinds = ["row_sum", "column_sum", "hierarchy", "balance", "cross_table", "narrative_amount", "narrative_percent", "narrative_change",
        "narrative_text", "empty_note", "code_name", "code_list", "crosswalk", "project_match", "unit", "label"];

    [Fact]
    public void Every_rule_has_a_unique_id_a_kind_of_the_contract_a_source_and_a_precondition()
    {
        var rules = RuleFile.Embedded.Rules;

        Assert.Equal(rules.Length, rules.Select(r => r.Id).Distinct().Count());
        Assert.All(rules, r =>
        {
            Assert.Contains(r.Kind, Kinds);
            Assert.StartsWith("FORMS.md §", r.Source, StringComparison.Ordinal);
            Assert.NotEmpty(r.Precondition);
        });
    }

    [Fact]
    public void Every_reading_that_a_message_may_name_has_a_name_in_both_languages()
    {
        var set = RuleFile.Embedded;
        var first = set.Rules.Select(r => r["readings"].Words.FirstOrDefault()).ToHashSet();
        var named = set.Rules.SelectMany(r => r["readings"].Words.Concat(r.Terms.Where(t => t.Name.StartsWith("leaveOut.", StringComparison.Ordinal)).Skip(1).Select(t => t.Name["leaveOut.".Length..])));

        Assert.All(named.Where(n => !first.Contains(n)), n => Assert.Contains(n, set.Readings.Keys));
    }

    [Fact]
    public void A_rule_without_a_severity_is_refused_with_the_key()
    {
        var broken = """{"outcomes":{"relation":{}},"reasons":{},"readings":{},"rules":[{"id":"x","kind":"row_sum","compute":"y","source":"z","forms":["*"]}]}""";

        var error = Assert.Throws<JsonException>(() => RuleFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(broken))));

        Assert.Contains("severity", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_names_an_unknown_evaluator_is_refused()
    {
        var set = RuleFile.Embedded;
        var odd = set with { Rules = [.. set.Rules, set.Rules[0] with { Id = "odd", Compute = "guess" }] };
        var t = new TestTable("expenditure_summary", "合计", "基本支出", "项目支出");
        t.Row("行政运行", ["30.00", "10.00", "20.00"]);

        Assert.Contains("guess", Assert.Throws<InvalidDataException>(() => Reconciler.Check([t.Build()], [], odd)).Message, StringComparison.Ordinal);
    }
}
