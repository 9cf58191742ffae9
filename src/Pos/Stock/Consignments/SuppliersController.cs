using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Sheets;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

[Route("api/v1/sites/{site}/suppliers")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class SuppliersController(KeepSuppliers suppliers, KeepConsignments terms, FindStatement find, SettleSupplier settle, IAuditTrail trail) : ApiController
{
    /// <summary>Whose goods the shop sells on consignment, with their terms.</summary>
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<SupplierView>>> Get(string site, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Ok(await suppliers.ListAsync(site, ct));

    /// <summary>Adds a supplier or changes one.</summary>
    [HttpPut("{supplier}")]
    public async Task<ActionResult<SupplierView>> Put(string site, string supplier, SupplierRequest request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await suppliers.KeepAsync(site, supplier, request, User.Actor(), ct));

    /// <summary>Agrees terms for a product. Sending the same terms again answers 200 and changes nothing.</summary>
    [HttpPut("/api/v1/sites/{site}/consignments/{id:guid}")]
    public async Task<ActionResult<ConsignmentView>> Agree(string site, Guid id, ConsignmentRequest request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await terms.AgreeAsync(site, id, request, User.Actor(), ct));

    /// <summary>Ends terms, or takes them back before anything is settled under them.</summary>
    [HttpPut("/api/v1/sites/{site}/consignments/{id:guid}/end")]
    public async Task<ActionResult<ConsignmentView>> End(string site, Guid id, ConsignmentEnd request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await terms.EndAsync(site, id, request, User.Actor(), ct));

    /// <summary>What the supplier gets for the sales of some days; this month's until today when none are given.</summary>
    [HttpGet("{supplier}/statement")]
    public async Task<ActionResult<StatementView>> Statement(string site, string supplier, DateOnly? from, DateOnly? to, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await find.HandleAsync(site, supplier, from, to, ct));

    /// <summary>The same as a file; <paramref name="encoding"/> is utf-8 (default, with byte order mark) or cp932.</summary>
    [HttpGet("{supplier}/statement.csv")]
    public async Task<ActionResult<StatementView>> Csv(string site, string supplier, DateOnly? from, DateOnly? to, CancellationToken ct, string encoding = CsvEncoding.Utf8)
    {
        if (Mine(site) is { } elsewhere)
            return Answer(elsewhere);
        if (encoding is not (CsvEncoding.Utf8 or CsvEncoding.Cp932))
            return Answer(new WrongStock("encoding", $"{CsvEncoding.Utf8} か {CsvEncoding.Cp932} にしてください", $"choose {CsvEncoding.Utf8} or {CsvEncoding.Cp932}"));
        var found = await find.HandleAsync(site, supplier, from, to, ct);
        if (!found.Ok)
            return Answer(found);
        var (name, csv) = (StatementCsv.FileName(site, found.Value), CsvEncoding.Of(encoding));
        await trail.ExportedAsync(User, name, ct);
        return File(csv.Write(StatementCsv.Write(found.Value, Languages.OfStaff(HttpContext))), csv.ContentType, name);
    }

    /// <summary>Settles every open line up to a day. Sending the same settlement again answers 200 and changes nothing.</summary>
    [HttpPut("{supplier}/settlements/{id:guid}")]
    public async Task<ActionResult<SettlementView>> Settle(string site, string supplier, Guid id, SettlementRequest request, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await settle.HandleAsync(site, supplier, id, request, User.Actor(), ct));

    private Failure? Mine(string site) => User.Elsewhere(Places.Site, site);
}
