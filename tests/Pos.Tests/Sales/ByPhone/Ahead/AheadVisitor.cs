using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Tests.Payments;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Sales.ByPhone.Ahead;

/// <summary>Somebody at the car park with a phone.</summary>
internal sealed partial class AheadVisitor(CounterHost counter, string language = Language.Ko)
{
    public const string Address = "/buy/" + CounterHost.Site;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<Screen> OpenAsync(string path = Address)
    {
        using var answer = await counter.Host.Http.GetAsync(QueryHelpers.AddQueryString(path, "lang", language), Ct);
        return await ReadAsync(answer);
    }

    /// <summary>Sends the form of a screen with what is typed into it.</summary>
    public Task<Screen> SendAsync(Screen screen, params (string Field, string Text)[] typed) =>
        PostAsync(new FormUrlEncodedContent(screen.Hidden.Concat(typed.ToDictionary(one => one.Field, one => one.Text)).ToDictionary()));

    public async Task<Screen> PostAsync(HttpContent body, string path = Address)
    {
        using var answer = await counter.Host.Http.PostAsync($"{path}?lang={language}", body, Ct);
        return await ReadAsync(answer);
    }

    /// <summary>Two adults and a child of three, as far as the total.</summary>
    public async Task<Screen> PickAsync() => await SendAsync(await OpenAsync(), ("people-adult", "2"), ("people-preschool", "1"));

    /// <summary>Pays on the provider's page, and our books hear of it.</summary>
    public async Task PayAsync(Guid form)
    {
        await counter.Host.VisitorPaysAsync();
        await counter.Host.Get<AdvancePayment>().RunAsync(form, null, Ct);
    }

    /// <summary>Where the payment's own page is.</summary>
    public async Task<string> PayPageAsync(Guid payment) => "/pay/" + (await counter.Host.LoadAsync(payment)).PageToken;

    private static async Task<Screen> ReadAsync(HttpResponseMessage answer)
    {
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        var hidden = Hidden().Matches(text).ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value);
        var policy = answer.Headers.TryGetValues("Content-Security-Policy", out var said) ? said.Single() : null;
        return new Screen(answer.StatusCode, text, hidden, answer.Headers.Location?.ToString(), policy, answer.Headers.CacheControl?.NoStore ?? false);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>What the phone shows.</summary>
internal sealed record Screen(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Hidden, string? Location, string? Policy, bool NoStore)
{
    public Guid Form => Guid.Parse(Hidden["form"]);
}
