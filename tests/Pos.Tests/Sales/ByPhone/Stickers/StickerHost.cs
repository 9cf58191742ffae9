using System.Net;
using System.Text.RegularExpressions;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Payments;
using Tourism.Pos.Refunds;
using Tourism.Pos.Sales.ByPhone.Stickers;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Payments;
using Tourism.Pos.Tests.Refunds;
using Tourism.Pos.Tills;

namespace Tourism.Pos.Tests.Sales.ByPhone.Stickers;

/// <summary>The souvenir shop and its visitors, who pay by the sticker on its wall.</summary>
internal sealed partial class StickerHost(CounterHost counter) : IAsyncDisposable
{
    public const string Site = "momiji";
    private const string Till = "momiji-1";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public CounterHost Counter { get; } = counter;

    public static Actor Owner { get; } = new("momiji", Site, Till);

    public static async Task<StickerHost> StartAsync() => new(await CounterHost.StartAsync());

    public T Get<T>() where T : notnull => Counter.Host.Get<T>();

    public Task<Result<Written<StickerView>>> TryMakeAsync(Guid id, string site = Site) => Get<KeepSticker>().HandleAsync(site, id, Owner, Ct);

    /// <summary>Makes a sticker; gives what the address in its code ends with.</summary>
    public async Task<string> MakeAsync() => (await TryMakeAsync(Guid.CreateVersion7())).Value.View.Url.Split('/')[^1];

    public async Task<(HttpStatusCode Status, string Page)> OpenAsync(string address)
    {
        using var answer = await Counter.Host.Http.GetAsync(address, Ct);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
    }

    /// <summary>The id that the page's form carries.</summary>
    public static Guid FormOf(string page) => Guid.Parse(Form().Match(page).Groups[1].Value);

    public Task<HttpResponseMessage> SendAsync(string token, Guid form, string amount, string language = Language.ZhHant) => Counter.Host.Http.PostAsync(
        $"/s/{token}?lang={language}", new FormUrlEncodedContent([new("form", form.ToString()), new("amount", amount)]), Ct);

    /// <summary>A visitor pays; gives the sale.</summary>
    public async Task<Guid> PayAsync(string token, long yen)
    {
        var form = Guid.CreateVersion7();
        using var sent = await SendAsync(token, form, $"{yen}");
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        await Counter.Host.VisitorPaysAsync();
        await Get<AdvancePayment>().RunAsync(form, null, Ct);
        return form;
    }

    public async Task<ArrivalsView> ArrivalsAsync(long? after = null) => (await Get<FindArrivals>().HandleAsync(Site, null, after, Ct)).Value;

    public Task<Result<Written<ArrivalView>>> ChangeAsync(Guid sale, string taxClass, Guid? id = null) =>
        Get<ChangeTax>().HandleAsync(sale, id ?? Guid.CreateVersion7(), new TaxChangeRequest(taxClass), Owner, Ct);

    public async Task<RefundView> RefundAsync(Guid sale, long yen)
    {
        var opened = await Get<OpenEpoch>().HandleAsync(Till, Guid.CreateVersion7(), null, null, Ct);
        var request = new RefundRequest(Till, opened.Value.View.Epoch, 1, Counter.Host.Clock.UtcMicros(), "返品", [], new Yen(yen));
        return (await Get<RefundSale>().HandleAsync(sale, Guid.CreateVersion7(), request, Owner, Ct)).Value.View;
    }

    public ValueTask DisposeAsync() => Counter.DisposeAsync();

    [GeneratedRegex("name=\"form\" value=\"([^\"]+)\"")]
    private static partial Regex Form();
}
