using System.Text.Json;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Reconciliation;
using Xunit;
using static LuolongBudgetExtract.Tests.Dataset.Samples;

namespace LuolongBudgetExtract.Tests.Dataset;

public sealed class DatasetPublisherTests
{
    [Fact]
    public async Task Amounts_read_back_with_values_nulls_and_decimals()
    {
        using var work = new Workspace();
        await work.Publish([Ref(Document())]);
        Assert.Equal(
            [
                "total|合计|NULL|1|支出合计|expenditure.total|expenditure|123.400000|1234000.0000|2|1|10.5|40.25|exact|2023|text",
                "total|合计|NULL|2|支出基本支出|NULL|NULL|0.000000|0.0000|2|1|10.5|40.25|unchecked|2023|text",
                "detail|行政运行|2080208|1|支出合计|expenditure.total|expenditure|100.400000|1004000.0000|2|1|10.5|40.25|exact|2023|text",
                "of_which|其中：①|NULL|1|支出合计|expenditure.total|expenditure|23.000000|230000.0000|2|1|10.5|40.25|exact|2023|text",
            ],
            work.Query("""
                select role, label, function_code, column_index, replace(column_path, '|', ''), measure, side, amount::varchar, amount_yuan::varchar,
                    decimals, page, x0, y1, check_status, fiscal_year, source from {amounts} order by amount_id
                """));
        Assert.Equal(["2\n3.00"], work.Query("select raw_text from {amounts} where role = 'of_which'"));
        Assert.Equal(["DECIMAL(38,6)|DECIMAL(24,4)|BIGINT"], work.Query("select distinct typeof(amount), typeof(amount_yuan), typeof(fiscal_year) from {amounts}"));
    }

    [Fact]
    public async Task Lists_and_structs_read_back()
    {
        using var work = new Workspace();
        await work.Publish([Ref(Document(checks: [Check(1, CheckOutcome.Exact, Operand(1, 123.40m), Operand(2, -0.5m, null)), Check(2, CheckOutcome.NotApplicable)]))]);
        Assert.Equal(["[科目编码,支出|合计,支出|基本支出]"], work.Query("select columns from {tables}"));
        Assert.Equal(["[,123.40,0.00]", "[2080208,100.40,]", "[,23.00,]"], work.Query("select cells from {rows} order by row_index"));
        Assert.Equal([$"NULL", $"{Id('a')}/1/1", $"{Id('a')}/1/1"], work.Query("select parent_row_id from {rows} order by row_index"));
        Assert.Equal(
            [
                $"{Id('a')}/c1|exact|[expenditure_summary]|[{Id('a')}/1]|2|{Id('a')}/1/1/1|NULL|-0.500000|3|NULL",
                $"{Id('a')}/c2|not_applicable|[expenditure_summary]|[{Id('a')}/1]|0|NULL|NULL|NULL|NULL|NULL",
            ],
            work.Query("""
                select check_id, outcome, forms, table_ids, len(operands), operands[1].amount_id, operands[2].amount_id,
                    operands[2].value::varchar, operands[2].x1, tolerance from {checks} order by check_id
                """));
    }

    [Fact]
    public async Task Every_table_can_be_queried_when_it_has_no_rows()
    {
        using var work = new Workspace();
        await work.Publish([]);
        foreach (var table in DatasetSchema.Tables)
        {
            Assert.Equal(["0"], work.Query($"select count(*) from {{{table.Name}}}"));
            Assert.Equal(
                [.. table.Fields.Select(f => f.Name), "fiscal_year"],
                work.Query($"select column_name from (describe select * from {{{table.Name}}})"));
        }
    }

    [Fact]
    public async Task A_document_without_a_year_does_not_turn_the_years_of_amounts_into_text()
    {
        using var work = new Workspace();
        await work.Publish([Ref(Rejected('r')), Ref(Document('b')), Ref(Document('a', 2022))]);
        Assert.Equal(["4"], work.Query("select count(*) from {amounts} where fiscal_year = 2023"));
        Assert.Equal(["rejected|scan: no page has text|NULL|D"], work.Query("select outcome, outcome_reason, producer, grade from {documents} where fiscal_year = 'unknown'"));
        Assert.Equal(["0"], work.Query("select count(*) from {indicators} where fiscal_year = 2022"));
        Assert.False(Directory.Exists(work.Path("dataset/amounts/fiscal_year=unknown")));
    }

    [Fact]
    public async Task Two_publications_in_any_order_are_byte_identical_and_the_second_touches_nothing()
    {
        using var work = new Workspace();
        DocumentRef[] documents = [Ref(Document('a')), Ref(Document('b')), Ref(Document('c', 2022)), Ref(Rejected('d'))];
        await work.Publish(documents);
        var before = work.Contents();
        var old = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in before.Keys) File.SetLastWriteTimeUtc(work.Path(file), old);

        await work.Publish([.. documents.Reverse()]);
        Assert.Equal(before, work.Contents());
        Assert.All(before.Keys, file => Assert.Equal(old, File.GetLastWriteTimeUtc(work.Path(file))));
    }

    [Fact]
    public async Task A_failure_in_the_middle_leaves_the_partition_as_it_was()
    {
        using var work = new Workspace();
        await work.Publish([Ref(Document('a'))]);
        var before = work.Contents();
        var broken = new DocumentRef(Id('b'), 2023, () => throw new IOException("the store is gone"));
        await Assert.ThrowsAsync<IOException>(() => work.Publish([Ref(Document('a') with { Pages = 8 }), broken]));
        Assert.Equal(before, work.Contents());
    }

    [Fact]
    public async Task A_cancelled_publication_leaves_the_output_as_it_was()
    {
        using var work = new Workspace();
        await work.Publish([Ref(Document('a'))]);
        var before = work.Contents();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => DatasetPublisher.PublishAsync(work.Folder, [Ref(Document('b'))], Run, new CancellationToken(canceled: true)));
        Assert.Equal(before, work.Contents());
    }

    [Fact]
    public async Task Partitions_without_documents_and_leftovers_of_a_killed_run_go_but_files_of_others_stay()
    {
        using var work = new Workspace();
        await work.Publish([Ref(Document('a', 2021)), Ref(Document('b', 2022))]);
        File.WriteAllText(work.Path("dataset/amounts/fiscal_year=2022/notes.txt"), "mine");
        File.WriteAllText(work.Path("dataset/rows/fiscal_year=2022/part-0.parquet.tmp"), "half");
        await work.Publish([Ref(Document('b', 2023))]);
        Assert.Equal(["2023"], work.Query("select distinct fiscal_year from {amounts}"));
        Assert.Equal(
            ["dataset/amounts/fiscal_year=2022/notes.txt"],
            work.Contents().Keys.Where(f => f.StartsWith("dataset/", StringComparison.Ordinal) && !f.Contains("=2023", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_document_given_twice_or_loaded_as_another_is_refused()
    {
        using var work = new Workspace();
        await Assert.ThrowsAsync<ArgumentException>(() => work.Publish([Ref(Document()), Ref(Document())]));
        await Assert.ThrowsAsync<InvalidDataException>(() => work.Publish([Ref(Document()) with { FiscalYear = 1999 }]));
        await Assert.ThrowsAsync<InvalidDataException>(() => work.Publish([Ref(Document()) with { DocumentId = Id('z') }]));
    }

    [Fact]
    public async Task The_log_holds_the_checks_of_the_dataset_in_readable_Chinese()
    {
        using var work = new Workspace();
        await work.Publish([Ref(Document('b')), Ref(Document('a', 2022))]);
        var lines = File.ReadAllLines(work.Path("reconciliation.jsonl"));
        Assert.Contains("\"message_zh\":\"合计等于各项之和\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"expected\":123.40,", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"tolerance\":null,", lines[0], StringComparison.Ordinal);
        Assert.Equal(work.Query("select check_id from {checks} order by fiscal_year"), lines.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("check_id").GetString()!));
        using var log = JsonDocument.Parse(lines[0]);
        Assert.Equal(ChecksTable.Schema.Fields.Select(f => f.Name), log.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(4, log.RootElement.GetProperty("operands").GetArrayLength());
    }

    [Fact]
    public async Task The_data_package_names_every_file_with_its_sums()
    {
        using var work = new Workspace();
        await work.Publish([Ref(Document('a')), Ref(Document('b', null))]);
        using var package = JsonDocument.Parse(File.ReadAllText(work.Path("datapackage.json")));
        Assert.Equal("1", package.RootElement.GetProperty("version").GetString());
        var files = package.RootElement.GetProperty("resources").EnumerateArray().SelectMany(r => r.GetProperty("files").EnumerateArray()).ToList();
        Assert.Equal(
            work.Contents().Keys.Except(["run.json", "datapackage.json"]).Order(),
            files.Select(f => f.GetProperty("path").GetString()!).Order());
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(work.Path(file.GetProperty("path").GetString()!));
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
            Assert.Equal(bytes.Length, file.GetProperty("bytes").GetInt64());
        }

        var amounts = package.RootElement.GetProperty("resources").EnumerateArray().Single(r => r.GetProperty("name").GetString() == "amounts");
        Assert.Equal(8, amounts.GetProperty("rows").GetInt64());
        var yuan = amounts.GetProperty("schema").GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "amount_yuan");
        Assert.Equal(("decimal(24,4)", "元", false), (yuan.GetProperty("parquet_type").GetString(), yuan.GetProperty("unit").GetString(), yuan.GetProperty("constraints").GetProperty("required").GetBoolean()));
    }

    [Fact]
    public async Task The_run_report_accounts_for_every_document()
    {
        using var work = new Workspace();
        var published = await work.Publish([Ref(Document('a')), Ref(Rejected('d'))]);
        using var run = JsonDocument.Parse(File.ReadAllText(work.Path("run.json")));
        Assert.Equal(90m, run.RootElement.GetProperty("seconds").GetDecimal());
        var documents = run.RootElement.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(["extracted", "rejected"], documents.Select(d => d.GetProperty("outcome").GetString()!));
        Assert.Equal("scan: no page has text", documents[1].GetProperty("outcome_reason").GetString());
        Assert.Equal(9, documents[0].GetProperty("outside_digits").GetProperty("narrative").GetInt32());
        Assert.Equal((2, 1, 1, 4L, 1L), (published.Counts.Documents, published.Counts.Rejected, published.Counts.GradeB, published.Counts.Amounts, published.Counts.ChecksExact));
        Assert.Equal(4, run.RootElement.GetProperty("counts").GetProperty("amounts").GetInt32());
    }

    [Fact]
    public async Task Where_a_document_was_fetched_stands_in_documents()
    {
        using var work = new Workspace();
        var source = new DocumentSource("https://example.org/a.pdf", new DateTimeOffset(2024, 2, 9, 16, 0, 0, TimeSpan.FromHours(8)));
        await work.Publish([Ref(Document('a'), source), Ref(Document('b'))]);
        Assert.Equal(
            ["https://example.org/a.pdf|2024-02-09T08:00:00Z", "NULL|NULL"],
            work.Query("select source_url, retrieved_at from {documents} order by document_id"));
    }
}
