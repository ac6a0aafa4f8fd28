using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace LuolongBudgetExtract.Cli.Harvest.Fetching;

/// <summary>Connects only where a stranger's page may send us. The name is resolved here, and the connection goes to the very address that was
/// checked: a name that points elsewhere a moment later (DNS rebinding) and a redirect are caught alike.</summary>
internal sealed class NetworkGuard(ImmutableArray<string> allowedHosts, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private static readonly ImmutableArray<IPNetwork> Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "224.0.0.0/4", "240.0.0.0/4",
            // Loopback, local and multicast; and the prefixes that carry an IPv4 address inside (NAT64, 6to4, Teredo).
            "::/96", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32",
        }.Select(IPNetwork.Parse),
    ];

    public static NetworkGuard OfSystem(ImmutableArray<string> allowedHosts) => new(allowedHosts, Dns.GetHostAddressesAsync);

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !Closed.Any(n => n.BaseAddress.AddressFamily == plain.AddressFamily && n.Contains(plain));
    }

    /// <exception cref="FetchException">One of the host's addresses is not public, and the settings do not allow the host.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await resolve(host, stop);
        if (!IsAllowed(context.InitialRequestMessage.RequestUri!) && !addresses.All(IsPublic))
            throw new FetchException("private_address", $"{host} is a private, loopback or link-local address; harvest.allowHosts does not name it");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(Uri address) => allowedHosts.Contains(address.Authority, StringComparer.OrdinalIgnoreCase);
}
