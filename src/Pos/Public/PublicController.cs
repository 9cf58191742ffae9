using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Pos.Admissions;
using Tourism.Pos.Http;
using Tourism.Pos.Receipts;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Tickets;

namespace Tourism.Pos.Public;

/// <summary>The pages a visitor opens from a QR code. Whoever holds the code may look; nothing personal is shown.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = true)]
internal sealed class PublicController(
    PublicPages pages, SaleViews sales, PrintPaper print, PublicAddress address, VisitorTickets tickets, MemberPages members) : Controller
{
    [HttpGet("/")]
    public async Task<IResult> Home() => PublicPages.Show<HomePage>(HttpContext, await pages.FrameAsync(HttpContext), new() { ["Members"] = members.IsOn });

    [HttpGet("/t/{code}")]
    public async Task<IResult> Ticket(string code, CancellationToken ct)
    {
        var frame = await pages.FrameAsync(HttpContext);
        return await tickets.FindAsync(code, ct) is { } ticket
            ? PublicPages.Show<TicketPage>(HttpContext, frame, new() { ["Ticket"] = ticket })
            : PublicPages.Missing(HttpContext, frame);
    }

    [HttpGet("/r/{token:length(26)}")]
    public async Task<IResult> Receipt(string token, CancellationToken ct, int paper = 80)
    {
        var frame = await pages.FrameAsync(HttpContext);
        if (await sales.FindByReceiptAsync(token, ct) is not { } sale)
            return PublicPages.Missing(HttpContext, frame);
        var issuer = await print.IssuerAsync(sale, ct);
        return PublicPages.Show<ReceiptPage>(HttpContext, frame, new() { ["Sale"] = sale, ["Issuer"] = issuer, ["PaperWidth"] = paper == 58 ? 58 : 80 });
    }

    [HttpGet("/p/{token:length(26)}")]
    public Task<IResult> Card(string token) => members.ShowCardAsync(HttpContext, token);

    [HttpGet("/t/{code}.svg")]
    public ActionResult TicketQr(string code) => TicketCode.Read(code) is { } read ? QrImage.Picture(address.Ticket(read.ToString())) : NotFound();

    [HttpGet("/r/{token:length(26)}.svg")]
    public ActionResult ReceiptQr(string token) => Base32.Decode(token) is null ? NotFound() : QrImage.Picture(address.Receipt(token));

    [HttpGet("/p/{token:length(26)}.svg")]
    public ActionResult CardQr(string token) => Base32.Decode(token) is null ? NotFound() : QrImage.Picture(address.Card(token));
}
