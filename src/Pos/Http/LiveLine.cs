namespace Tourism.Pos.Http;

/// <summary>How the server speaks to screens that listen by server-sent events. It looks into the books for them, so that it does not matter which host did something.</summary>
internal static class LiveLine
{
    /// <summary>Between two looks.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Proxies cut lines on which nothing is said.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>The screen asks again then: whoever closed the app without saying so is not watched for ever.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
}
