namespace LuolongBudgetExtract.Learned;

/// <summary>What a trained model says where declared knowledge is silent.</summary>
/// <param name="Id">Id of the same vocabulary that the declared rules use.</param>
/// <param name="Confidence">Calibrated on places that the model had not seen: the share of proposals as sure as this that are right.
/// Three decimals, so that the last bit of an exponential never decides.</param>
public sealed record Proposal(string Id, double Confidence);
