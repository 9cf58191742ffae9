using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;

namespace Tourism.Pos.Tests.Payments;

/// <summary>A sale that only counts what it is told.</summary>
internal sealed class TestSale : IPaidSale
{
    public Yen Amount { get; set; } = new(1300);

    public PaymentMethod Method { get; set; }

    public string? Account { get; set; }

    public string Site { get; set; } = "akiyoshido";

    public bool Waits { get; set; } = true;

    public int Paid { get; private set; }

    public int Dead { get; private set; }

    public Task<PayableTender?> FindAsync(PosDbContext db, Guid sale, Guid tender, CancellationToken ct) => Task.FromResult<PayableTender?>(
        new PayableTender(Amount, Waits, new LocalText("秋芳洞", "Akiyoshido Cave"), "C1-1-000001", "http://shop.test/R/TOKEN") { Method = Method, Site = Site, Account = Account });

    public Task<bool> OnPaidAsync(PosDbContext db, Payment payment, DateTime now, CancellationToken ct)
    {
        Paid++;
        return Task.FromResult(Waits);
    }

    public Task OnDeadAsync(PosDbContext db, Payment payment, DateTime now, CancellationToken ct)
    {
        Dead++;
        return Task.CompletedTask;
    }
}
