namespace LuolongBudgetExtract.Dataset;

/// <summary>A document that is to stand in the dataset, loaded when its turn comes and then let go.</summary>
/// <param name="FiscalYear">As in the document's facts; decides the partition.</param>
/// <param name="Load">Gives the extraction; called once for each publication, on any thread.</param>
public sealed record DocumentRef(string DocumentId, int? FiscalYear, Func<Extraction> Load, DocumentSource? Source = null);
