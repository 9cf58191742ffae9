using System.Text.Json.Nodes;
using Tourism.Kernel;

namespace Tourism.Pos.Sandbox;

/// <summary>An answer of the sandbox on the wire.</summary>
internal sealed record StripeReply(int Status, string Body, bool Replayed = false) : IResult
{
    public static StripeReply Of(JsonObject json) => new(StatusCodes.Status200OK, json.ToJsonString());

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.Headers["Request-Id"] = StripeIds.Request();
        if (Replayed)
            httpContext.Response.Headers["Idempotent-Replayed"] = "true";
        return httpContext.Response.WriteAsync(Body, httpContext.RequestAborted);
    }
}

/// <summary>A refusal in the provider's own shape. Nothing of the request is kept, so its key stays free, unless it says otherwise.</summary>
internal sealed record StripeFault(int Status, string Type, string Message, string? ErrorCode = null, string? Param = null)
    : Failure("stripe-fault", FailureKind.Invalid, Message, Message, Param)
{
    private const string InvalidRequest = "invalid_request_error";

    /// <summary>The request was good and the state of things was not: the answer is stored under its key, with whatever happened.</summary>
    public bool Kept { get; init; }

    /// <summary>Why a card was refused.</summary>
    public string? DeclineCode { get; init; }

    /// <summary>The intent that stood in the way.</summary>
    public JsonObject? Intent { get; init; }

    public StripeReply Reply => new(Status, new JsonObject { ["error"] = Error() }.ToJsonString());

    public static StripeFault Invalid(string message, string? param = null, string? code = null) =>
        new(StatusCodes.Status400BadRequest, InvalidRequest, message, code, param);

    public static StripeFault Missing(string param) => Invalid($"Missing required param: {param}.", param, "parameter_missing");

    public static StripeFault Unknown(string param) => Invalid($"Received unknown parameter: {param}", param, "parameter_unknown");

    public static StripeFault NoSuch(string what, string id) =>
        new(StatusCodes.Status404NotFound, InvalidRequest, $"No such {what}: '{id}'", "resource_missing", "id");

    /// <summary>The object is no longer, or not yet, in a state that allows this.</summary>
    public static StripeFault Unexpected(string message, string? code = null) => Invalid(message, null, code) with { Kept = true };

    /// <summary>An intent that cannot do this any more, or not yet; the answer shows it.</summary>
    public static StripeFault Unexpected(string verb, JsonObject intent) =>
        Unexpected($"You cannot {verb} this PaymentIntent because it has a status of {(string)intent["status"]!}.", "payment_intent_unexpected_state")
            with { Intent = intent };

    public static StripeFault WrongKey() => new(StatusCodes.Status401Unauthorized, InvalidRequest, "Invalid API Key provided.");

    public static StripeFault NoSuchPath(string method, string path) =>
        new(StatusCodes.Status404NotFound, InvalidRequest, $"Unrecognized request URL ({method}: {path}).");

    public static StripeFault InFlight(string key) => new(
        StatusCodes.Status409Conflict, "idempotency_error",
        $"There is currently another in-progress request using this Idempotency Key ({key}).", "idempotency_key_in_use");

    public static StripeFault TooMany() => new(StatusCodes.Status429TooManyRequests, InvalidRequest, "Too many requests hit the API too quickly.", "rate_limit");

    public static StripeFault Broken() => new(StatusCodes.Status500InternalServerError, "api_error", "An unknown error occurred.") { Kept = true };

    public static StripeFault OtherRequest(string key) => new(
        StatusCodes.Status400BadRequest, "idempotency_error",
        $"Keys for idempotent requests can only be used with the same parameters they were first used with ({key}).");

    private JsonObject Error()
    {
        var error = new JsonObject { ["type"] = Type, ["message"] = Message };
        if (ErrorCode is not null)
            error["code"] = ErrorCode;
        if (Param is not null)
            error["param"] = Param;
        if (DeclineCode is not null)
            error["decline_code"] = DeclineCode;
        if (Intent is not null)
            error["payment_intent"] = Intent.DeepClone();
        return error;
    }
}
