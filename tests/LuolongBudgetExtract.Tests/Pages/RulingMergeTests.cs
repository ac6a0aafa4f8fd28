using CsCheck;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Tests.Pages;

public sealed class RulingMergeTests
{
    [Fact]
    public void A_rule_cut_into_hundreds_of_pieces_is_one_rule()
    {
        var pieces = Enumerable.Range(0, 300).Select(i => new Ruling(true, 100 + i % 3 * 0.2, i * 2, i * 2 + 1.5)).Reverse().ToList();
        var rule = Assert.Single(RulingMerge.Merge(pieces));
        Assert.Equal(0, rule.Start);
        Assert.Equal(599.5, rule.End);
    }

    [Fact]
    public void Rules_of_neighbouring_rows_stay_two() =>
        Assert.Equal(2, RulingMerge.Merge([new Ruling(true, 100, 0, 50), new Ruling(true, 106, 0, 50)]).Length);

    [Fact]
    public void A_gap_as_wide_as_a_cell_parts_a_rule() =>
        Assert.Equal(2, RulingMerge.Merge([new Ruling(false, 10, 0, 40), new Ruling(false, 10, 60, 100)]).Length);

    [Fact]
    public void Ticks_and_dashes_are_no_rules() => Assert.Empty(RulingMerge.Merge([new Ruling(true, 10, 0, 3)]));

    [Fact]
    public void Merging_covers_every_piece_and_changes_nothing_more_when_repeated() =>
        Gen.Select(Gen.Bool, Gen.Double[0, 500], Gen.Double[0, 500], Gen.Double[6, 200]).Array[1, 40].Sample(raw =>
        {
            var pieces = raw.Select(r => new Ruling(r.Item1, r.Item2, r.Item3, r.Item3 + r.Item4)).ToArray();
            var merged = RulingMerge.Merge([.. pieces]);
            Assert.All(pieces, p => Assert.Contains(merged, m => m.Horizontal == p.Horizontal
                && Math.Abs(m.Position - p.Position) <= 2 * RulingMerge.SnapDistance && m.Start <= p.Start + 1e-9 && m.End >= p.End - 1e-9));
            Assert.True(merged.Length <= pieces.Length);
        });
}
