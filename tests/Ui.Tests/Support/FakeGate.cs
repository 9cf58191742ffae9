using System.Security.Cryptography;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Till.Gate;

namespace Tourism.Ui.Tests.Support;

/// <summary>A gate's browser: notes a test can look into, and real signatures.</summary>
internal sealed class FakeGate : IGateStore, ISignatures, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SortedDictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);

    public KeyView Key(string? till = null, bool revoked = false) =>
        new(7, Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()), till is null ? null : "akiyoshido", till, revoked);

    /// <summary>A good ticket for two adults and one pupil, today.</summary>
    public string Ticket(Guid id, int firstDay = 0, int days = 1)
    {
        var payload = new TicketPayload(7, id, 1, new DateOnly(2026, 11, 22).AddDays(firstDay), days, [new TicketParty(1, 2), new TicketParty(2, 1)]);
        var bytes = payload.ToBytes();
        return "HTTPS://CITY.TEST/T/" + new TicketCode(payload, bytes, _key.SignData(bytes, HashAlgorithmName.SHA256));
    }

    public ValueTask<IReadOnlyList<string>> ReadAsync(string beginning) =>
        ValueTask.FromResult<IReadOnlyList<string>>([.. Notes.Where(note => note.Key.StartsWith(beginning, StringComparison.Ordinal)).Select(note => note.Value)]);

    public ValueTask WriteAsync(params IReadOnlyList<GateNote> notes)
    {
        foreach (var note in notes)
        {
            if (note.Text is null)
                Notes.Remove(note.Name);
            else
                Notes[note.Name] = note.Text;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> VerifyAsync(string publicKey, byte[] signed, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return ValueTask.FromResult(key.VerifyData(signed, signature, HashAlgorithmName.SHA256));
    }

    public ValueTask ForgetAsync()
    {
        foreach (var name in Notes.Keys.Where(name => !name.StartsWith("scan.", StringComparison.Ordinal)).ToList())
            Notes.Remove(name);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<int> UnsentAsync() => (await ReadAsync("scan.")).Count;

    public void Dispose() => _key.Dispose();
}
