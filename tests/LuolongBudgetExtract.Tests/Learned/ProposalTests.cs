using System.Collections.Immutable;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Rows;
using LuolongBudgetExtract.Tests.Dataset;

namespace LuolongBudgetExtract.Tests.Learned;

public sealed class ProposalTests
{
    private static ColumnMeaning Measure(string form, string path, string? declared = null) => Proposals.Measures(
        form, [[.. path.Split('>')]], [new ColumnMeaning(ColumnKind.Amount, declared, null, null, null)])[0];

    private static FormMatch Form(string title, params string[] headers)
    {
        var evidence = new FormEvidence(title, null, [.. headers.Select(h => h.Split('>').ToImmutableArray())], []);
        return Proposals.Form(evidence, FormRecogniser.Recognise(evidence));
    }

    [Theory]
    [InlineData("甲乙丙丁")]
    [InlineData("国库集中支付")]
    [InlineData("工资福利支出")] // understood, and left open on purpose
    [InlineData("预计新增资金")]
    [InlineData("科研基本支出")] // a known word after one that nobody has seen here
    [InlineData("")]
    public void A_header_that_the_model_does_not_know_stays_without_a_measure(string header)
    {
        var meaning = Measure("expenditure_summary", header);

        Assert.Equal((null, null), (meaning.Measure, meaning.MeasureConfidence));
    }

    [Fact]
    public void A_declared_measure_is_never_overridden()
    {
        var meaning = Measure("expenditure_summary", "上缴上级支出款", "total");

        Assert.Equal(("total", null), (meaning.Measure, meaning.MeasureConfidence));
    }

    [Theory]
    [InlineData("general_budget_expenditure", "一般公共预算支出>基本支出项", "basic")]
    [InlineData("three_public_expenses", "决算数>公出国（境）费", "three_public.abroad")] // the clip took a character
    [InlineData("expenditure_summary", "上缴上级支出项", "remitted_to_superior")]
    public void A_header_that_differs_from_known_ones_by_little_has_a_measure_and_a_confidence(string form, string path, string measure)
    {
        var meaning = Measure(form, path);

        Assert.Equal(measure, meaning.Measure);
        Assert.InRange(meaning.MeasureConfidence!.Value, 0.9, 1);
    }

    [Theory]
    [InlineData("甲乙丙丁表")]
    [InlineData("天气预报")]
    public void A_title_that_the_model_does_not_know_has_no_form(string title)
    {
        var match = Form(title);

        Assert.Equal((FormCatalog.Other, null), (match.Form, match.Confidence));
    }

    [Theory]
    [InlineData("部门支出总一览表", "expenditure_summary")]
    [InlineData("部门收支总一览表", "revenue_expenditure_summary")]
    public void A_title_that_differs_from_known_ones_by_little_has_a_form_and_a_confidence(string title, string form)
    {
        var match = Form(title);

        Assert.Equal((form, false), (match.Form, match.Understood));
        Assert.InRange(match.Confidence!.Value, 0.9, 1);
    }

    [Theory]
    [InlineData("政府性基金支出一览", "general_budget_expenditure", false)] // another fund
    [InlineData("支出一览（按经济分类）", "general_budget_expenditure", false)] // another classification
    [InlineData("一般公共预算支出一览（按功能分类）", "general_budget_expenditure", true)]
    public void What_a_title_names_speaks_against_the_model(string title, string form, bool allowed) =>
        Assert.Equal(allowed, FormRecogniser.Allows(new FormEvidence(title, null, [], []), form));

    [Fact]
    public void A_declared_form_is_never_overridden() => Assert.Null(Form("部门收支总表").Confidence);

    [Fact]
    public void What_a_model_proposed_is_marked_in_the_dataset_and_warned_of()
    {
        var table = Samples.Table();
        table = table with
        {
            FormConfidence = 0.97,
            Columns = [table.Columns[0], table.Columns[1] with { MeasureConfidence = 0.96 }, table.Columns[2]],
            Rows = [table.Rows[0] with { Proposal = new RoleProposal(RowRole.Unit, 0.95) }, .. table.Rows.Skip(1)],
        };

        var rows = DatasetRows.Of(Samples.Document(tables: [table]));

        Assert.Equal(("model", 0.97), Read(TablesTable.Schema, rows.Tables[0], "form_source", "form_confidence"));
        Assert.Equal(("model", 0.95), Read(RowsTable.Schema, rows.Rows[0], "role_source", "role_confidence"));
        Assert.Equal("unit", RowsTable.Schema.Columns.Single(c => c.Name == "role").Read(rows.Rows[0]));
        Assert.Equal(RowRole.Total, rows.Rows[0].Row.Role); // what the checks see
        Assert.Equal(("declared", null), Read(RowsTable.Schema, rows.Rows[1], "role_source", "role_confidence"));
        Assert.Equal(("model", 0.96), Read(AmountsTable.Schema, rows.Amounts[0], "measure_source", "measure_confidence"));
        Assert.Equal((null, null), Read(AmountsTable.Schema, rows.Amounts[1], "measure_source", "measure_confidence"));
        Assert.Equal(3, RunCounts.None.Add(rows).ProposedByModel);
        Assert.Equal(3, Pipeline.Proposed(table).Count());
    }

    private static (object?, object?) Read<T>(TableSchema<T> schema, T row, string source, string confidence) =>
        (schema.Columns.Single(c => c.Name == source).Read(row), schema.Columns.Single(c => c.Name == confidence).Read(row));

    [Theory]
    [InlineData("revenue_summary", "某某口径>事业收入", "income.business")]
    [InlineData("expenditure_summary", "某某口径>基本支出", "basic")]
    [InlineData("project_expenditure", "某某口径>小计", null)] // a sum may be of what the unknown word says
    [InlineData("expenditure_summary", "基本支出>某某口径", null)] // the leaf itself is unknown
    public void An_unknown_word_above_a_known_leaf_is_left_out_where_counts_trust_that(string form, string path, string? measure)
    {
        var meaning = Measure(form, path);

        Assert.Equal(measure, meaning.Measure);
        Assert.Equal(measure is null, meaning.MeasureConfidence is null);
    }
}
