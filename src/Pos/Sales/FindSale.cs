using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Persistence;
using Tourism.Pos.Refunds;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Sales;

/// <summary>Finds the sale behind a paper or a code that a visitor brings back.</summary>
internal sealed class FindSale(IDbContextFactory<PosDbContext> contexts, SaleViews views)
{
    public async Task<Result<SaleView>> HandleAsync(string? receipt, Guid? ticket, CancellationToken ct)
    {
        if (receipt is null == ticket is null)
            return new NothingToFind();
        return ticket is { } id ? await OfTicketAsync(id, ct) : await OfReceiptAsync(receipt!, ct);
    }

    private async Task<Result<SaleView>> OfTicketAsync(Guid ticket, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sale = await db.Set<Ticket>().Where(row => row.Id == ticket).Select(row => row.Sale).SingleOrDefaultAsync(ct);
        return sale is { } id ? await views.FindAsync(id, ct) : new UnknownTicket(ticket);
    }

    private async Task<Result<SaleView>> OfReceiptAsync(string receipt, CancellationToken ct)
    {
        if (ReceiptNumber.Read(receipt) is not { } number)
            return Base32.Decode(receipt) is not null && await views.FindByReceiptAsync(receipt, ct) is { } opened ? opened : new UnknownReceipt(receipt);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await NumberedAsync(db, number, ct) is { } id ? await views.FindAsync(id, ct) : new UnknownReceipt(receipt);
    }

    /// <summary>The till's journal knows what each number was given to; a return slip leads to the sale it gives back.</summary>
    private static async Task<Guid?> NumberedAsync(PosDbContext db, ReceiptNumber number, CancellationToken ct)
    {
        var entry = await db.Set<JournalEntry>().AsNoTracking().OrderBy(row => row.Branch)
            .FirstOrDefaultAsync(row => row.Till == number.Till && row.Epoch == number.Epoch && row.Number == number.Number, ct);
        return entry is { Kind: JournalKind.Refund }
            ? await db.Set<Refund>().Where(row => row.Id == entry.Fact).Select(row => (Guid?)row.Sale).SingleOrDefaultAsync(ct)
            : entry?.Fact;
    }
}
