using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Pos.Audit;
using Tourism.Pos.Closures;
using Tourism.Pos.Sales;
using Tourism.Pos.Sales.ByPhone.Ahead;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Tests.Refunds;

namespace Tourism.Pos.Tests.Sales.ByPhone.Ahead;

/// <summary>What the pages say when nothing can be bought, or not like this.</summary>
public sealed class AheadPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_WhateverIsTyped_IsAnsweredByASentenceAndKept()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter, Language.ZhHant);
        var form = await visitor.OpenAsync();

        await SaysAsync(visitor.SendAsync(form), HttpStatusCode.BadRequest, "say-nobody");
        await SaysAsync(visitor.SendAsync(form, ("people-preschool", "2")), HttpStatusCode.UnprocessableEntity, "say-little");
        var group = await SaysAsync(visitor.SendAsync(form, ("people-adult", "15"), ("people-student", "5")), HttpStatusCode.UnprocessableEntity, "say-group", 20);
        Assert.All(["value=\"15\"", "value=\"5\""], kept => Assert.Contains(kept, group.Text, StringComparison.Ordinal));
        Assert.Equal(0, Wrong(form));
        Assert.Equal(0, Wrong(group));
        foreach (var typed in new[] { "-1", "2.5", "1' OR '1'='1", "９".PadLeft(40, '<'), "18446744073709551617" })
            Assert.Equal(1, Wrong(await SaysAsync(visitor.SendAsync(form, ("people-adult", typed)), HttpStatusCode.BadRequest, "say-number", 19)));
        Assert.Equal(form.Form, group.Form);
        Assert.Equal(0, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
    }

    [Fact]
    public async Task AnotherLanguage_OnTheCheckOfTheTotal_KeepsTheNumbers()
    {
        await using var counter = await CounterHost.StartAsync();
        var check = await new AheadVisitor(counter).PickAsync();
        var english = Regex.Match(check.Text, "href=\"([^\"]*)\" lang=\"en\"").Groups[1].Value;

        var again = await new AheadVisitor(counter, Language.En).OpenAsync(english);

        Assert.Equal((HttpStatusCode.OK, 0), (again.Status, Wrong(again)));
        Assert.Matches("name=\"people-adult\"[^>]* value=\"2\"", again.Text);
        Assert.Matches("name=\"people-preschool\"[^>]* value=\"1\"", again.Text);
        Assert.NotEqual(check.Form, again.Form);
    }

    [Theory]
    [InlineData("people-adult=%22%3E%3Cscript%3E&people-adult=2")]
    [InlineData("people-adult=-5&people-nobody=3")]
    [InlineData("people-adult=%00%FF&lang=%00")]
    public async Task Numbers_OfAnAddress_AreShownAsTheyAreAndSellNothing(string query)
    {
        await using var counter = await CounterHost.StartAsync();

        var shown = await new AheadVisitor(counter).OpenAsync(AheadVisitor.Address + "?" + query);

        Assert.Equal((HttpStatusCode.OK, 1), (shown.Status, Wrong(shown)));
        Assert.DoesNotContain("people-nobody", shown.Text, StringComparison.Ordinal);
        Assert.Equal(0, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Send_WhatIsNoFormOfOurs_IsAPageAndNoFault()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();

        await SaysAsync(visitor.PostAsync(new StringContent("{}", Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest, "say-nobody");
        await SaysAsync(visitor.PostAsync(new StringContent("people-adult=2&people-adult=3", Encoding.UTF8, "application/x-www-form-urlencoded")), HttpStatusCode.BadRequest, "say-number", 19);
        foreach (var id in new[] { "", "1", Guid.Empty.ToString(), "'; --", "6f9619ff-8b86-4011-b42d-00cf4fc964ff" })
        {
            var asked = await SaysAsync(visitor.SendAsync(check with { Hidden = new Dictionary<string, string>(check.Hidden) { ["form"] = id } }), HttpStatusCode.Conflict, "say-used");
            Assert.Equal(7, asked.Form.Version);
        }

        await SaysAsync(visitor.PostAsync(new FormUrlEncodedContent([new("people-adult", "\0")])), HttpStatusCode.BadRequest, "say-nobody");
        await SaysAsync(visitor.PostAsync(new FormUrlEncodedContent(Enumerable.Range(0, 3_000).ToDictionary(one => $"f{one}", _ => "1"))), HttpStatusCode.BadRequest, "say-nobody");
        Assert.Equal(HttpStatusCode.OK, (await visitor.SendAsync(check with { Hidden = check.Hidden.Where(field => field.Key != "total").ToDictionary() })).Status);
        Assert.Equal(0, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Closed_OffersNothingAndSaysWhy_AndWhatItClosesIsLeftOut()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);
        var check = await visitor.PickAsync();

        await CloseAsync(counter, "kagekiyodo", ClosureReason.Rockfall);
        Assert.DoesNotContain("people-joint-adult", (await visitor.OpenAsync()).Text, StringComparison.Ordinal);
        await CloseAsync(counter, CounterHost.Site, ClosureReason.Flood);

        var shown = await SaysAsync(visitor.OpenAsync(), HttpStatusCode.OK, "closed");
        Assert.Contains("물이 불어나", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", shown.Text, StringComparison.Ordinal);
        await SaysAsync(visitor.SendAsync(check), HttpStatusCode.UnprocessableEntity, "closed");
        Assert.Equal(0, await counter.ReadAsync(db => db.Set<Sale>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Places_ThatAdmitNobodyOrAreNone_AreNotFound()
    {
        await using var counter = await CounterHost.StartAsync();
        var visitor = new AheadVisitor(counter);

        foreach (var site in new[] { "momiji", "nowhere", "a%27%20OR%201=1", new string('x', 2_000) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/buy/{site}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/buy/{site}/poster")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(new FormUrlEncodedContent([]), $"/buy/{site}")).Status);
        }
    }

    [Fact]
    public async Task Poster_SpeaksEveryLanguageAndShowsTodaysPrices()
    {
        await using var counter = await CounterHost.StartAsync();

        var poster = (await new AheadVisitor(counter).OpenAsync(AheadVisitor.Address + "/poster")).Text;

        Assert.All(Language.All, language => Assert.Contains(AheadTexts.All.Get(language, "poster"), poster, StringComparison.Ordinal));
        Assert.All(["秋芳洞 Akiyoshido Cave", "¥1,300", "¥700", "data:image/svg+xml;base64,", "/BUY/AKIYOSHIDO"], text => Assert.Contains(text, poster, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PayPage_OfATill_ShowsTheTicketAndNoWayToBuyAhead()
    {
        await using var counter = await CounterHost.StartAsync();
        var paid = await counter.SellAsync();
        var tender = (await counter.ViewAsync(paid)).Tenders[0].Id;

        var page = (await new AheadVisitor(counter).OpenAsync("/pay/" + (await counter.Host.LoadAsync(tender)).PageToken)).Text;

        Assert.Contains($"/t/{(await counter.ViewAsync(paid)).Ticket!.Code}.svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/buy/", page, StringComparison.Ordinal);
    }

    private static async Task<Screen> SaysAsync(Task<Screen> sent, HttpStatusCode status, string key, params object[] values)
    {
        var screen = await sent;
        var language = screen.Text.Split("<html lang=\"")[1].Split('"')[0];
        Assert.Equal(status, screen.Status);
        Assert.Contains(AheadTexts.All.Get(language, key, values), screen.Text, StringComparison.Ordinal);
        return screen;
    }

    /// <summary>Fields that are marked as wrong.</summary>
    private static int Wrong(Screen screen) => Regex.Count(screen.Text, "aria-invalid=\"true\"");

    private static async Task CloseAsync(CounterHost counter, string site, ClosureReason reason)
    {
        var today = BusinessDate.Of(counter.Host.Clock.UtcMicros());
        var closed = await counter.Host.Get<CloseSite>().CloseAsync(site, Guid.CreateVersion7(), new ClosureRequest(reason, today), new Actor("hanako"), Ct);
        Assert.True(closed.Ok, closed.Failure?.ToString());
    }
}
