using Tourism.Kernel;
using Tourism.Points.Contracts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>
/// What the cave and a souvenir shop have, so that somebody at another place can try to reach it: for each address that takes a place or a thing
/// of a place, how they would ask.
/// </summary>
internal sealed class VictimShop
{
    private static readonly DateTime Now = TimeProvider.System.UtcMicros();
    private readonly Guid _sale = Guid.CreateVersion7(), _awaiting = Guid.CreateVersion7(), _payment = Guid.CreateVersion7();
    private readonly Guid _hold = Guid.CreateVersion7(), _scan = Guid.CreateVersion7(), _closure = Guid.CreateVersion7();
    private Guid _device;
    private int _series;
    private string _ticket = "", _card = "", _receipt = "", _shop = "";

    /// <summary>Words that stand in what the victims have and nowhere else.</summary>
    public IReadOnlyList<string> Belongings => [_receipt, _sale.ToString(), _awaiting.ToString(), _card, _device.ToString(), "akiyoshido-1", "mine-tourism", _shop[(_shop.LastIndexOf('/') + 1)..]];

    /// <summary>How to reach into the places, by method and route. Who adds an address that staff of a place may call adds how to reach into another place by it.</summary>
    public IReadOnlyDictionary<string, (string Path, object? Body)> Reaches => new Dictionary<string, (string, object?)>
    {
        ["GET /api/v1/gates/{gate}/list"] = ("/api/v1/gates/main/list", null),
        ["POST /api/v1/gates/{gate}/scans"] = ("/api/v1/gates/main/scans", new ScanRequest(Guid.CreateVersion7(), _ticket, null, Now)),
        ["PUT /api/v1/gates/{gate}/scans/{id:guid}/undo"] = ($"/api/v1/gates/main/scans/{_scan}/undo", new { }),
        ["GET /api/v1/payments/{id:guid}"] = ($"/api/v1/payments/{_payment}", null),
        ["PUT /api/v1/payments/{id:guid}"] = ($"/api/v1/payments/{_payment}", new PaymentRequest(_awaiting, "ja")),
        ["PUT /api/v1/payments/{id:guid}/cancel"] = ($"/api/v1/payments/{_payment}/cancel", new { }),
        ["GET /api/v1/payments/{id:guid}/live"] = ($"/api/v1/payments/{_payment}/live", null),
        ["PUT /api/v1/payments/{id:guid}/tries/{name:guid}"] = ($"/api/v1/payments/{_payment}/tries/{Guid.CreateVersion7()}", new PresentRequest("tmr_1")),
        ["GET /api/v1/payments/{id:guid}/qr.svg"] = ($"/api/v1/payments/{_payment}/qr.svg", null),
        ["GET /api/v1/points/holds/{id}"] = ($"/api/v1/points/holds/{_hold}", null),
        ["PUT /api/v1/points/holds/{id}"] = ($"/api/v1/points/holds/{Guid.CreateVersion7()}", Hold()),
        ["PUT /api/v1/points/holds/{id}/release"] = ($"/api/v1/points/holds/{_hold}/release", new { }),
        ["POST /api/v1/quotes"] = ("/api/v1/quotes", new QuoteRequest("akiyoshido-1", [new("adult", 1)])),
        ["GET /api/v1/sales"] = ($"/api/v1/sales?receipt={_receipt}", null),
        ["GET /api/v1/sales/{id:guid}"] = ($"/api/v1/sales/{_sale}", null),
        ["PUT /api/v1/sales/{id:guid}"] = ($"/api/v1/sales/{Guid.CreateVersion7()}", Sale(9, TenderKind.Cash, Guid.CreateVersion7())),
        ["GET /api/v1/sales/{sale:guid}/invoices"] = ($"/api/v1/sales/{_sale}/invoices", null),
        ["PUT /api/v1/sales/{sale:guid}/invoices/{id:guid}"] = ($"/api/v1/sales/{_sale}/invoices/{Guid.CreateVersion7()}", new InvoiceSetRequest([new InvoiceRequest("他店", "入洞料", new Yen(2600))])),
        ["GET /api/v1/sales/{sale:guid}/receipt"] = ($"/api/v1/sales/{_sale}/receipt", null),
        ["GET /api/v1/sales/{sale:guid}/refundable"] = ($"/api/v1/sales/{_sale}/refundable", null),
        ["PUT /api/v1/sales/{sale:guid}/refunds/{id:guid}"] = ($"/api/v1/sales/{_sale}/refunds/{Guid.CreateVersion7()}", new RefundRequest("akiyoshido-1", _series, 9, Now, "x", [], new Yen(2600))),
        ["PUT /api/v1/sales/{sale:guid}/tax/{id:guid}"] = ($"/api/v1/sales/{_sale}/tax/{Guid.CreateVersion7()}", new TaxChangeRequest("reduced")),
        ["GET /api/v1/sites/{site}/closures"] = ("/api/v1/sites/akiyoshido/closures", null),
        ["PUT /api/v1/sites/{site}/closures/{id:guid}"] = ($"/api/v1/sites/akiyoshido/closures/{Guid.CreateVersion7()}", new ClosureRequest(ClosureReason.Flood, Later)),
        ["PUT /api/v1/sites/{site}/closures/{id:guid}/reopening"] = ($"/api/v1/sites/akiyoshido/closures/{_closure}/reopening", new { }),
        ["PUT /api/v1/sites/{site}/closures/{id:guid}/remedy"] = ($"/api/v1/sites/akiyoshido/closures/{_closure}/remedy", new RemedyRequest(RemedyKind.Refund)),
        ["PUT /api/v1/sites/{site}/closures/{id:guid}/remedy/confirmation"] = ($"/api/v1/sites/akiyoshido/closures/{_closure}/remedy/confirmation", new RemedyRequest(RemedyKind.Refund)),
        ["GET /api/v1/changes"] = ("/api/v1/changes?site=akiyoshido", null),
        ["PUT /api/v1/devices/{id:guid}"] = ($"/api/v1/devices/{Guid.CreateVersion7()}", new DeviceRequest("iPad", "akiyoshido", "akiyoshido-1")),
        ["PUT /api/v1/devices/{id:guid}/code"] = ($"/api/v1/devices/{_device}/code", new { }),
        ["PUT /api/v1/devices/{id:guid}/revocation"] = ($"/api/v1/devices/{_device}/revocation", new { }),
        ["PUT /api/v1/devices/{id:guid}/forgetting"] = ($"/api/v1/devices/{_device}/forgetting", new { }),
        ["PUT /api/v1/shops/{id:guid}/payout"] = (_shop + "/payout", new PayoutRequest(PayoutWay.City, ShopSteps.Account, 1)),
        ["PUT /api/v1/shops/{id:guid}/stripe/link"] = (_shop + "/stripe/link", new { }),
        ["PUT /api/v1/shops/{id:guid}/stripe"] = (_shop + "/stripe", new { }),
        ["PUT /api/v1/tills/{till}/epochs/{id:guid}"] = ($"/api/v1/tills/akiyoshido-1/epochs/{Guid.CreateVersion7()}", new { }),
        ["GET /api/v1/tills/{till}/journal"] = ("/api/v1/tills/akiyoshido-1/journal", null),
        ["GET /api/v1/tills/{till}/sales"] = ("/api/v1/tills/akiyoshido-1/sales", null),
    };

    /// <summary>Bodies of what the office of a site is sent; its address begins with <c>/api/v1/sites/{site}</c>.</summary>
    private static IReadOnlyDictionary<string, object> Bodies => new Dictionary<string, object>
    {
        ["products/{code}"] = new ProductRequest(new LocalText("大人"), ProductKind.Admission, "standard"),
        ["products/{code}/prices/{from}"] = new PriceRequest(new Yen(1)),
        ["imports/{id:guid}/application"] = new ImportDecision(),
        ["stock/moves/{id:guid}"] = new StockMoveRequest("adult", StockKind.Received, 1, Now),
        ["stock/moves/{id:guid}/undo"] = new { },
        ["stock/rules"] = new StockRules(true),
        ["stock/marks/{product}"] = new StockMark(3),
        ["suppliers/{supplier}"] = new SupplierRequest(new LocalText("農家")),
        ["suppliers/{supplier}/settlements/{id:guid}"] = new SettlementRequest(Later, Later, new Yen(1)),
        ["consignments/{id:guid}"] = new ConsignmentRequest("adult", "farmer", 70, Later),
        ["consignments/{id:guid}/end"] = new ConsignmentEnd(Later),
    };

    /// <summary>How to reach into the cave by an address.</summary>
    public (string Path, object? Body)? Reach(string address)
    {
        const string Site = " /api/v1/sites/{site}/";
        if (Reaches.TryGetValue(address, out var known))
            return known;
        if (!address.Contains(Site, StringComparison.Ordinal))
            return null;
        var (method, rest) = (address.Split(' ')[0], address.Split(Site)[1]);
        var path = rest.Replace("{id:guid}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{code}", "adult", StringComparison.Ordinal)
            .Replace("{product}", "adult", StringComparison.Ordinal).Replace("{supplier}", "farmer", StringComparison.Ordinal).Replace("{from}", BusinessDate.Text(Later), StringComparison.Ordinal);
        return ("/api/v1/sites/akiyoshido/" + path, method == "PUT" ? Bodies.GetValueOrDefault(rest, new { }) : null);
    }

    private static DateOnly Later => BusinessDate.Of(Now).AddDays(30);

    public static async Task<VictimShop> OpenAsync(Uri host, string counter, string gate, string shop, string office)
    {
        var victim = new VictimShop();
        using var cave = await Staff.SignInAsync(host, counter);
        victim._series = (await cave.PutAsync<EpochView>($"/api/v1/tills/akiyoshido-1/epochs/{Guid.CreateVersion7()}", new { })).Epoch;
        var sale = await cave.PutAsync<SaleView>($"/api/v1/sales/{victim._sale}", victim.Sale(1, TenderKind.Cash, Guid.CreateVersion7()));
        (victim._ticket, victim._receipt) = (sale.Ticket!.Url, sale.ReceiptNumber);
        await cave.PutAsync<SaleView>($"/api/v1/sales/{victim._awaiting}", victim.Sale(2, TenderKind.Qr, victim._payment));
        await cave.PutAsync<PaymentView>($"/api/v1/payments/{victim._payment}", new PaymentRequest(victim._awaiting, "ja"));
        await cave.PutAsync<ClosureView>($"/api/v1/sites/akiyoshido/closures/{victim._closure}", new ClosureRequest(ClosureReason.Weather, Later));
        victim._device = (await cave.PutAsync<OwnDeviceView>("/api/v1/device", new DeviceReport())).Id!.Value;
        using var entrance = await Staff.SignInAsync(host, gate);
        await entrance.PostAsync<ScanView>("/api/v1/gates/main/scans", new ScanRequest(victim._scan, victim._ticket, 1, Now));
        await victim.HoldPointsAsync(host, shop, office);
        using var admin = await Staff.SignInAsync(host, Roles.Administrator);
        victim._shop = await admin.InviteAsync("田中茶舗");
        await admin.PutAsync<ShopView>(victim._shop + "/answer", ShopSteps.Tea);
        return victim;
    }

    private async Task HoldPointsAsync(Uri host, string shop, string office)
    {
        using var clerk = await Staff.SignInAsync(host, office);
        var member = Guid.CreateVersion7();
        _card = (await clerk.PutAsync<MemberView>($"/api/v1/points/members/{member}", new MemberRequest("山本 さくら"))).Card;
        await clerk.PutAsync<GrantView>($"/api/v1/points/grants/{Guid.CreateVersion7()}", new GrantRequest("health-volunteer", member, new PointAmount(100), "Health class"));
        using var momiji = await Staff.SignInAsync(host, shop);
        await momiji.PutAsync<HoldView>($"/api/v1/points/holds/{_hold}", Hold());
    }

    private HoldRequest Hold() => new(_card, "momiji", new LocalText("もみじ"), new PointAmount(10), Guid.CreateVersion7());

    private SaleRequest Sale(int number, TenderKind kind, Guid tender) => new(
        "akiyoshido-1", _series, number, Now, "ja", [new("adult", 2)], new Yen(2600), [new(tender, kind, new Yen(2600), kind == TenderKind.Cash ? new Yen(2600) : null)]);
}
