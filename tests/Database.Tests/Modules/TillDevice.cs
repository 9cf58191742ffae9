using System.Security.Cryptography;
using Tourism.Kernel;
using Tourism.Pos.Shared.Journals;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Database.Tests.Modules;

/// <summary>A till with its own key that gives receipts, links and tickets by itself, as one without network does.</summary>
internal sealed class TillDevice : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string _last;

    public TillDevice() => _last = Journal.Start(Id);

    public Guid Id { get; } = Guid.CreateVersion7();

    public byte[] PublicKey => _key.ExportSubjectPublicKeyInfo();

    public EpochRequest Opening => new(Convert.ToBase64String(PublicKey));

    public uint KeyId => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(PublicKey));

    /// <summary>The sale with the next link of the chain.</summary>
    public SaleRequest Link(Guid id, SaleRequest sale) => sale with { Journal = Sign(Journal.Next(_last, id, sale)) };

    public RefundRequest Link(Guid sale, Guid id, RefundRequest refund) => refund with { Journal = Sign(Journal.Next(_last, sale, id, refund)) };

    public string Ticket(int site, DateOnly day, params TicketParty[] party)
    {
        var payload = new TicketPayload(KeyId, Guid.CreateVersion7(), site, day, 1, party);
        var bytes = payload.ToBytes();
        return new TicketCode(payload, bytes, _key.SignData(bytes, HashAlgorithmName.SHA256)).ToString();
    }

    public void Dispose() => _key.Dispose();

    private JournalLink Sign(string hash)
    {
        var previous = _last;
        _last = hash;
        return new JournalLink(previous, hash, Convert.ToBase64String(_key.SignData(Convert.FromHexString(hash), HashAlgorithmName.SHA256)));
    }
}
