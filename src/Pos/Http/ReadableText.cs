using Tourism.Kernel;
using Tourism.Kernel.Server.Http;

namespace Tourism.Pos.Http;

/// <summary>
/// Turns away addresses with U+0000 in them, whatever they ask for: PostgreSQL keeps no such text, and nothing that people type has it. Half a
/// character (a lone surrogate) arrives in an address as U+FFFD, and in a body its reader refuses it. U+0000 in a body is for whoever knows the field:
/// what a stranger shows at a gate is an answer, whatever it holds.
/// </summary>
internal sealed class ReadableText(RequestDelegate next)
{
    private const char Nothing = '\0';

    public Task InvokeAsync(HttpContext context) =>
        Wrong(context.Request) is { } field ? Problems.WriteAsync(new UnreadableText(field), StatusCodes.Status400BadRequest, context) : next(context);

    private static string? Wrong(HttpRequest request)
    {
        if (request.Path.Value?.Contains(Nothing) ?? false)
            return "path";
        return request.Query.FirstOrDefault(asked => asked.Key.Contains(Nothing) || asked.Value.Any(value => value?.Contains(Nothing) ?? false)).Key?.Replace(Nothing, '?');
    }

    private sealed record UnreadableText(string At) : Failure(
        "unreadable-text", FailureKind.Invalid,
        $"アドレスの「{At}」に、文字として扱えない U+0000 が入っています。取り除いてください。", $"'{At}' of the address holds U+0000, which is no text. Leave it out.", At);
}
