using System.Net.Http.Headers;

namespace LuolongBudgetExtract.Cli.Harvest.Fetching;

/// <summary>Answers judged and read within limits.</summary>
internal static class Bodies
{
    /// <summary>The response when it succeeded.</summary>
    /// <exception cref="FetchException">It did not; says whether another attempt makes sense and when.</exception>
    public static HttpResponseMessage Succeeded(HttpResponseMessage response, TimeProvider time)
    {
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300) return response;
        throw status switch
        {
            404 or 410 => new FetchException("gone", $"status {status}", status: status),
            401 or 403 or 407 => new FetchException("forbidden", $"status {status}", status: status),
            408 or 425 or 429 or >= 500 => new FetchException("server", $"status {status}", transient: true, status, RetryAfter(response.Headers.RetryAfter, time)),
            _ => new FetchException("refused", $"status {status}", status: status),
        };
    }

    /// <summary>A small body whole.</summary>
    /// <param name="cut">True to take the first <paramref name="most"/> bytes of a longer one.</param>
    /// <exception cref="FetchException">It is longer.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, int most, bool cut, CancellationToken stop)
    {
        using var memory = new MemoryStream();
        await CopyAsync(response, memory, most, cut, stop);
        return memory.ToArray();
    }

    /// <summary>Copies a body, counting what comes: what a header promises and what a bomb inflates to are two things.</summary>
    public static async Task CopyAsync(HttpResponseMessage response, Stream target, long most, bool cut, CancellationToken stop)
    {
        if (!cut && response.Content.Headers.ContentLength > most) throw TooLarge(most);
        var left = most;
        await using var body = await response.Content.ReadAsStreamAsync(stop);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await body.ReadAsync(buffer, stop)) > 0)
        {
            if (read > left && !cut) throw TooLarge(most);
            await target.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, left)), stop);
            if ((left -= read) <= 0 && cut) return;
        }
    }

    private static FetchException TooLarge(long most) => new("too_large", $"more than the {most} bytes that harvest.limits allows");

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var after = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return after is { } span && span < TimeSpan.Zero ? TimeSpan.Zero : after;
    }
}
