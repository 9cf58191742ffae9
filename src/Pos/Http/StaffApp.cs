namespace Tourism.Pos.Http;

/// <summary>Serves the staff app under <c>/app/</c>.</summary>
internal static class StaffApp
{
    /// <summary>
    /// Maps the app's files and, for every address of one of its screens, its start page. Both are open to all: the API is what is guarded.
    /// The start page is asked for again each time, so that a new version is seen.
    /// </summary>
    public static WebApplication MapStaffApp(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapFallbackToFile("/app/{*path:nonfile}", "app/index.html", new StaticFileOptions
        {
            OnPrepareResponse = answer => answer.Context.Response.Headers.CacheControl = "no-cache",
        }).AllowAnonymous();
        return app;
    }
}
