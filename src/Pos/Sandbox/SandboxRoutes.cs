
namespace Tourism.Pos.Sandbox;

/// <summary>Binds addresses to what they do, so that the table of the API stays readable.</summary>
internal sealed class SandboxRoutes(RouteGroupBuilder api)
{
    public void Post(string path, SandboxWork work) => api.MapPost(path, Runs(work));

    public void Delete(string path, SandboxWork work) => api.MapDelete(path, Runs(work));

    /// <summary>A question whose answer may first have to be brought up to date.</summary>
    public void Get(string path, SandboxWork work) => api.MapGet(path, Runs(work));

    /// <summary>A list and its single objects, exactly as they are stored.</summary>
    public void Shelf(string path, string kind)
    {
        api.MapGet(path, async (HttpRequest request, SandboxReads reads, CancellationToken ct) =>
            await reads.ListAsync(kind, await SandboxRequest.ReadAsync(request, ct), ct));
        api.MapGet(path + "/{id}", async (HttpRequest request, SandboxReads reads, CancellationToken ct) =>
            await reads.OneAsync(kind, await SandboxRequest.ReadAsync(request, ct), ct));
    }

    private static Delegate Runs(SandboxWork work) => async (HttpRequest request, SandboxDesk desk, CancellationToken ct) =>
        await desk.RunAsync(await SandboxRequest.ReadAsync(request, ct), work, ct);
}
