namespace LuolongBudgetExtract.Forms;

/// <summary>Turns what headers say about time into period ids (docs/VOCABULARY.md), looking at all columns of the table.</summary>
internal sealed class ColumnPeriods
{
    private const string Expected = "expected";

    private readonly int? fiscalYear;
    private readonly bool yearIsClear;
    private readonly bool isFinal;
    private readonly bool rowsAreDated;
    private readonly int offset;
    private readonly bool isOfYear;
    private readonly FormDefinition form;
    private readonly IReadOnlyList<HeaderReading> amounts;

    /// <param name="amounts">Readings of all amount columns of the table.</param>
    /// <param name="titleYear">Year of the table where its title names one: a report of 2026 also prints tables of 2025.</param>
    /// <param name="rowsAreDated">The year stands in the stub, so that an undated column has no period of its own.</param>
    public ColumnPeriods(IReadOnlyList<HeaderReading> amounts, FormDefinition form, bool? finalAccount, int? fiscalYear, bool rowsAreDated, int? titleYear = null)
    {
        this.rowsAreDated = rowsAreDated;
        this.amounts = amounts;
        this.form = form;
        // Without the document's year the latest printed one is the current one; a single year beside undated columns may be last year's.
        var years = amounts.Where(a => a.Year is not null).Select(a => a.Year!.Value).Distinct().ToList();
        this.fiscalYear = fiscalYear ?? (years.Count > 0 ? years.Max() : null);
        offset = titleYear is { } own && this.fiscalYear is { } now ? own - now : 0;
        isOfYear = titleYear is not null && titleYear == this.fiscalYear;
        yearIsClear = fiscalYear is not null || years.Count > 1 || amounts.All(a => a.Year is not null);
        isFinal = finalAccount ?? amounts.Any(a => a.Stage == "final" && !a.IsDated);
    }

    public string? Of(HeaderReading header)
    {
        if (header.IsChange)
        {
            return "change";
        }

        if (ColumnMeaning.IsLeftOver(header.Period))
        {
            return header.Period;
        }

        if (header.Year is not null && !yearIsClear)
        {
            return null;
        }

        var relative = header.Year is { } year && fiscalYear is { } now ? Relative(year - now) : Shifted(header.Period);
        var own = isFinal ? "final" : "budget";
        // 2026年预计 in a budget of 2026, or 预计 under a title of 2026, is what is budgeted; of the year before it is what will have been carried out.
        var said = header.Stage != Expected ? header.Stage : !isFinal && (relative == "current" && header.Year is not null || relative is null && isOfYear) ? null : "execution";
        var stage = said is null || said == own ? null : said;
        return relative switch
        {
            null when offset != 0 && !rowsAreDated => stage is null ? Relative(offset) : $"{Relative(offset)}.{stage}",
            null => stage ?? Undated(header),
            "current" => stage ?? (HoldsCarriedOver(header) ? "all" : "current"),
            _ => stage is null ? relative : $"{relative}.{stage}",
        };
    }

    /// <summary>The period of a column whose header names one transfer and says nothing of time.</summary>
    public string? OfUndated(HeaderReading header) => offset != 0 && !rowsAreDated ? Relative(offset) : Undated(header);

    // 上年 in a table of the year before is two years before.
    private string? Shifted(string? period) => (offset, period) switch
    {
        (0, _) => period,
        (_, "current") => Relative(offset),
        (_, "prior_year") => Relative(offset - 1),
        _ => period,
    };

    public static string Relative(int difference) => difference switch
    {
        0 => "current",
        -1 => "prior_year",
        < -1 => "earlier_year",
        _ => "later_year",
    };

    /// <summary>2024年预算数 over 合计, 一般公共预算, 上年结转: the sum of the year's columns holds what is carried over into it.</summary>
    private bool HoldsCarriedOver(HeaderReading header) => header is { IsTotal: true, IsExplicit: false, Year: { } year }
        && amounts.Any(a => a.Period == "carried_over" && a.Year == year && a.Stage == header.Stage && a.Side == header.Side);

    /// <summary>Beside columns of money carried over, a column without a date holds both: the total of the row always does,
    /// any other where the table marks the current money (本年 …).</summary>
    private string? Undated(HeaderReading header)
    {
        if (rowsAreDated)
        {
            return null;
        }

        var carried = false;
        var marked = false;
        foreach (var other in amounts)
        {
            if (other.Side == header.Side || other.Side is null || header.Side is null)
            {
                carried |= other.Period == "carried_over";
                marked |= other.IsExplicit;
            }
        }

        return carried && (header.IsTotal || marked) ? "all"
            : form.Period ?? (form.Id == FormCatalog.Other && header.Stage is null && !isOfYear ? null : "current");
    }
}
