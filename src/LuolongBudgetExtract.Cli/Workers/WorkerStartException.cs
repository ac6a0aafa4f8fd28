namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>No worker can be started: a fault of the machine or the installation, not of a document.</summary>
internal sealed class WorkerStartException(string message, Exception? inner = null) : Exception(message, inner);
