using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Rows;
using static LuolongBudgetExtract.Tests.Dataset.Samples;

namespace LuolongBudgetExtract.Tests.Dataset;

public sealed class CoverageReaderTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public async Task Forms_measures_codes_and_checks_are_counted_by_place()
    {
        var strange = Table(2) with { Form = "other", Title = "甲乙丙丁表", Rows = [Row(1, 0, RowRole.Detail, "乙", null, new RowDimensions("9999999"), ["", "1", ""], [Amount(2, 1m)])] };
        var debt = Table(3) with { Form = "other", Title = "地方政府债务余额情况表" };
        await _work.Publish(Ref(Document('a', tables: [Table(), strange, debt])), Ref(Document('b', 2022)), Ref(Rejected('c')));

        var report = await CoverageReader.ReadAsync(_work.Folder, TestContext.Current.CancellationToken);

        Assert.Equal([("410000 河南省", 2), (CoverageReader.NoPlace, 1)], report.Documents.Select(p => (p.Key, p.Value)));
        Assert.Equal(
            [
                new CoverageLine("410000 河南省", "expenditure_summary", 2, 2, 2, 8, 6, 2, 2, 2, 2),
                // The debt table is known to be none of the forms; the strange one is not, and its code is in no list.
                new CoverageLine("410000 河南省", "other", 2, 2, 1, 5, 3, 2, 1, 0, 0),
            ],
            report.Lines);
        Assert.Equal([new NotUnderstood("甲乙丙丁表", null, 1, 1, 1)], report.Titles);
        Assert.Equal([("支出|基本支出", "expenditure_summary", 2), ("支出|基本支出", "other", 2)], report.Headers.Select(h => (h.Text, h.Form!, h.Count)));
    }
}
