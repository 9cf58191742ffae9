using System.Net.Http.Headers;
using Tourism.Analytics.Contracts;
using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Shared.Wire;
using Xunit;

namespace Tourism.Api.Tests;

/// <summary>One thin day in Mine City as a list of steps. Every id and body is fixed before the first send, so any step can be repeated.</summary>
internal sealed class TheDay(Uri host) : IDisposable
{
    private static readonly LocalText Momiji = new("おみやげ もみじ");
    private readonly Dictionary<string, Staff> _staff = [];
    private readonly Guid _caveEpoch = Guid.CreateVersion7(), _shopEpoch = Guid.CreateVersion7();
    private readonly Guid _admission = Guid.CreateVersion7(), _admissionCash = Guid.CreateVersion7();
    private readonly Guid _souvenir = Guid.CreateVersion7(), _payment = Guid.CreateVersion7();
    private readonly Guid _member = Guid.CreateVersion7(), _grant = Guid.CreateVersion7(), _hold = Guid.CreateVersion7();
    private readonly Guid _sweets = Guid.CreateVersion7(), _sweetsPoints = Guid.CreateVersion7(), _sweetsCash = Guid.CreateVersion7();
    private readonly Guid _scan = Guid.CreateVersion7(), _load = Guid.CreateVersion7();
    private readonly DateTime _now = TimeProvider.System.UtcMicros();
    private string _card = "", _ticket = "";
    private string? _page;
    private int _caveSeries, _shopSeries;

    public IReadOnlyList<(string Name, Func<Task> Run)> Steps =>
    [
        ("open the cave till", OpenCaveAsync), ("sell an admission", SellAdmissionAsync), ("open the shop till", OpenShopAsync),
        ("ring up a souvenir", RingUpSouvenirAsync), ("show the payment QR", ShowPaymentAsync), ("the visitor pays", PayAsync), ("the sale completes", SouvenirCompletesAsync),
        ("register a volunteer", RegisterAsync), ("grant points", GrantAsync), ("hold points", HoldAsync), ("sell sweets", SellSweetsAsync),
        ("points are captured", CapturedAsync), ("admit the party", AdmitAsync), ("load the lake", LoadAsync),
    ];

    /// <summary>What opens somebody's page, or names somebody: none of it may stand in a log.</summary>
    public IReadOnlyList<string> Secrets => [_ticket.Split('/')[^1], _card, _page!.Split('/')[^1], "山本"];

    public async Task<Staff> AsAsync(string person) =>
        _staff.TryGetValue(person, out var known) ? known : _staff[person] = await Staff.SignInAsync(host, person);

    /// <summary>What the books must say at the end, however often anything was repeated or the host died.</summary>
    public async Task CheckAsync()
    {
        var report = await ReportAsync();
        Assert.Equal(new Yen(3300 + 1500 + 500), report.Total);
        Assert.Equal(new PointAmount(40), report.PointsUsed);
        Assert.Equal(3, report.Cells.Sum(cell => cell.Sales));
        Assert.Equal(3300, report.Cells.Where(cell => cell.Site == "akiyoshido").Sum(cell => cell.Amount.Amount));
        Assert.Equal(3, report.Cells.Sum(cell => cell.People));
        Assert.Equal(0, report.Waiting);
        var member = (await (await AsAsync("sato")).GetAsync<List<MemberView>>($"/api/v1/points/members?card={_card}")).Single();
        Assert.Equal((new PointAmount(60), PointAmount.Zero), (member.Available, member.Held));
        var programme = (await (await AsAsync("sato")).GetAsync<List<ProgrammeView>>("/api/v1/points/programmes")).Single(one => one.Code == "health-volunteer");
        Assert.Equal(new PointAmount(100), programme.Issued);
        var again = await (await AsAsync("ken")).PostAsync<ScanView>("/api/v1/gates/main/scans", Scan(Guid.CreateVersion7()));
        Assert.Equal((ScanOutcome.AlreadyUsed, 0), (again.Outcome, again.Remaining));
    }

    public async Task<SalesReport> ReportAsync() => await (await AsAsync("tanaka")).GetAsync<SalesReport>("/api/v1/analytics/sales");

    public void Dispose()
    {
        foreach (var staff in _staff.Values)
            staff.Dispose();
    }

    private async Task OpenCaveAsync() => _caveSeries = await OpenAsync("hanako", "akiyoshido-1", _caveEpoch);

    private async Task OpenShopAsync() => _shopSeries = await OpenAsync("momiji", "momiji-1", _shopEpoch);

    private async Task<int> OpenAsync(string person, string till, Guid id) =>
        (await (await AsAsync(person)).PutAsync<EpochView>($"/api/v1/tills/{till}/epochs/{id}", new { })).Epoch;

    private async Task SellAdmissionAsync()
    {
        var sale = await SellAsync("hanako", _admission, new SaleRequest(
            "akiyoshido-1", _caveSeries, 1, _now, "ko", [new("adult", 2), new("elementary", 1)], new Yen(3300),
            [new(_admissionCash, TenderKind.Cash, new Yen(3300), new Yen(5000))]));
        Assert.Equal((SaleState.Completed, new Yen(1700), 3), (sale.State, sale.Change, sale.Ticket!.People));
        _ticket = sale.Ticket.Url;
    }

    private async Task RingUpSouvenirAsync()
    {
        var sale = await SellAsync("momiji", _souvenir, Shop(1, new Yen(1500), [new(_payment, TenderKind.Qr, new Yen(1500))]));
        Assert.Null(sale.Ticket);
    }

    private async Task ShowPaymentAsync()
    {
        var payment = await (await AsAsync("momiji")).PutAsync<PaymentView>($"/api/v1/payments/{_payment}", new PaymentRequest(_souvenir, "ko"));
        Assert.Equal((new Yen(1500), _souvenir), (payment.Amount, payment.Sale));
    }

    private async Task PayAsync()
    {
        var momiji = await AsAsync("momiji");
        _page ??= (await UntilAsync(() => momiji.GetAsync<PaymentView>($"/api/v1/payments/{_payment}"), payment => payment.PageUrl is not null)).PageUrl;
        using var visitor = Staff.Nobody(host);
        using var answer = await visitor.SendAsync(HttpMethod.Post, new Uri(_page!).AbsolutePath, new FormUrlEncodedContent([new("act", "card")]));
        Assert.True((int)answer.StatusCode < 400, $"{answer.StatusCode}");
    }

    private async Task SouvenirCompletesAsync()
    {
        var momiji = await AsAsync("momiji");
        await UntilAsync(() => momiji.GetAsync<SaleView>($"/api/v1/sales/{_souvenir}"), sale => sale.State == SaleState.Completed);
    }

    private async Task RegisterAsync() =>
        _card = (await (await AsAsync("sato")).PutAsync<MemberView>($"/api/v1/points/members/{_member}", new MemberRequest("山本 さくら"))).Card;

    private async Task GrantAsync() => await (await AsAsync("sato")).PutAsync<GrantView>(
        $"/api/v1/points/grants/{_grant}", new GrantRequest("health-volunteer", _member, new PointAmount(100), "Health class"));

    private async Task HoldAsync() => await (await AsAsync("momiji")).PutAsync<HoldView>(
        $"/api/v1/points/holds/{_hold}", new HoldRequest(_card, "momiji", Momiji, new PointAmount(40), _sweets));

    private async Task SellSweetsAsync()
    {
        var sale = await SellAsync("momiji", _sweets, Shop(2, new Yen(500),
            [new(_sweetsPoints, TenderKind.Points, new Yen(40), Hold: _hold), new(_sweetsCash, TenderKind.Cash, new Yen(460), new Yen(460))]));
        Assert.Equal(SaleState.Completed, sale.State);
    }

    private async Task CapturedAsync()
    {
        var momiji = await AsAsync("momiji");
        await UntilAsync(() => momiji.GetAsync<HoldView>($"/api/v1/points/holds/{_hold}"), hold => hold.State == HoldState.Captured);
    }

    private async Task AdmitAsync()
    {
        var scan = await (await AsAsync("ken")).PostAsync<ScanView>("/api/v1/gates/main/scans", Scan(_scan));
        Assert.Equal((ScanOutcome.Admitted, 3, 0), (scan.Outcome, scan.Admitted, scan.Remaining));
    }

    private async Task LoadAsync()
    {
        await UntilAsync(ReportAsync, report => report.Waiting + report.Cells.Sum(cell => cell.Sales) == 3);
        await (await AsAsync("tanaka")).PutAsync<LoadView>($"/api/v1/analytics/loads/{_load}", new { });
        await UntilAsync(ReportAsync, report => report.Waiting == 0);
    }

    private async Task<SaleView> SellAsync(string person, Guid id, SaleRequest request) =>
        await (await AsAsync(person)).PutAsync<SaleView>($"/api/v1/sales/{id}", request);

    private SaleRequest Shop(int number, Yen amount, IReadOnlyList<TenderRequest> tenders) =>
        new("momiji-1", _shopSeries, number, _now, "ja", [new("goods", 1, amount)], amount, tenders);

    private ScanRequest Scan(Guid id) => new(id, _ticket, null, _now);

    private static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> good)
    {
        for (var tries = 0; ; tries++)
        {
            var seen = await look();
            if (good(seen))
                return seen;
            // A job that a dead host had begun comes again with the next minute's tick.
            Assert.True(tries < 600, $"Still waiting: {seen}");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
