using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Mail;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

[Route("api/v1/accounts/{account:guid}/letters")]
[Authorize(Roles = Roles.Administrator)]
internal sealed class LettersController(MailInvitation mail, ListLetters letters) : ApiController
{
    /// <summary>The last ten letters to a person, latest first, without what they say.</summary>
    [HttpGet]
    public async Task<IReadOnlyList<LetterView>> Get(Guid account, CancellationToken ct) => await letters.OfAsync(account, ct);

    /// <summary>Makes a one-time link and sends it to the person's mail address; an earlier link is void.</summary>
    [HttpPut("{id:guid}")]
    public async Task<ActionResult<LetterView>> Put(Guid account, Guid id, LetterRequest request, CancellationToken ct) =>
        Answer(await mail.HandleAsync(account, id, request, User.Actor(), ct));
}
