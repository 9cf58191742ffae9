namespace Tourism.Pos.Http;

/// <summary>What every answer tells the browser: run only our own files, frame us nowhere, guess no types.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Own =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "frame-ancestors 'none'; base-uri 'self'; " + FormAction + "; object-src 'none'";

    private const string FormAction = "form-action 'self'";

    /// <summary>The API reference and the job dashboard bring scripts and styles inside their pages.</summary>
    private const string Tools =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'";

    /// <summary>
    /// Lets the forms of this answer end on the provider's payment page, whichever address that has: browsers hold the rule against where a form is
    /// sent on to as well (Content Security Policy Level 3, form-action).
    /// </summary>
    public static void LetFormsLeadToPayment(HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = Own.Replace(FormAction, FormAction + " https:", StringComparison.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        var tool = context.Request.Path.StartsWithSegments("/scalar") || context.Request.Path.StartsWithSegments("/hangfire");
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = tool ? Tools : Own;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), screen-wake-lock=(self), geolocation=(), microphone=()";
        return next(context);
    }
}
