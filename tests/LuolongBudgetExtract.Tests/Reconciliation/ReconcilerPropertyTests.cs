using System.Globalization;
using CsCheck;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;
using Xunit;

namespace LuolongBudgetExtract.Tests.Reconciliation;

/// <summary>Generated three-level expenditure tables: 类 → 款 → 项 by 基本支出, 项目支出 and their total.</summary>
public sealed class ReconcilerPropertyTests
{
    /// <summary>Cents of the items: class → section → item → (basic, project).</summary>
    private static readonly Gen<(int Basic, int Project)[][][]> Budgets =
        Gen.Select(Gen.Int[0, 500_000], Gen.Int[0, 500_000]).Array[1, 4].Array[1, 3].Array[1, 4];

    [Fact]
    public void A_consistent_hierarchy_gives_no_inconsistent_check() => Budgets.Sample(budget =>
    {
        var checks = Table(budget).Check();
        return checks.Where(IsSum).All(c => c.Outcome is CheckOutcome.Exact or CheckOutcome.NotApplicable);
    });

    [Fact]
    public void A_changed_item_is_named_by_an_inconsistent_check_or_its_ancestors_are() =>
        Gen.Select(Budgets, Gen.Int[0, 1_000_000], Gen.Int[1, 100_000], Gen.Bool).Sample((budget, pick, by, project) =>
        {
            var items = budget.SelectMany((c, i) => c.SelectMany((s, j) => s.Select((_, k) => (i, j, k)))).ToArray();
            var (i, j, k) = items[pick % items.Length];
            // More than the rounding of the widest sum: half a cent for each figure of it.
            decimal change = by / 100m + 0.05m;
            var table = Table(budget, (i, j, k, project ? 2 : 1, change));

            var failed = table.Check().Where(c => IsSum(c) && c.Outcome == CheckOutcome.Inconsistent).ToList();

            string item = Item(i, j, k);
            return failed.Count > 0 && failed.Any(c => c.Operands.Any(o => o.Label == item) || c.Where.Contains(item, StringComparison.Ordinal))
                && failed.All(c => Math.Abs(c.Difference!.Value) == change);
        });

    // The generated codes are in no classification, which is said aloud.
    private static bool IsSum(LuolongBudgetExtract.Reconciliation.Check check) => check.Kind != "code_list";

    private static string Item(int i, int j, int k) => $"项{i}-{j}-{k}";

    private static TestTable Table((int Basic, int Project)[][][] budget, (int I, int J, int K, int Column, decimal By)? fault = null)
    {
        var t = new TestTable("general_budget_expenditure", "合计", "基本支出", "项目支出");
        var all = budget.SelectMany(c => c).SelectMany(s => s).ToArray();
        int total = t.Row("合计", Cells(all), RowRole.Total);
        for (int i = 0; i < budget.Length; i++)
        {
            int parent = t.Row($"类{i}", Cells(budget[i].SelectMany(s => s)), RowRole.Subtotal, total, dimensions: new RowDimensions($"2{i:00}"));
            for (int j = 0; j < budget[i].Length; j++)
            {
                int section = t.Row($"款{i}-{j}", Cells(budget[i][j]), RowRole.Subtotal, parent, dimensions: new RowDimensions($"2{i:00}{j:00}"));
                for (int k = 0; k < budget[i][j].Length; k++)
                {
                    var cells = Cells([budget[i][j][k]]);
                    if (fault is { } f && (f.I, f.J, f.K) == (i, j, k)) cells[f.Column] = Printed(decimal.Parse(cells[f.Column], CultureInfo.InvariantCulture) + f.By);
                    t.Row(Item(i, j, k), cells, parent: section, dimensions: new RowDimensions($"2{i:00}{j:00}{k:00}"));
                }
            }
        }
        return t;
    }

    private static string[] Cells(IEnumerable<(int Basic, int Project)> items)
    {
        var (basic, project) = items.Aggregate((Basic: 0, Project: 0), (sum, x) => (sum.Basic + x.Basic, sum.Project + x.Project));
        return [Printed((basic + project) / 100m), Printed(basic / 100m), Printed(project / 100m)];
    }

    private static string Printed(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
