using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access;
using Tourism.Pos.Sales;
using Tourism.Pos.Shared.Receipts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Receipts;

[Route("api/v1/sales/{sale:guid}")]
[Authorize(Roles = Roles.Sellers)]
internal sealed class ReceiptsController(SaleViews sales, IssueInvoices issue, InvoiceViews invoices, PrintPaper print) : ApiController
{
    /// <summary>Receipt, return slip or invoice as text of 32 or 48 columns, full-width characters counted as two.</summary>
    [HttpGet("receipt")]
    [Scope(Scopes.SalesRead)]
    [Produces("text/plain", "application/problem+json")]
    public async Task<ActionResult> Receipt(Guid sale, [FromQuery] PaperRequest request, CancellationToken ct)
    {
        if (await NotMineAsync(sale, ct) is { } failure)
            return Answer(failure);
        var paper = await print.HandleAsync(sale, request, ct);
        return paper.Ok ? Content(PrintText.Of(paper.Value, request.Columns), "text/plain; charset=utf-8") : Answer(paper.Failure);
    }

    /// <summary>Invoices made out for a sale, the set that holds first.</summary>
    [HttpGet("invoices")]
    [Scope(Scopes.SalesRead)]
    public async Task<ActionResult<IReadOnlyList<InvoiceSetView>>> Invoices(Guid sale, CancellationToken ct) =>
        await NotMineAsync(sale, ct) is { } failure ? Answer(failure) : Ok(await invoices.OfSaleAsync(sale, ct));

    /// <summary>Makes out invoices. The till makes the id; sending the same set again answers 200 and changes nothing.</summary>
    [HttpPut("invoices/{id:guid}")]
    public async Task<ActionResult<InvoiceSetView>> Put(Guid sale, Guid id, InvoiceSetRequest request, CancellationToken ct) =>
        await NotMineAsync(sale, ct) is { } failure ? Answer(failure) : Answer(await issue.HandleAsync(sale, id, request, User.Code(), ct));

    private async Task<Failure?> NotMineAsync(Guid id, CancellationToken ct)
    {
        var sale = await sales.FindAsync(id, ct);
        return sale.Ok ? User.Elsewhere(Places.Site, sale.Value.Site) : sale.Failure;
    }
}
