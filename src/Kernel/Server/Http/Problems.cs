using System.Text.Json;
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

    /// <summary>The problem as an MVC result. An ObjectResult would lose its media type to the controller's <c>[Produces]</c>.</summary>
    public static JsonResult ToResult(this ProblemDetails problem) =>
        new(problem) { StatusCode = problem.Status, ContentType = "application/problem+json" };

    /// <summary>Answers with the problem where no controller does, under a status of its own.</summary>
    public static Task WriteAsync(Failure failure, int status, HttpContext context)
    {
        var problem = Of(failure, context);
        context.Response.StatusCode = status;
        problem.Status = status;
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    /// <summary>The answer to a body that could not be read: names the first field at fault.</summary>
    public static IActionResult OfModelState(ActionContext context)
    {
        // A body that fails to parse is also reported as a missing parameter, which helps nobody.
        var (key, entry) = context.ModelState.Where(pair => pair.Value?.Errors.Count > 0)
            .OrderByDescending(pair => pair.Key.StartsWith('$')).First();
        return Of(new UnreadableRequest(FieldOf(key), ReasonOf(entry!)), context.HttpContext).ToResult();
    }

    private static string FieldOf(string key) =>
        string.Join('.', key.TrimStart('$').Split('.', StringSplitOptions.RemoveEmptyEntries).Select(JsonNamingPolicy.CamelCase.ConvertName));

    /// <summary>The reader's own words unless they talk about our types.</summary>
    private static string ReasonOf(ModelStateEntry entry)
    {
        var message = entry.Errors[0].ErrorMessage.Split(" Path: ")[0];
        if (message.Contains("could not be mapped", StringComparison.Ordinal))
            return "unknown field";
        return message.Contains("Tourism.", StringComparison.Ordinal) || message.Contains("System.", StringComparison.Ordinal) ? "not a possible value" : message;
    }

    /// <summary>The HTTP status of a kind of failure.</summary>
    public static int StatusOf(FailureKind kind) => kind switch
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
