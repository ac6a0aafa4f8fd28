using System.Text.RegularExpressions;
using LuolongBudgetExtract.Headers;
using LuolongBudgetExtract.Learned;

namespace LuolongBudgetExtract.Rows;

/// <summary>What a row is, by its label and codes.</summary>
internal static partial class RowRoles
{
    /// <param name="department">The document's department: among units printed by name only, the one that is their sum.</param>
    public static RowRole Of(string? label, RowDimensions d, bool hasAmounts, string? department = null)
    {
        if (OfLabel(label) is { } named) return named;
        if (!hasAmounts && label is not null && LineKinds.IsNote(LineKinds.Normal(label))) return RowRole.Note;
        if (d.FunctionCode is null && d.DeptEconCode is null && d.GovEconCode is null && d.ProjectName is null && d.ProjectCode is null
            && d.UnitCode is { } unit)
            return unit.Length <= 4 ? RowRole.Department : RowRole.Unit;
        // Named without a code, and nothing else in the stub (a year, an item) that qualifies the row.
        if (d.UnitName is not null && d.UnitName == label && d == new RowDimensions(UnitName: d.UnitName))
            return d.UnitName == department ? RowRole.Department : RowRole.Unit;
        return RowRole.Detail;
    }

    /// <summary>The role that the label alone tells; null when it names an item or nothing.</summary>
    public static RowRole? OfLabel(string? label)
    {
        var text = label is null ? "" : LineKinds.Normal(label);
        return Total().IsMatch(text) ? RowRole.Total
            : Subtotal().IsMatch(text) ? RowRole.Subtotal
            : text.StartsWith("其中", StringComparison.Ordinal) ? RowRole.OfWhich
            : null;
    }

    /// <summary>A detail only because nothing is known of the row but its label.</summary>
    public static bool IsDefault(RowRole role, string? label, RowDimensions d) =>
        role == RowRole.Detail && !string.IsNullOrWhiteSpace(label) && d is { FunctionCode: null, DeptEconCode: null, GovEconCode: null, UnitCode: null, ProjectCode: null, ProjectName: null };

    /// <summary>What the model makes of a row that <see cref="IsDefault"/>; null when it is silent.</summary>
    public static RoleProposal? Propose(string form, string label, RowPosition position, bool hasAmounts, string? department) =>
        RoleModel.Propose(form, label, position, hasAmounts, department is not null && LineKinds.Normal(label) == LineKinds.Normal(department)) is { } proposal
        && Roles.TryGetValue(proposal.Id, out var role)
            ? new RoleProposal(role, proposal.Confidence)
            : null;

    /// <summary>Roles by their names in the training lines, those of the dataset contract.</summary>
    private static readonly Dictionary<string, RowRole> Roles = new()
    {
        ["total"] = RowRole.Total, ["subtotal"] = RowRole.Subtotal, ["department"] = RowRole.Department, ["unit"] = RowRole.Unit,
        ["of_which"] = RowRole.OfWhich, ["note"] = RowRole.Note,
    };

    /// <summary>合计, 总计, 小计 and the like: names of sums, not of items.</summary>
    public static bool IsSum(string label) => LineKinds.Normal(label) is var text && (Total().IsMatch(text) || Subtotal().IsMatch(text));

    [GeneratedRegex(@"^(?:总?合计|总计|(?:收入|支出|收支|预算|项目|采购|金额)?(?:总计|合计|总额)|(?:人员|公用)经费合计|(?:年度|本年度|当年|全年|实施期|中期|项目)?(?:预算)?资金总额)[:：]?$")]
    private static partial Regex Total();

    [GeneratedRegex(@"^(?:.*小计|(?:本年|当年)(?:收入|支出|收支)?(?:合计|小计|总计))[:：]?$")]
    private static partial Regex Subtotal();
}
