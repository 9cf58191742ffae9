using System.Text.Json;

namespace Tourism.Browser.Tests;

/// <summary>What the server has, asked with the session of the person at the window.</summary>
internal static class Books
{
    public static async Task<JsonElement> AskAsync(this Window window, string path)
    {
        var answer = await window.Page.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{path}: {answer.Status} {await answer.TextAsync()}");
        return (await answer.JsonAsync())!.Value;
    }

    /// <summary>Every number of the till's one series is there once, and its chain was recomputed and holds.</summary>
    public static async Task VerifyJournalAsync(this Window till, string code, int numbers)
    {
        var series = Assert.Single((await till.AskAsync($"/api/v1/tills/{code}/journal")).GetProperty("epochs").EnumerateArray());
        Assert.True(series.GetProperty("verified").GetBoolean(), series.ToString());
        Assert.Equal((numbers, 0), (series.GetProperty("lastNumber").GetInt32(), series.GetProperty("unlinked").GetInt32()));
        Assert.Empty(series.GetProperty("gaps").EnumerateArray());
        Assert.Empty(series.GetProperty("forks").EnumerateArray());
    }

    /// <summary>A supervisor has nothing to look at.</summary>
    public static async Task NothingToReviewAsync(this Window window)
    {
        var reviews = await window.AskAsync("/api/v1/reviews?open=false");
        Assert.True(reviews.GetArrayLength() == 0, reviews.ToString());
    }
}
