using Microsoft.AspNetCore.Http;

namespace Tourism.Kernel.Server.Http;

/// <summary>Which language to answer in.</summary>
public static class Languages
{
    /// <summary>A visitor's language: <c>?lang=</c> if it is one of ours, else the browser's wishes.</summary>
    public static string OfVisitor(HttpContext context) =>
        context.Request.Query["lang"].ToString() is var asked && Language.IsKnown(asked) ? asked : Language.Best(Wanted(context));

    /// <summary>Staff read Japanese unless they ask for English.</summary>
    public static string OfStaff(HttpContext context) =>
        Wanted(context).FirstOrDefault() is { } first && !first.StartsWith(Language.Ja, StringComparison.OrdinalIgnoreCase) && first != "*"
            ? Language.En
            : Language.Ja;

    private static IEnumerable<string> Wanted(HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1).Select(wish => wish.Value.ToString());
}
