namespace LuolongBudgetExtract.Cli.Harvest.Fetching;

/// <summary>An address gave nothing. The reason is code and cause, e.g. <c>gone: status 404</c>; it names no address and no secret.</summary>
/// <param name="Transient">True when the cause may pass within the night.</param>
/// <param name="Status">Status of the answer, when there was one.</param>
/// <param name="RetryAfter">How long the server asks to be left alone.</param>
internal sealed class FetchException(string code, string cause, bool transient = false, int? status = null, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception($"{code}: {cause}", inner)
{
    public string Code { get; } = code;

    /// <summary>True for what another night will not change unless somebody changes the server or the settings.</summary>
    public bool IsRefusal => Code is "robots" or "private_address" or "scheme" or "too_large" or "unknown_content" or "refused";

    public bool Transient { get; } = transient;

    public int? Status { get; } = status;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
