using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Audit;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Cases;

[Route("api/v1/payment-cases")]
internal sealed class PaymentCasesController(FindCases find, LookAgain look, DecideCase decide) : ApiController
{
    private const string Readers = Roles.Administrator + "," + Roles.Auditor;

    /// <summary>Payments that wait for a person, newest first.</summary>
    [HttpGet]
    [Authorize(Roles = Readers)]
    public async Task<ActionResult<IReadOnlyList<PaymentCaseView>>> All(CancellationToken ct, bool open = true) => Ok(await find.ListAsync(open, ct));

    /// <summary>One of them, with what the provider says now.</summary>
    [HttpGet("{id:guid}")]
    [Authorize(Roles = Readers)]
    public async Task<ActionResult<PaymentCaseDetail>> Find(Guid id, CancellationToken ct) => Answer(await find.FindAsync(id, ct));

    /// <summary>Lets the machine judge once more; safe to press twice.</summary>
    [HttpPut("{id:guid}/look")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<PaymentView>> Look(Guid id, CancellationToken ct) => Answer(await look.HandleAsync(id, ct));

    /// <summary>Decides it; safe to press twice.</summary>
    [HttpPut("{id:guid}/decision")]
    [Authorize(Roles = Roles.Administrator)]
    public async Task<ActionResult<PaymentCaseDetail>> Decide(Guid id, CaseDecisionRequest request, CancellationToken ct) =>
        Answer(await decide.HandleAsync(id, request, User.Actor(), ct));
}
