using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Receipts;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;
using Xunit;

namespace Tourism.Database.Tests.Modules;

/// <summary>Invoices with an addressee for a completed sale.</summary>
public abstract class InvoiceContract(DatabaseFixture database) : SellingSuite(database)
{
    [DatabaseFact]
    public async Task Issue_GroupInTwo_AddsUpAndIsTheSameOnRepeat()
    {
        var sale = await SellAsync(adults: 4);
        var (id, request) = (Guid.CreateVersion7(), Two(2_600, 2_600));

        var first = await IssueAsync(sale, id, request);
        var again = await IssueAsync(sale, id, request);

        Assert.True(first.Value.First);
        Assert.False(again.Value.First);
        Assert.Equivalent(first.Value.View, again.Value.View);
        Assert.Equal([new Yen(236), new Yen(236)], first.Value.View.Invoices.Select(invoice => invoice.Taxes.Single().Tax));
    }

    [DatabaseFact]
    public async Task Issue_SecondTime_IsAReissue()
    {
        var sale = await SellAsync(adults: 4);
        await IssueAsync(sale, Guid.CreateVersion7(), Two(2_600, 2_600));

        var second = await IssueAsync(sale, Guid.CreateVersion7(), Two(5_000, 200));

        Assert.Equal(2, second.Value.View.Edition);
        Assert.Equal(2, (await Get<InvoiceViews>().OfSaleAsync(sale, Token))[0].Edition);
        var paper = await Get<PrintPaper>().HandleAsync(sale, new PaperRequest(Language.Ko, Invoice: 1), Token);
        Assert.Contains(paper.Value.Lines, line => line.Left.Contains("재발행", StringComparison.Ordinal));
    }

    [DatabaseFact]
    public async Task Issue_NotTheWholeSale_NamesWhatWasKept()
    {
        var failure = (await IssueAsync(await SellAsync(adults: 4), Guid.CreateVersion7(), Two(2_600, 2_599))).Failure!;

        Assert.Equal(("invoices-do-not-add-up", "invoices"), (failure.Code, failure.Field));
        Assert.Contains("5,200", failure.En, StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task Issue_SameIdOtherWords_IsAConflict()
    {
        var sale = await SellAsync(adults: 4);
        var id = Guid.CreateVersion7();
        await IssueAsync(sale, id, Two(2_600, 2_600));

        Assert.Equal("id-reused", (await IssueAsync(sale, id, Two(5_000, 200))).Failure!.Code);
    }

    [DatabaseFact]
    public async Task Issue_BadInvoice_NamesTheField()
    {
        var sale = await SellAsync(adults: 4);
        foreach (var (addressee, proviso, amount, field) in new (string, string, long, string)[]
        {
            ("", "x", 5_200, "addressee"), ("a\0b", "x", 5_200, "addressee"), (new string('長', 101), "x", 5_200, "addressee"),
            ("a", " ", 5_200, "proviso"), ("a", "x", 0, "amount"), ("a", "x", -1, "amount"), ("a", "x", long.MaxValue, "amount"),
        })
        {
            var request = new InvoiceSetRequest([new InvoiceRequest(addressee, proviso, new Yen(amount))]);
            Assert.Equal("invoices[0]." + field, (await IssueAsync(sale, Guid.CreateVersion7(), request)).Failure!.Field);
        }

        Assert.Empty(await Get<InvoiceViews>().OfSaleAsync(sale, Token));
    }

    [DatabaseFact]
    public async Task Issue_ManyAtOnce_EveryEditionIsGivenOnce()
    {
        var sale = await SellAsync(adults: 4);

        var sets = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => IssueAsync(sale, Guid.CreateVersion7(), Two(2_600, 2_600))));

        Assert.Equal(Enumerable.Range(1, 6), sets.Select(set => set.Value.View.Edition).Order());
    }

    private async Task<Guid> SellAsync(int adults)
    {
        var id = Guid.CreateVersion7();
        Assert.True((await SendAsync(id, Cash(await OpenSeriesAsync(), number: 1, adults))).Ok);
        return id;
    }

    private Task<Result<Written<InvoiceSetView>>> IssueAsync(Guid sale, Guid id, InvoiceSetRequest request) =>
        Get<IssueInvoices>().HandleAsync(sale, id, request, "hanako", Token);

    private static InvoiceSetRequest Two(long first, long second) =>
        new([new InvoiceRequest("山口旅行", "入洞料", new Yen(first)), new InvoiceRequest("하나투어", "입장료", new Yen(second))]);
}

public sealed class InvoicesOnSqlite(SqliteFixture database) : InvoiceContract(database), IClassFixture<SqliteFixture>;

public sealed class InvoicesOnPostgreSql(PostgreSqlFixture database) : InvoiceContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class InvoicesOnSqlServer(SqlServerFixture database) : InvoiceContract(database), IClassFixture<SqlServerFixture>;
