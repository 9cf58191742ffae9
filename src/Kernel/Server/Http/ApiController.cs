using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Tourism.Kernel.Server.Http;

/// <summary>Base of every API controller: binds, calls the use case, maps its result once.</summary>
[ApiController]
public abstract class ApiController : ControllerBase
{
    /// <summary>200 with the value, or the failure as ProblemDetails in the caller's language.</summary>
    protected ActionResult<T> Answer<T>(Result<T> result) => result.Ok ? Ok(result.Value) : Answer(result.Failure);

    /// <summary>201 the first time and 200 when the same write came before; or the failure as ProblemDetails.</summary>
    protected ActionResult<T> Answer<T>(Result<Written<T>> result) =>
        result.Ok ? StatusCode(result.Value.First ? StatusCodes.Status201Created : StatusCodes.Status200OK, result.Value.View) : Answer(result.Failure);

    /// <summary>The failure as ProblemDetails in the caller's language.</summary>
    protected JsonResult Answer(Failure failure) => Problems.Of(failure, HttpContext).ToResult();
}

/// <summary>Answer to a client-named write.</summary>
/// <param name="View">The same view for the first call and for every repeat.</param>
/// <param name="First">True when this very call did the work.</param>
public sealed record Written<T>(T View, bool First);
