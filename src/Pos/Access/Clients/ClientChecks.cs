using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Clients;

/// <summary>What a connected system may be given.</summary>
internal static class ClientChecks
{
    private const int LongestName = 50;
    private const int MostPerMinute = 6000;
    private const int LongestYears = 2;

    public static Failure? Check(ClientRequest request, Snapshot catalogue, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > LongestName || request.Name.Any(char.IsControl))
            return new WrongClient("name", $"名前は 1〜{LongestName} 文字で入れてください", $"give a name of 1 to {LongestName} characters");
        if (request.Scopes.Count == 0 || request.Scopes.Except(Scopes.All).Any() || request.Scopes.Distinct().Count() != request.Scopes.Count)
            return new WrongClient("scopes", $"{string.Join("、", Scopes.All)} から選んでください", $"choose from {string.Join(", ", Scopes.All)}");
        if (request.ExpiresOn < today || request.ExpiresOn > today.AddYears(LongestYears))
            return new WrongClient("expiresOn", $"期限は今日から {LongestYears} 年以内にしてください", $"let it end within {LongestYears} years from today");
        if (request.PerMinute is < 1 or > MostPerMinute)
            return new WrongClient("perMinute", $"1分あたり 1〜{MostPerMinute} 回にしてください", $"allow 1 to {MostPerMinute} calls a minute");
        return Place(request, catalogue);
    }

    private static WrongClient? Place(ClientRequest request, Snapshot catalogue)
    {
        var site = request.Site is null ? null : catalogue.Site(request.Site);
        if (request.Site is not null && site is null)
            return new WrongClient("site", $"「{request.Site}」という施設はありません", $"there is no site '{request.Site}'");
        if (request.Site is not null && request.Scopes.Intersect(Scopes.OfTheCity).Any())
            return new WrongClient("scopes", "市全体の数字や記録は、1つの施設だけには絞れません", "figures and audit are the whole city's and cannot be bound to one site");
        if (request.Scopes.Contains(Scopes.SalesWrite) != request.Till is not null)
            return new WrongClient("till", "売上を書き込む連携には専用のレジが要ります(ほかには要りません)", "a system that records sales needs a till of its own, any other none");
        return request.Till is null || (site?.Places.Exists(place => place.Kind == PlaceKind.Till && place.Code == request.Till) ?? false)
            ? null
            : new WrongClient("till", $"「{request.Till}」というレジはこの施設にありません", $"this site has no till '{request.Till}'");
    }
}

internal sealed record WrongClient(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-client", FailureKind.Invalid, $"「{At}」を直してください。{WhatJa}。", $"Correct '{At}': {WhatEn}.", At);
