using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>Stands at the gates of the cave, and signs tickets as a till without network would.</summary>
public abstract class GateSuite(DatabaseFixture database) : SellingSuite(database)
{
    private protected static string[] Gates { get; } = ["main", "elevator", "kurotani"];

    private protected ScanRequest Show(string code, int? people) => new(Guid.CreateVersion7(), code, people, Clock.UtcMicros());

    private protected ScanRequest Show(TicketView ticket, int? people) => Show(ticket.Url, people);

    private protected ScanRequest Happened(string code, int admitted, bool undone = false) =>
        Show(code, people: null) with { Happened = new ScanHappened(ScanOutcome.Admitted, admitted, undone) };

    private protected Task<Result<Written<ScanView>>> ScanAsync(string gate, ScanRequest scan) => Get<ScanTicket>().HandleAsync(gate, scan, new Actor("gate"), Token);

    private protected async Task<ScanView> SeenAsync(string gate, ScanRequest scan) => (await ScanAsync(gate, scan)).Value.View;

    private protected Task<Result<Written<ScanView>>> UndoAsync(string gate, Guid scan) => Get<UndoScan>().HandleAsync(gate, scan, new Actor("gate"), Token);

    /// <summary>How many the books say are inside, by the ticket and by its scans alike, and how many scans are kept.</summary>
    private protected async Task<(int Admitted, int Scans)> AdmittedAsync(Guid ticket)
    {
        var scans = await ReadAsync<PosDbContext, List<int>>(db => db.Set<Scan>().Where(scan => scan.Ticket == ticket)
            .Select(scan => db.Set<ScanUndo>().Any(undo => undo.Scan == scan.Id) || scan.Leaving ? 0 : scan.Admitted - scan.Again).ToListAsync(Token));
        var admitted = await ReadAsync<PosDbContext, List<int>>(db => db.Set<Ticket>().Where(row => row.Id == ticket).Select(row => row.Admitted).ToListAsync(Token));
        Assert.Equal(admitted.Sum(), scans.Sum());
        return (admitted.Sum(), scans.Count);
    }

    private protected Task<Result<bool>> ChangeAsync(Guid ticket, Action<Ticket> change) =>
        WriteAsync(db => change(db.Set<Ticket>().Single(row => row.Id == ticket)));

    /// <summary>Lists the key of a new device at a till.</summary>
    private protected async Task<TillKey> ListKeyAsync(string till = Till, string site = "akiyoshido")
    {
        var key = new TillKey();
        await WriteAsync(db => db.Add(new TicketKey { KeyId = key.Id, PublicKey = key.PublicKey, ListedAt = Clock.UtcMicros(), Site = site, Till = till }));
        return key;
    }

    private protected TicketCode Sign(TillKey key, int adults, int site = 1, int[]? also = null) => key.Sign(
        new TicketPayload(key.Id, Guid.CreateVersion7(), site, BusinessDate.Of(Clock.UtcMicros()), Days: 1, [new TicketParty(1, adults)], also));
}

/// <summary>The key of a till's device.</summary>
internal sealed class TillKey
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] PublicKey => _key.ExportSubjectPublicKeyInfo();

    public uint Id => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(PublicKey));

    public TicketCode Sign(TicketPayload payload) => new(payload, payload.ToBytes(), _key.SignData(payload.ToBytes(), HashAlgorithmName.SHA256));
}
