using LuolongBudgetExtract.Forms;
using LuolongBudgetExtract.Grids;
using LuolongBudgetExtract.Narrative;
using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Reconciliation;
using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Dataset;

/// <summary>
/// The order in which the members of an extraction stand in the store: that of the records.
/// Binary, because every amount passes here twice: JSON took 11 ms each way for a document of 2,000 amounts.
/// </summary>
internal static class StoreFormat
{
    public static void Write(StoreWriter w, Extraction e)
    {
        w.Text(e.DocumentId);
        w.Text(e.SourceFile);
        w.Raw(e.Bytes);
        w.Raw(e.Pages);
        w.Text(e.Producer);
        w.Raw(e.TextLayer);
        Write(w, e.Facts);
        w.List(e.Tables, Write);
        w.List(e.Statements, Write);
        w.List(e.Checks, Write);
        w.Raw(e.OutsideDigits.Title);
        w.Raw(e.OutsideDigits.Note);
        w.Raw(e.OutsideDigits.Footer);
        w.Raw(e.OutsideDigits.Narrative);
        w.Raw(e.OutsideDigits.Unaccounted);
        w.Raw(e.Grade);
        w.Raw(e.Outcome);
        w.Text(e.OutcomeReason);
        w.Texts(e.Warnings);
    }

    public static Extraction Read(StoreReader r) => new(
        r.Text(), r.Text(), r.Raw<long>(), r.Raw<int>(), r.OptionalText(), r.Raw<TextLayer>(), Facts(r), r.List(Table), r.List(Statement), r.List(Check),
        new OutsideDigits(r.Raw<int>(), r.Raw<int>(), r.Raw<int>(), r.Raw<int>(), r.Raw<int>()),
        r.Raw<Grade>(), r.Raw<Outcome>(), r.OptionalText(), r.Texts());

    private static void Write(StoreWriter w, DocumentFacts f)
    {
        w.Text(f.Kind);
        w.Optional(f.FiscalYear);
        w.Text(f.Department);
        w.Text(f.DepartmentCode);
        w.Text(f.DivisionCode);
        w.Text(f.DivisionName);
        w.Optional(f.Scope);
        foreach (var evidence in (ReadOnlySpan<Evidence?>)[f.Evidence.Kind, f.Evidence.FiscalYear, f.Evidence.Department, f.Evidence.Division])
        {
            w.Text(evidence?.Text);
            w.Optional(evidence?.Page);
        }
    }

    private static DocumentFacts Facts(StoreReader r) =>
        new(r.Text(), r.Optional<int>(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.Optional<Scope>(),
            new FactEvidence(Evidence(r), Evidence(r), Evidence(r), Evidence(r)));

    private static Evidence? Evidence(StoreReader r)
    {
        var (text, page) = (r.OptionalText(), r.Optional<int>());
        return text is not null && page is { } at ? new Evidence(text, at) : null;
    }

    private static void Write(StoreWriter w, TypedTable t)
    {
        w.Raw(t.Number);
        w.Text(t.Form);
        w.Text(t.FormLabel);
        w.Text(t.Title);
        w.Text(t.Department);
        w.Text(t.DepartmentCode);
        w.Text(t.Unit);
        w.Text(t.UnitSource);
        w.Raw(t.FirstPage);
        w.Raw(t.LastPage);
        w.List(t.Columns, Write);
        w.Raw(t.HeaderRows);
        w.List(t.Rows, Write);
        w.Text(t.Note);
        w.Raw(t.Method);
        w.Raw(t.Unassigned);
        w.Texts(t.Unplaced);
        w.Optional(t.Scope);
        w.Optional(t.FormConfidence);
    }

    private static TypedTable Table(StoreReader r) => new(
        r.Raw<int>(), r.Text(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText(),
        r.Raw<int>(), r.Raw<int>(), r.List(Column), r.Raw<int>(), r.List(Row), r.OptionalText(), r.Raw<GridMethod>(), r.Raw<int>(), r.Texts(),
        r.Optional<Scope>(), r.Optional<double>());

    private static void Write(StoreWriter w, LeafColumn c)
    {
        w.Raw(c.Index);
        w.Texts(c.Path);
        w.Raw(c.Kind);
        w.Raw(c.Panel);
        w.Text(c.Measure);
        w.Text(c.Fund);
        w.Text(c.Period);
        w.Optional(c.Side);
        w.Optional(c.MeasureConfidence);
        w.Text(c.EconomicCode);
    }

    private static LeafColumn Column(StoreReader r) => new(
        r.Raw<int>(), r.Texts(), r.Raw<ColumnKind>(), r.Raw<int>(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.Optional<Side>(),
        r.Optional<double>(), r.OptionalText());

    private static void Write(StoreWriter w, TypedRow row)
    {
        w.Raw(row.Number);
        w.Raw(row.RowIndex);
        w.Raw(row.Page);
        w.Raw(row.Panel);
        w.Raw(row.Role);
        w.Text(row.Label);
        w.Optional(row.Level);
        w.Optional(row.Parent);
        Write(w, row.Dimensions);
        w.Texts(row.Cells);
        w.List(row.Amounts, Write);
        w.Optional(row.Side);
        w.Raw(row.IsRoleDefault);
        w.Optional(row.Proposal?.Role);
        w.Optional(row.Proposal?.Confidence);
    }

    private static TypedRow Row(StoreReader r) => new(
        r.Raw<int>(), r.Raw<int>(), r.Raw<int>(), r.Raw<int>(), r.Raw<RowRole>(), r.OptionalText(), r.Optional<int>(), r.Optional<int>(),
        Dimensions(r), r.Texts(), r.List(Amount), r.Optional<Side>(), r.Raw<bool>(), Proposal(r));

    private static RoleProposal? Proposal(StoreReader r) =>
        (r.Optional<RowRole>(), r.Optional<double>()) is ({ } role, { } confidence) ? new RoleProposal(role, confidence) : null;

    private static void Write(StoreWriter w, RowDimensions d)
    {
        w.Text(d.FunctionCode);
        w.Text(d.FunctionName);
        w.Text(d.DeptEconCode);
        w.Text(d.DeptEconName);
        w.Text(d.GovEconCode);
        w.Text(d.GovEconName);
        w.Text(d.UnitCode);
        w.Text(d.UnitName);
        w.Text(d.ProjectCode);
        w.Text(d.ProjectName);
        w.Text(d.ProjectType);
    }

    private static RowDimensions Dimensions(StoreReader r) => new(
        r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText(),
        r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText());

    private static void Write(StoreWriter w, Amount a)
    {
        w.Raw(a.Column);
        w.Text(a.RawText);
        w.Raw(a.Value);
        w.Raw(a.Decimals);
        w.Text(a.Unit);
        w.Raw(a.Page);
        w.Raw(a.Box);
        w.Raw(a.Confidence);
        w.Text(a.Path);
        w.Optional(a.Meaning?.Kind);
        if (a.Meaning is not { } meaning) return;
        w.Text(meaning.Measure);
        w.Text(meaning.Fund);
        w.Text(meaning.Period);
        w.Optional(meaning.Side);
        w.Optional(meaning.MeasureConfidence);
        w.Text(meaning.EconomicCode);
    }

    private static ColumnMeaning? Meaning(StoreReader r) =>
        r.Optional<ColumnKind>() is { } kind ? new(kind, r.OptionalText(), r.OptionalText(), r.OptionalText(), r.Optional<Side>(), r.Optional<double>(), r.OptionalText()) : null;

    private static Amount Amount(StoreReader r) => new(
        r.Raw<int>(), r.Text(), r.Raw<decimal>(), r.Raw<int>(), r.OptionalText(), r.Raw<int>(), r.Raw<Box>(), r.Raw<double>(), r.OptionalText(),
        Meaning(r));

    private static void Write(StoreWriter w, Statement s)
    {
        w.Raw(s.Number);
        w.Raw(s.Page);
        w.Text(s.Section);
        w.Text(s.Text);
        w.Text(s.Subject);
        w.Text(s.Measure);
        w.Text(s.Fund);
        w.Optional(s.Amount);
        w.Text(s.Unit);
        w.Optional(s.Decimals);
        w.Optional(s.Percent);
        w.Optional(s.Change);
        w.Optional(s.BaseYear);
        w.Raw(s.Box);
        Write(w, s.Sense);
    }

    private static Statement Statement(StoreReader r) => new(
        r.Raw<int>(), r.Raw<int>(), r.Text(), r.Text(), r.Text(), r.OptionalText(), r.OptionalText(), r.Optional<decimal>(), r.OptionalText(),
        r.Optional<int>(), r.Optional<decimal>(), r.Optional<Change>(), r.Optional<int>(), r.Raw<Box>(), Sense(r));

    private static void Write(StoreWriter w, StatementSense s)
    {
        w.Raw(s.Kind);
        w.Raw(s.Understood);
        w.Optional(s.Side);
        w.Text(s.Period);
        w.Text(s.Item);
        w.Text(s.Code);
        w.Text(s.Department);
        w.Texts(s.Forms);
        w.List(s.Of, static (w, n) => w.Raw(n));
        w.Optional(s.PercentKind);
        w.Raw(s.PercentDecimals);
        w.Text(s.Reason);
        w.Raw(s.Named);
        w.Raw(s.Whole is not null);
        if (s.Whole is { } whole) Write(w, whole);
    }

    private static void Write(StoreWriter w, NamedWhole s)
    {
        w.Text(s.Words);
        w.Text(s.Measure);
        w.Text(s.Fund);
        w.Optional(s.Side);
        w.Text(s.Period);
        w.Text(s.Item);
        w.Text(s.Code);
    }

    private static NamedWhole Whole(StoreReader r) =>
        new(r.Text(), r.OptionalText(), r.OptionalText(), r.Optional<Side>(), r.OptionalText(), r.OptionalText(), r.OptionalText());

    private static StatementSense Sense(StoreReader r) => new(
        r.Raw<StatementKind>(), r.Raw<bool>(), r.Optional<Side>(), r.OptionalText(), r.OptionalText(), r.OptionalText(), r.OptionalText(),
        r.Texts(), r.List(static r => r.Raw<int>()), r.Optional<PercentKind>(), r.Raw<int>(), r.OptionalText(), r.Raw<bool>(),
        r.Raw<bool>() ? Whole(r) : null);

    private static void Write(StoreWriter w, Check c)
    {
        w.Raw(c.Number);
        w.Text(c.RuleId);
        w.Text(c.Kind);
        w.List(c.Tables, static (w, n) => w.Raw(n));
        w.Raw(c.Page);
        w.Text(c.Where);
        w.Optional(c.Expected);
        w.Optional(c.Actual);
        w.Optional(c.Difference);
        w.Optional(c.Tolerance);
        w.Raw(c.Outcome);
        w.Raw(c.Severity);
        w.Text(c.CauseId);
        w.Text(c.MessageZh);
        w.Text(c.MessageEn);
        w.List(c.Operands, Write);
    }

    private static Check Check(StoreReader r) => new(
        r.Raw<int>(), r.Text(), r.Text(), r.List(static r => r.Raw<int>()), r.Raw<int>(), r.Text(),
        r.Optional<decimal>(), r.Optional<decimal>(), r.Optional<decimal>(), r.Optional<decimal>(),
        r.Raw<CheckOutcome>(), r.Raw<Severity>(), r.OptionalText(), r.Text(), r.Text(), r.List(Operand));

    private static void Write(StoreWriter w, Operand o)
    {
        w.Optional(o.Table);
        w.Optional(o.Row);
        w.Optional(o.Column);
        w.Text(o.Label);
        w.Raw(o.Value);
        w.Raw(o.Decimals);
        w.Raw(o.Page);
        w.Raw(o.Box);
        w.Raw(o.Sign);
        w.Optional(o.Statement);
    }

    private static Operand Operand(StoreReader r) => new(
        r.Optional<int>(), r.Optional<int>(), r.Optional<int>(), r.Text(), r.Raw<decimal>(), r.Raw<int>(), r.Raw<int>(), r.Raw<Box>(), r.Raw<int>(),
        r.Optional<int>());
}
