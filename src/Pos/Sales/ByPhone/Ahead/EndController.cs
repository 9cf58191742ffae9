using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Payments;
using Tourism.Pos.Public;

namespace Tourism.Pos.Sales.ByPhone.Ahead;

/// <summary>Visitors who change their minds end what they have not paid. Where a till waits for the money, its staff do that.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInLimit.Buyers)]
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class EndController(FindPayment find, CancelPayment cancel, AfterPaying after, PublicPages pages) : Controller
{
    /// <summary>Whoever was faster: the page it leads to tells what the books say.</summary>
    [HttpPost("/pay/{token:length(26)}/end")]
    public async Task<IResult> End(string token, CancellationToken ct)
    {
        if (await find.ByTokenAsync(token, ct) is not { } payment)
            return PublicPages.Missing(HttpContext, await pages.FrameAsync(HttpContext));
        if ((await after.FindAsync(payment.Sale, ct)).Again is not null)
            await cancel.HandleAsync(payment.Id, ct);
        return PublicPages.GoTo(HttpContext, $"/pay/{payment.PageToken}?lang={Languages.OfVisitor(HttpContext)}");
    }
}
