namespace LuolongBudgetExtract.Cli.Inputs;

/// <summary>The arguments name no input; the message says which and what is allowed.</summary>
internal sealed class InputException(string message) : Exception(message);
