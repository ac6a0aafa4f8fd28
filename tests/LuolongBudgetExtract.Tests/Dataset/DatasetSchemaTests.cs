using System.Runtime.CompilerServices;
using LuolongBudgetExtract.Dataset;
using Xunit;

namespace LuolongBudgetExtract.Tests.Dataset;

public sealed class DatasetSchemaTests
{
    /// <summary>The names of the contract, version 1, and after them what we add. Whoever changes them changes the contract.</summary>
    private static readonly Dictionary<string, string> Contract = new()
    {
        ["documents"] = "document_id source_file source_url? retrieved_at? bytes pages producer? kind division_code? division_name? department? "
            + "department_code? text_layer tables amounts checks_exact checks_within_rounding checks_inconsistent grade outcome outcome_reason? pipeline_version "
            + "scope? kind_evidence? fiscal_year_evidence? department_evidence? division_evidence? indicators indicators_unread "
            + "source_status? source_status_reason? replaced_by?",
        ["tables"] = "table_id document_id department? form form_label? title? unit? unit_source? first_page last_page columns header_rows body_rows "
            + "empty note? method unassigned_glyphs scope? form_source? form_confidence?",
        ["rows"] = "row_id table_id document_id row_index page role label? level? parent_row_id? function_code? function_name? dept_econ_code? "
            + "dept_econ_name? gov_econ_code? gov_econ_name? unit_code? unit_name? project_code? project_name? project_type? cells role_source role_confidence?",
        ["amounts"] = "amount_id row_id table_id document_id department? department_code? division_code? kind form form_label? side? role label? "
            + "function_code? function_name? dept_econ_code? dept_econ_name? gov_econ_code? gov_econ_name? unit_code? unit_name? project_code? project_name? "
            + "column_index column_path measure? fund? period? raw_text amount unit? amount_yuan? decimals page x0 y0 x1 y1 source confidence check_status "
            + "measure_source? measure_confidence?",
        ["indicators"] = "document_id table_id row_id project_code? project_name? level1? level2? level3? target_raw comparator? target_value? "
            + "target_unit? explanation? page",
        ["statements"] = "statement_id document_id page section text subject measure? fund? amount? unit? amount_yuan? decimals? percent? change? "
            + "base_year? x0 y0 x1 y1",
        ["checks"] = "check_id document_id rule_id kind forms table_ids page where expected? actual? difference? tolerance? outcome severity cause_id? "
            + "message_zh message_en operands",
    };

    [Fact]
    public void Tables_and_fields_are_those_of_the_contract()
    {
        Assert.Equal(Contract.Keys, DatasetSchema.Tables.Select(t => t.Name));
        foreach (var table in DatasetSchema.Tables)
            Assert.Equal(Contract[table.Name], string.Join(' ', table.Fields.Select(f => f.Name + (f.Nullable ? "?" : ""))));
        Assert.Equal("amount_id? statement_id? label value page x0 y0 x1 y1",
            string.Join(' ', DatasetSchema.Tables[^1].Fields[^1].Members.Select(f => f.Name + (f.Nullable ? "?" : ""))));
    }

    /// <summary>After a change of the schema: LUOLONG_UPDATE=1 dotnet test writes it anew.</summary>
    [Fact]
    public void The_data_dictionary_in_the_repository_is_up_to_date()
    {
        var path = Path.Combine(Repository(), "docs", "DATA_DICTIONARY.md");
        if (Environment.GetEnvironmentVariable("LUOLONG_UPDATE") == "1") File.WriteAllText(path, DataDictionary.Markdown());
        Assert.Equal(File.ReadAllText(path), DataDictionary.Markdown());
    }

    private static string Repository([CallerFilePath] string file = "")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LuolongBudgetExtract.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"no LuolongBudgetExtract.sln above {AppContext.BaseDirectory} ({file})");
    }
}
