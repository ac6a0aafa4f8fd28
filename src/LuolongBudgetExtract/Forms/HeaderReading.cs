using System.Collections.Immutable;
using LuolongBudgetExtract.Codes;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Forms;

/// <summary>What the words of a whole header path say, part by part from the outermost boxhead to the leaf.</summary>
/// <param name="IsUnderstood">Every part was cut into known words.</param>
/// <param name="IsAmount">The leaf is understood and says more than neutral words.</param>
/// <param name="Measure">Deepest measure named; null when none is, or when its meaning depends on what the path does not say.</param>
/// <param name="NamesMeasure">A word of the path names a measure, understood or not.</param>
/// <param name="EconomicCode">The departmental economic item (款) that the leaf names; null when it names none.</param>
/// <param name="IsTotal">The leaf is a sum and no part names a measure or a fund: the grand total of the row.</param>
internal sealed record HeaderReading(
    bool IsUnderstood, bool IsAmount, string? Measure, bool NamesMeasure, string? Fund, string? Period, bool IsExplicit,
    int? Year, string? Stage, bool IsChange, Side? Side, bool IsTotal, string? EconomicCode = null)
{
    /// <summary>The header says something about time.</summary>
    public bool IsDated => Period is not null || Year is not null || IsChange;

    /// <param name="words">The vocabulary; null for the whole.</param>
    public static HeaderReading Of(ImmutableArray<string> parts, FormDefinition form, WordCutter? words = null)
    {
        var reading = new Builder(form, words ?? HeaderWords.All);
        foreach (var part in parts)
        {
            reading.Part(part);
        }

        return reading.Done(parts);
    }

    private sealed class Builder(FormDefinition form, WordCutter words)
    {
        private bool understood = true;
        private bool leafSays;
        private bool leafTotal;
        private bool lost;
        private string? measure;
        private string? fund;
        private bool fundOfEarlierPart;
        private string? period;
        private bool isExplicit;
        private int? year;
        private string? stage;
        private bool change;
        private Side? side;
        private string? item;
        private readonly RefinedMeasure refinements = new();

        public void Part(string part)
        {
            fundOfEarlierPart = fund is not null;
            // A place over or under a measure (分地区表) says of whom, not what.
            if (IsPlace(part))
            {
                (leafSays, leafTotal) = (false, false);
                return;
            }

            item = null;
            if (part.Length > HeaderWords.LongestPart || words.Cut(EconomicItems.ClassIn(part) ?? part) is not { } steps)
            {
                if (!IsItem(part)) (understood, leafSays) = (false, false);
                return;
            }

            // A blank part (a merged cell above) says nothing, neither good nor bad.
            if (steps.Length > 0)
            {
                leafSays = leafTotal = false;
            }

            (string? Measure, string? Fund) first = (null, null);
            var joined = false;
            foreach (var step in steps)
            {
                leafSays |= !step.IsNeutral;
                if (step.Year > 0)
                {
                    year = step.Year;
                }
                else if (step.Joins)
                {
                    joined = first != (null, null);
                }
                else if (step.Readings.FirstOrDefault(Fits) is { } word)
                {
                    Take(word);
                    // 会议费、培训费 in one cell: the sum of both, which has no id.
                    if (joined && (IsOther(first.Measure, word.Measure) || IsOther(first.Fund, word.Fund)))
                    {
                        (lost, measure, fund) = (true, null, first.Fund == fund ? fund : null);
                    }

                    first = (first.Measure ?? word.Measure, first.Fund ?? word.Fund);
                }
                else
                {
                    lost = true;
                    measure = null;
                }
            }
        }

        /// <summary>基本工资: a part of what its class means here.</summary>
        private bool IsItem(string part)
        {
            if (EconomicItems.CodeOf(part, c => Says(c, w => w.Measure == measure)) is not { } code || ClassMeasure(EconomicItems.ClassOf(code)) is not { } whole) return false;
            (item, measure, lost, leafSays, leafTotal) = (code, whole + ".item", false, true, false);
            return true;
        }

        // Under its class an item is a part of what that says; elsewhere of what the class would say here.
        private string? ClassMeasure(string name) =>
            measure is not null && Says(name, w => w.Measure == measure) ? measure
            : HeaderWords.Cut(name) is [var word] ? word.Readings?.FirstOrDefault(Fits)?.Measure : null;

        private static bool Says(string name, Func<HeaderWord, bool> fits) => HeaderWords.Cut(name) is [{ Readings: { } readings }] && readings.Any(fits);

        private static bool IsOther(string? first, string? second) =>
            first is not null && second is not null && !second.StartsWith(first, StringComparison.Ordinal);

        private static bool IsPlace(string part) =>
            Divisions.IsName(part) || part.Length is >= 3 and <= 12 && (part.EndsWith("新区", StringComparison.Ordinal) || part.EndsWith("开发区", StringComparison.Ordinal)
                || part.EndsWith("示范区", StringComparison.Ordinal) || part.EndsWith("高新区", StringComparison.Ordinal) || part.EndsWith("产业园区", StringComparison.Ordinal));

        public HeaderReading Done(ImmutableArray<string> parts)
        {
            if (refinements.TryRefine(measure ?? form.Measure, out var refined)) (measure, lost) = (refined, lost || refined is null);
            // 提前下达 of a limit of debt is no money from above.
            if (measure?.StartsWith("debt.", StringComparison.Ordinal) == true && fund?.StartsWith("superior_transfers", StringComparison.Ordinal) == true) fund = null;
            return new(
                understood && parts.Length > 0, leafSays, measure, measure is not null || lost, fund, period, isExplicit, year, stage, change,
                Side(parts), leafTotal && measure is null && !lost && fund is null, item);
        }

        private bool Fits(HeaderWord word) => word.Within switch
        {
            null => true,
            FormCatalog.Other => form.Id == FormCatalog.Other,
            "government" => form.OfGovernment,
            "passed_on" => form.PassedOn,
            ['@', .. var asked] => fund?.StartsWith(asked, StringComparison.Ordinal) == true,
            var asked => (measure ?? form.Measure)?.StartsWith(asked, StringComparison.Ordinal) == true,
        };

        private void Take(HeaderWord word)
        {
            if (word.Measure is not null)
            {
                (measure, lost) = (word.Measure, false);
            }

            refinements.Take(word);
            if (word.Fund is not null)
            {
                fund = Funds.Under(fund, word.Fund, fundOfEarlierPart);
            }

            leafTotal |= word.Total;
            period = Later(word.Period);
            isExplicit |= word.Explicit;
            stage = word.Stage ?? stage;
            change |= word.Change;
            side = word.Side ?? side;
        }

        /// <summary>Money carried over stays so whatever year stands beside it.</summary>
        private string? Later(string? said) =>
            said is null || ColumnMeaning.IsLeftOver(period) ? period : said;

        /// <summary>What is left over from or for another year is neither revenue nor expenditure. Sources of a project (本年收入) are what it spends.</summary>
        private Side? Side(ImmutableArray<string> parts) =>
            (form is { Projects: true, Side: { } own } ? own : side) ?? (period is "opening" or "closing" || measure == ColumnMeaning.Balance ? null : form.Side ?? SideOfRoot(parts));

        /// <summary>财政拨款收入{项目, 预算数}: in a form with both sides the boxhead tells.</summary>
        private static Side? SideOfRoot(ImmutableArray<string> parts) =>
            parts is [] ? null
            : parts[0].EndsWith("收入", StringComparison.Ordinal) ? Rows.Side.Revenue
            : parts[0].EndsWith("支出", StringComparison.Ordinal) ? Rows.Side.Expenditure
            : null;
    }
}
