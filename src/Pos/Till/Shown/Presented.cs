using System.Security.Cryptography;
using Tourism.Pos.Shared.Tickets;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Till.Shown;

/// <summary>Reads what a customer presents. What goes with the sale tells two visits apart and opens nothing.</summary>
internal static class Presented
{
    public const string Ticket = "ticket";
    public const string PointsCard = "points-card";
    private const string CardPath = "/P/";
    private const int DigestBytes = 16;

    /// <summary>The first ticket or card in what was scanned; <c>null</c> when there is none.</summary>
    public static VisitorToken? Read(string? text) => ScannedText.Codes(text).Select(One).FirstOrDefault(shown => shown is not null);

    /// <summary>A points card, as address or token. Whoever has the token can spend the points, so a sale keeps a digest of it.</summary>
    public static VisitorToken? Card(string? text) => ScannedText.PageToken(text) is { } token
        ? new VisitorToken(Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(CardPath + token)).AsSpan(0, DigestBytes)), PointsCard)
        : null;

    /// <summary>Of a ticket its id: without the signature it lets nobody in.</summary>
    private static VisitorToken? One(string code) => TicketCode.Read(code) is { } ticket
        ? new VisitorToken(ticket.Payload.Ticket.ToString(), Ticket)
        : code.Contains(CardPath, StringComparison.OrdinalIgnoreCase) ? Card(code) : null;
}
