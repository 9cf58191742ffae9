using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tourism.Analytics.Contracts;
using Tourism.Analytics.Intake;
using Tourism.Analytics.Lake;
using Tourism.Analytics.Tests.Support;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Analytics.Tests.Sales;

public sealed class SalesApiTests
{
    private const string Days = "/api/v1/analytics/sales?from=2026-11-20&to=2026-11-24";

    [Fact]
    public async Task Get_WaitingAndLoadedSales_AreToldApart()
    {
        await using var host = await TestHost.StartAsync();
        var analyst = host.As(Roles.TourismAnalyst);
        await ReceiveAsync(host, Facts.Some(3));
        var before = await analyst.GetFromJsonAsync<SalesReport>(Days, Json.Options, World.Ct);
        await host.Get<LoadFacts>().RunAsync(World.Ct);
        var after = await analyst.GetFromJsonAsync<SalesReport>(Days, Json.Options, World.Ct);

        Assert.Equal((3, 0, null), (before!.Waiting, before.Cells.Count, before.AsOf));
        Assert.Equal((0, 3, new Yen(4_500)), (after!.Waiting, after.Cells.Count, after.Total));
        Assert.NotNull(after.AsOf);
    }

    [Fact]
    public async Task Get_AsCsv_HoldsTheSameRowsAsTheJson()
    {
        await using var host = await TestHost.StartAsync();
        await ReceiveAsync(host, Facts.Some(20));
        await host.Get<LoadFacts>().RunAsync(World.Ct);
        var report = await host.As(Roles.TourismAnalyst).GetFromJsonAsync<SalesReport>(Days, Json.Options, World.Ct);
        using var file = await host.As(Roles.Administrator, "en").GetAsync(Days + "&format=csv&encoding=cp932", World.Ct);

        Assert.Equal("sales-2026-11-20_2026-11-24.csv", file.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(["sales-2026-11-20_2026-11-24.csv"], ((TestHost.Exports)host.Get<IAuditTrail>()).Files);
        Assert.Equal("shift_jis", file.Content.Headers.ContentType!.CharSet);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition.DispositionType);
        var rows = Encoding.ASCII.GetString(await file.Content.ReadAsByteArrayAsync(World.Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Business date,", rows[0], StringComparison.Ordinal);
        Assert.Equal(
            report!.Cells.Select(cell => $"{cell.Date:yyyy-MM-dd},{cell.Hour},{cell.Site}"),
            rows[1..].Select(row => string.Join(',', row.Split(',')[..3])));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Roles.TicketStaff, HttpStatusCode.Forbidden)]
    [InlineData(Roles.TourismAnalyst, HttpStatusCode.OK)]
    public async Task Get_OfEachRole_OpensToTheAnalystOnly(string? role, HttpStatusCode status)
    {
        await using var host = await TestHost.StartAsync();
        Assert.Equal(status, (await host.As(role).GetAsync("/api/v1/analytics/sales", World.Ct)).StatusCode);
    }

    [Fact]
    public async Task Get_ReversedDates_Is400ThatNamesTheField()
    {
        await using var host = await TestHost.StartAsync();
        using var answer = await host.As(Roles.TourismAnalyst).GetAsync("/api/v1/analytics/sales?from=2026-11-24&to=2026-11-20", World.Ct);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(World.Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(("/problems/dates-reversed", "from"), (problem.GetProperty("type").GetString(), problem.GetProperty("field").GetString()));
    }

    private static async Task ReceiveAsync(TestHost host, IEnumerable<SaleFact> facts)
    {
        foreach (var fact in facts)
            await host.Get<TakeInSale>().HandleAsync(Guid.CreateVersion7(), fact, World.Ct);
    }
}
