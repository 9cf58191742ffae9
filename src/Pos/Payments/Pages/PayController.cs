using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Persistence;
using Tourism.Pos.Public;
using Tourism.Pos.Sales.ByPhone.Ahead;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Pages;

/// <summary>The visitor's page of a payment, opened by a token that names nothing else.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class PayController(
    FindPayment find, IPaidSale sale, AfterPaying after, PublicPages pages, IDbContextFactory<PosDbContext> contexts, TimeProvider clock) : Controller
{
    [HttpGet("/pay/{token:length(26)}")]
    public async Task<IResult> Show(string token, CancellationToken ct)
    {
        var frame = await pages.FrameAsync(HttpContext);
        if (await find.ByTokenAsync(token, ct) is not { } payment)
            return PublicPages.Missing(HttpContext, frame);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var tender = await sale.FindAsync(db, payment.Sale, payment.Id, ct);
        var paidFor = await after.FindAsync(payment.Sale, ct);
        return PublicPages.Show<PayPage>(HttpContext, frame with { Language = LanguageOf(payment, frame) }, new()
        {
            ["State"] = payment.State,
            ["Amount"] = payment.Amount,
            ["PageUrl"] = payment.View.PageUrl,
            ["ReceiptUrl"] = tender?.ReceiptUrl,
            ["Ticket"] = paidFor.Ticket,
            ["Again"] = paidFor.Again,
            ["EndUrl"] = $"/pay/{payment.PageToken}/end?lang={LanguageOf(payment, frame)}",
            ["Sticker"] = tender?.Sticker,
            ["Now"] = clock.UtcMicros(),
        });
    }

    private string LanguageOf(Payment payment, PublicFrame frame) => Request.Query.ContainsKey("lang") || payment.Language == PaymentRequest.VisitorsOwn ? frame.Language : payment.Language;
}
