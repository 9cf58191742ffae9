using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Testing.Hosts;

/// <summary>An installation with accounts, as its first start finds it: nobody can sign in, and the host prints a link.</summary>
public static partial class NewInstallation
{
    /// <summary>The same host in Training mode, which needs what Production needs but Stripe.</summary>
    public static HostSettings WithAccounts(this HostSettings settings) => settings with
    {
        Mode = TourismMode.Training,
        Environment = new Dictionary<string, string>
        {
            ["Tourism__PublicUrl"] = "https://pay.city.example",
            ["Tourism__Tickets__KeyFile"] = TicketKey(settings.DataDirectory),
        },
    };

    /// <summary>Visitors, and passkeys, find it where it listens: a browser takes localhost for safe without https.</summary>
    public static HostSettings AtLocalhost(this HostSettings settings)
    {
        var port = HostLaunch.FreePort();
        return settings.With([KeyValuePair.Create("Tourism__PublicUrl", $"http://localhost:{port}")]) with { Port = port };
    }

    /// <summary>The same with more settings.</summary>
    public static HostSettings With(this HostSettings settings, IEnumerable<KeyValuePair<string, string>> more)
    {
        var all = new Dictionary<string, string>(settings.Environment);
        foreach (var (name, value) in more)
            all[name] = value;
        return settings with { Environment = all };
    }

    /// <summary>A key that signs tickets, made in <paramref name="folder"/> when it is not there.</summary>
    public static string TicketKey(string folder)
    {
        var file = Path.Combine(folder, "production.pem");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (!File.Exists(file))
            File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        return file;
    }

    /// <summary>The token of the last invitation in <paramref name="text"/>: a log or a link.</summary>
    public static string TokenIn(string text) => Link().Matches(text)[^1].Groups[1].Value;

    [GeneratedRegex("/app/invitation#([0-9A-V]{26})")]
    private static partial Regex Link();
}
