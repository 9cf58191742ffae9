using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Points.Holds;
using Tourism.Points.Persistence;

namespace Tourism.Points.Ledger;

/// <summary>
/// Gives points of a refunded sale back to the lots that paid, the last one first: what was taken soonest before it lapsed stays taken
/// longest. A lot that has lapsed meanwhile stays lapsed, as with a released hold.
/// </summary>
internal sealed class ReturnCapturedPoints(Writer<PointsDbContext> writer, TimeProvider clock) : IMessageHandler<ReturnPoints>
{
    public async Task<Delivery> HandleAsync(Guid id, ReturnPoints message, CancellationToken ct) =>
        (await writer.RunAsync<Delivery>(db => ReturnAsync(db, message, ct), ct)).Value;

    private async Task<Result<Delivery>> ReturnAsync(PointsDbContext db, ReturnPoints message, CancellationToken ct)
    {
        var name = new OperationName(message.Operation, OperationKind.Return, RequestHash.Of(message));
        if (await db.Operations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == name.Id, ct) is { } earlier)
            return earlier.Is(name) ? Delivery.Done : throw new InvalidOperationException($"Operation {name.Id} is already something else.");
        if (await db.Holds.AsNoTracking().SingleOrDefaultAsync(row => row.Id == message.Hold, ct) is not { State: not HoldState.Held } found)
            return Delivery.Parked;
        var wallet = await db.LockWalletAsync(found.Member, ct);
        var hold = await db.Holds.Include(row => row.Lots).ThenInclude(pin => pin.Lot).SingleAsync(row => row.Id == message.Hold, ct);
        Require(hold, message);
        var entry = Entry.Of(
            Operation.Of(name, clock.UtcMicros()), new Posting(Account.Shop(hold.Shop), Account.Wallet(hold.Member), message.Points),
            BusinessDate.Of(message.OccurredAt), $"refund of sale {hold.Owner}");
        GiveBack(hold, message.Points, entry);
        wallet.Receive(message.Points);
        db.Add(entry);
        return Delivery.Done;
    }

    private static void GiveBack(Hold hold, PointAmount points, Entry entry)
    {
        foreach (var pin in hold.Lots.OrderByDescending(pin => pin.Seq))
        {
            var part = pin.Kept < points ? pin.Kept : points;
            if (part == PointAmount.Zero)
                continue;
            pin.Return(part);
            entry.Consumptions.Add(LotConsumption.Of(pin.Lot, part, reverses: true));
            points -= part;
        }
    }

    /// <summary>A message that asks for more than was taken must not look done: it needs a person.</summary>
    private static void Require(Hold hold, ReturnPoints message)
    {
        var kept = hold.Lots.Aggregate(PointAmount.Zero, (sum, pin) => sum + pin.Kept);
        if (hold.State != HoldState.Captured || hold.Owner != message.Sale || message.Points < new PointAmount(1) || kept < message.Points)
            throw new InvalidOperationException($"Hold {hold.Id} of sale {hold.Owner} is {hold.State} with {kept} points kept: {message.Points} cannot go back for sale {message.Sale}.");
    }
}
