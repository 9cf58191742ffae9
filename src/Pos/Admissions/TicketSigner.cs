using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Shared.Tickets;

namespace Tourism.Pos.Admissions;

/// <summary>
/// Signs tickets with the newest of the server's keys: that of the key file, or one made by rotation. Every host with the file can open those, and
/// nobody who has only the file or only the database can sign.
/// </summary>
internal sealed class TicketSigner : IDisposable
{
    private readonly Pair _file;
    private readonly KeySafe _safe;
    private readonly ConcurrentDictionary<uint, Pair?> _opened = new();
    private volatile Pair _now;

    public TicketSigner(IOptions<TourismOptions> tourism, IOptions<TicketOptions> options)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(options.Value.KeyFile ?? DemoKey(tourism.Value.DataDirectory)));
        (_safe, _file) = (KeySafe.Of(key), new Pair(key));
        (_now, _opened[_file.Id]) = (_file, _file);
    }

    /// <summary>The key of the file.</summary>
    public (uint KeyId, byte[] PublicKey) OfFile => (_file.Id, _file.PublicKey);

    /// <summary>The key that signs now.</summary>
    public uint KeyId => _now.Id;

    /// <param name="payload">What the ticket says; which key signs it is written into it here.</param>
    public TicketCode Sign(TicketPayload payload)
    {
        var key = _now;
        var said = payload with { Key = key.Id };
        var bytes = said.ToBytes();
        return new TicketCode(said, bytes, key.Sign(bytes));
    }

    /// <summary>Another key, not yet listed.</summary>
    public TicketKey Make(Guid rotation, DateTime now)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = made.ExportSubjectPublicKeyInfo();
        return new TicketKey { KeyId = SpkiKey.IdOf(publicKey), PublicKey = publicKey, ListedAt = now, Rotation = rotation, Secret = _safe.Close(made) };
    }

    /// <summary>True for a key that this host can sign with.</summary>
    public bool MaySignWith(TicketKey row) => row is { IsServers: true, RevokedAt: null } && Open(row) is not null;

    /// <summary>Signs with the newest of these that this host can open. Of the retired ones only if there is no other, because its file is an older one.</summary>
    public void Follow(IEnumerable<TicketKey> listed) =>
        _now = listed.Where(MaySignWith).OrderBy(row => row.SignsUntil is null ? 0 : 1).ThenByDescending(row => row.Seq).Select(Open).FirstOrDefault() ?? _now;

    public void Dispose()
    {
        foreach (var pair in _opened.Values)
            pair?.Dispose();
    }

    private Pair? Open(TicketKey row) =>
        _opened.GetOrAdd((uint)row.KeyId, _ => row.Secret is { } secret && _safe.Open(secret) is { } key ? new Pair(key) : null);

    private static string DemoKey(string dataDirectory)
    {
        var file = Path.Combine(dataDirectory, "ticket.pem");
        if (File.Exists(file))
            return file;
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = file + ".new";
        File.WriteAllText(draft, made.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(draft, file);
        return file;
    }

    private sealed class Pair(ECDsa key) : IDisposable
    {
        public byte[] PublicKey { get; } = key.ExportSubjectPublicKeyInfo();

        public uint Id { get; } = SpkiKey.IdOf(key.ExportSubjectPublicKeyInfo());

        public byte[] Sign(byte[] bytes)
        {
            lock (key)
                return key.SignData(bytes, HashAlgorithmName.SHA256);
        }

        public void Dispose() => key.Dispose();
    }
}
