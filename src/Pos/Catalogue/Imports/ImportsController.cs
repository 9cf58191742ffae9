using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Sheets;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Imports;

[Route("api/v1/sites/{site}/imports")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class ImportsController(HandInImport handIn, DecideImport decide, FindImports find) : ApiController
{
    /// <summary>More than is taken: a file that is a little too large is read to its end, so that its sender hears the answer.</summary>
    private const int MostRead = 4 * ImportView.MostBytes;

    /// <summary>The last imports of a site, latest first.</summary>
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<ImportView>>> Get(string site, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Ok(await find.ListAsync(site, Language, ct));

    /// <summary>How far an import is, with its first problems.</summary>
    [HttpGet("{id:guid}")]
    public async Task<ActionResult<ImportView>> Get(string site, Guid id, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : Answer(await find.FindAsync(site, id, Language, ct));

    /// <summary>Every problem of an import, as CSV.</summary>
    [HttpGet("{id:guid}/problems")]
    public async Task<ActionResult> Problems(string site, Guid id, string encoding = CsvEncoding.Utf8, CancellationToken ct = default)
    {
        if (Mine(site) is { } elsewhere)
            return Answer(elsewhere);
        var problems = await find.ProblemsAsync(site, id, Language, ct);
        var csv = CsvEncoding.Of(encoding);
        return problems.Ok ? File(csv.Write(problems.Value), csv.ContentType, $"problems-{id}.csv") : Answer(problems.Failure);
    }

    /// <summary>
    /// Hands a file of products in: CSV (UTF-8 or Shift_JIS) or XLSX as the body, at most 8 MB. Nothing changes yet: its rows are compared with
    /// what is there. Sending the same file under the same id again answers 200 and changes nothing.
    /// </summary>
    [HttpPut("{id:guid}")]
    [RequestSizeLimit(MostRead)]
    [ProducesResponseType<ImportView>(StatusCodes.Status201Created)]
    [ProducesResponseType<ImportView>(StatusCodes.Status200OK)]
    public async Task<ActionResult<ImportView>> Put(string site, Guid id, string? name, CancellationToken ct)
    {
        if (Mine(site) is { } elsewhere)
            return Answer(elsewhere);
        if (Request.ContentLength > ImportView.MostBytes || await ReadAsync(ct) is not { } content)
        {
            var problem = Kernel.Server.Http.Problems.Of(new FileTooLarge(), HttpContext);
            problem.Status = StatusCodes.Status413PayloadTooLarge;
            return problem.ToResult();
        }

        var taken = await handIn.HandleAsync(site, id, name, content, User.Actor(), ct);
        if (!taken.Ok)
            return Answer(taken.Failure);
        return Answer((await find.FindAsync(site, id, Language, ct)).Map(view => new Written<ImportView>(view, taken.Value)));
    }

    /// <summary>Carries the good rows out; with mistakes in it a file changes nothing unless the caller says so.</summary>
    [HttpPut("{id:guid}/application")]
    public async Task<ActionResult<ImportView>> Apply(string site, Guid id, ImportDecision decision, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : await AfterAsync(site, id, await decide.ApplyAsync(site, id, decision, User.Actor(), ct), ct);

    /// <summary>Gives an import up, or stops one that is being carried out; what was done stands.</summary>
    [HttpPut("{id:guid}/cancellation")]
    public async Task<ActionResult<ImportView>> Cancel(string site, Guid id, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : await AfterAsync(site, id, await decide.CancelAsync(site, id, User.Actor(), ct), ct);

    /// <summary>Takes an import back; what somebody changed since stays.</summary>
    [HttpPut("{id:guid}/undoing")]
    public async Task<ActionResult<ImportView>> Undo(string site, Guid id, CancellationToken ct) =>
        Mine(site) is { } elsewhere ? Answer(elsewhere) : await AfterAsync(site, id, await decide.UndoAsync(site, id, User.Actor(), ct), ct);

    private string Language => Languages.OfStaff(HttpContext);

    private Failure? Mine(string site) => User.Elsewhere(Places.Site, site);

    private async Task<ActionResult<ImportView>> AfterAsync(string site, Guid id, Result<bool> changed, CancellationToken ct) =>
        changed.Ok ? Answer(await find.FindAsync(site, id, Language, ct)) : Answer(changed.Failure);

    /// <returns>The body, or <c>null</c> when it is too large.</returns>
    private async Task<byte[]?> ReadAsync(CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await Request.Body.ReadAsync(buffer, ct)) > 0;)
        {
            if (content.Length + read > ImportView.MostBytes)
                return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}

[Route("api/v1/sites/{site}/product-file")]
[Authorize(Roles = Roles.ShopOffice)]
internal sealed class ProductFileController(ExportProducts export, KeepTrail trail) : ApiController
{
    /// <summary>The products of a site as CSV or XLSX, as they can be handed in again; noted in the audit trail.</summary>
    [HttpGet]
    public async Task<ActionResult> Get(string site, string format = "csv", string encoding = CsvEncoding.Utf8, CancellationToken ct = default)
    {
        if (User.Elsewhere(Places.Site, site) is { } elsewhere)
            return Answer(elsewhere);
        var file = await export.HandleAsync(site, format, encoding, Languages.OfStaff(HttpContext), ct);
        if (!file.Ok)
            return Answer(file.Failure);
        await trail.ExportedAsync(User, $"{site}/products", ct);
        return File(file.Value.Content, file.Value.ContentType, file.Value.Name);
    }
}
