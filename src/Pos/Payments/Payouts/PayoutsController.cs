using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Sheets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Payouts;

[Route("api/v1/payouts")]
[Authorize(Roles = Roles.Administrator + "," + Roles.Auditor)]
internal sealed class PayoutsController(FindPayouts find, IAuditTrail trail) : ApiController
{
    /// <summary>The last hundred, latest first.</summary>
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<ProviderPayoutView>>> All(CancellationToken ct) => Ok(await find.ListAsync(ct));

    /// <summary>One of them with its sites and a page of its lines.</summary>
    [HttpGet("{id}")]
    public async Task<ActionResult<ProviderPayoutDetail>> Find(string id, CancellationToken ct, long after = 0) => Answer(await find.FindAsync(id, after, ct));

    /// <summary>All of its lines as a file; <paramref name="encoding"/> is utf-8 (default, with byte order mark) or cp932.</summary>
    [HttpGet("{id}/lines.csv")]
    public async Task<ActionResult<ProviderPayoutDetail>> Csv(string id, CancellationToken ct, string encoding = CsvEncoding.Utf8)
    {
        if (encoding is not (CsvEncoding.Utf8 or CsvEncoding.Cp932))
            return Answer(new Catalogue.Imports.UnknownChoice("encoding", encoding, $"{CsvEncoding.Utf8}, {CsvEncoding.Cp932}"));
        var found = await find.FindAsync(id, after: 0, ct);
        if (!found.Ok)
            return Answer(found);
        var (name, csv) = ($"payout-{BusinessDate.Text(found.Value.Payout.Arrives)}-{found.Value.Payout.Id}.csv", CsvEncoding.Of(encoding));
        await trail.ExportedAsync(User, name, ct);
        return File(csv.Write(await PayoutCsv.WriteAsync(find.LinesAsync(id, ct), Languages.OfStaff(HttpContext))), csv.ContentType, name);
    }
}
