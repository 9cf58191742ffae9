using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Kernel.Server.Sheets;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;

namespace Tourism.Analytics.Sales;

[Route("api/v1/analytics/sales")]
[Authorize(Roles = Roles.TourismOffice)]
internal sealed class SalesController(ReadSales read, IAuditTrail trail, TimeProvider clock) : ApiController
{
    /// <summary>Sales and refunds by site, business date and hour; today's when no date is given. As a file with <c>format=csv</c>.</summary>
    [HttpGet]
    [Scope(Scopes.FiguresRead)]
    public async Task<ActionResult<SalesReport>> Get([FromQuery] AskSales ask, CancellationToken ct)
    {
        var question = ask.Read(BusinessDate.Of(clock.UtcMicros()));
        var report = question.Ok ? await read.HandleAsync(question.Value, ct) : question.Failure;
        if (!report.Ok || question.Value.Csv is not { } csv)
            return Answer(report);
        await trail.ExportedAsync(User, SalesCsv.FileName(report.Value), ct);
        return Attachment(report.Value, csv);
    }

    private FileContentResult Attachment(SalesReport report, CsvEncoding csv) =>
        File(csv.Write(SalesCsv.Write(report, Languages.OfStaff(HttpContext))), csv.ContentType, SalesCsv.FileName(report));
}
