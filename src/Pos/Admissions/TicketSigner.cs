using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Shared.Tickets;

namespace Tourism.Pos.Admissions;

/// <summary>Section <c>Tourism:Tickets</c>.</summary>
internal sealed class TicketOptions
{
    /// <summary>File with the server's P-256 private key in PEM. In Demo one is made in the data directory.</summary>
    public string? KeyFile { get; set; }
}

internal sealed class TicketOptionsValidator(IConfiguration configuration) : IValidateOptions<TicketOptions>
{
    public ValidateOptionsResult Validate(string? name, TicketOptions options)
    {
        if (options.KeyFile is null)
            return configuration.Mode() == TourismMode.Demo
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    "Tourism:Tickets:KeyFile is empty. Make a key with 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ticket.pem' and name the file; every host uses the same one.");
        return File.Exists(options.KeyFile)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Tourism:Tickets:KeyFile '{options.KeyFile}' does not exist or cannot be read.");
    }
}

/// <summary>Signs tickets with the server's key.</summary>
internal sealed class TicketSigner : IDisposable
{
    private readonly ECDsa _key;

    public TicketSigner(IOptions<TourismOptions> tourism, IOptions<TicketOptions> options)
    {
        _key = ECDsa.Create();
        _key.ImportFromPem(File.ReadAllText(options.Value.KeyFile ?? DemoKey(tourism.Value.DataDirectory)));
        PublicKey = _key.ExportSubjectPublicKeyInfo();
        KeyId = SpkiKey.IdOf(PublicKey);
    }

    public byte[] PublicKey { get; }

    public uint KeyId { get; }

    public TicketCode Sign(TicketPayload payload)
    {
        var bytes = payload.ToBytes();
        lock (_key)
            return new TicketCode(payload, bytes, _key.SignData(bytes, HashAlgorithmName.SHA256));
    }

    public void Dispose() => _key.Dispose();

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
}
