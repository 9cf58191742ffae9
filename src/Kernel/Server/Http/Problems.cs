using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Tourism.Kernel.Server.Http;

/// <summary>Turns failures into RFC 9457 problem details, in Japanese or English as the caller asks.</summary>
public static class Problems
{
    /// <summary>The problem for an expected failure.</summary>
    public static ProblemDetails Of(Failure failure, HttpContext context)
    {
        var japanese = Languages.OfStaff(context) == Language.Ja;
        var problem = new ProblemDetails
        {
            Type = "/problems/" + failure.Code,
            Status = StatusOf(failure.Kind),
            Title = failure.Code,
            Detail = japanese ? failure.Ja : failure.En,
        };
        if (failure.Field is not null)
            problem.Extensions["field"] = failure.Field;
        return problem;
    }

    /// <summary>The problem as an MVC result.</summary>
    public static ObjectResult ToResult(this ProblemDetails problem) =>
        new(problem) { StatusCode = problem.Status, ContentTypes = { "application/problem+json" } };

    /// <summary>The answer to a body that could not be read: names the first field at fault.</summary>
    public static IActionResult OfModelState(ActionContext context)
    {
        var (key, entry) = context.ModelState.First(pair => pair.Value?.Errors.Count > 0);
        return Of(new UnreadableRequest(FieldOf(key), ReasonOf(entry!)), context.HttpContext).ToResult();
    }

    private static string FieldOf(string key) => key.StartsWith("$.", StringComparison.Ordinal) ? key[2..] : key.TrimStart('$');

    private static string ReasonOf(ModelStateEntry entry)
    {
        var message = entry.Errors[0].ErrorMessage;
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.Invalid => StatusCodes.Status400BadRequest,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.Refused => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    private sealed record UnreadableRequest(string At, string Reason) : Failure(
        "unreadable-request", FailureKind.Invalid,
        $"リクエストを読めません。項目「{At}」を直してください。({Reason})",
        $"The request cannot be read. Correct the field '{At}': {Reason}",
        At);
}
