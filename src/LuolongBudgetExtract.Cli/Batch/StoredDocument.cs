using LuolongBudgetExtract.Dataset;

namespace LuolongBudgetExtract.Cli.Batch;

/// <summary>A finished document in the journal, loaded when its turn to be published comes.</summary>
internal sealed record StoredDocument(string DocumentId, int? FiscalYear, Func<Extraction> Load, DocumentSource? Source = null);
