using System.Text.RegularExpressions;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Mail;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>What an account may say.</summary>
internal static partial class AccountChecks
{
    public static Failure? Check(AccountRequest request, Snapshot catalogue)
    {
        if (!IsName(request.Name))
            return new WrongAccount("name", "3〜40文字の半角小文字・数字・. - _ にしてください", "use 3 to 40 of a–z, 0–9, dot, hyphen and underscore");
        if (WrongDisplayName.Check(request.DisplayName, "displayName") is { } wrong)
            return wrong;
        if (request.Email is { Length: > 0 } email && MailAddress.Check(email, "email") is { } unreachable)
            return unreachable;
        if (request.Posts.Count is 0 or > AccountRequest.MostPosts)
            return new WrongAccount("posts", $"役割は 1〜{AccountRequest.MostPosts} 個にしてください", $"give 1 to {AccountRequest.MostPosts} posts");
        return request.Posts.Select((post, index) => Check(post, catalogue, $"posts[{index}]")).FirstOrDefault(failure => failure is not null);
    }

    public static bool IsName(string name) => SignInName().IsMatch(name);

    private static Failure? Check(PostView? post, Snapshot catalogue, string at)
    {
        if (post is null || post.Roles.Count == 0 || post.Roles.Except(Roles.All).Any() || post.Roles.Distinct().Count() != post.Roles.Count)
            return new WrongAccount(at + ".roles", $"{string.Join("、", Roles.All)} から選んでください", $"choose from {string.Join(", ", Roles.All)}");
        if (post.Roles.Contains(Roles.Auditor) && post.Roles.Count > 1)
            return new WrongAccount(at + ".roles", "監査はほかの役割と兼ねられません", "an auditor has no other role");
        var site = post.Site is null ? null : catalogue.Site(post.Site);
        if (post.Site is not null && site is null)
            return new WrongAccount(at + ".site", $"「{post.Site}」という施設はありません", $"there is no site '{post.Site}'");
        return Check(post.Till, site, PlaceKind.Till, post.Roles.Any(Roles.AtTills.Contains), at + ".till")
            ?? Check(post.Gate, site, PlaceKind.Gate, post.Roles.Contains(Roles.GateStaff), at + ".gate");
    }

    private static WrongAccount? Check(string? code, Site? site, PlaceKind kind, bool needed, string at)
    {
        var (ja, en) = kind == PlaceKind.Till ? ("レジ", "till") : ("入口", "gate");
        if (code is null)
            return needed ? new WrongAccount(at, $"施設と{ja}を選んでください", $"choose a site and its {en}") : null;
        return site?.Offers(kind, code) ?? false
            ? null
            : new WrongAccount(at, $"「{code}」という{ja}はこの施設にありません", $"this site has no {en} '{code}'");
    }

    [GeneratedRegex(@"^[a-z0-9._-]{3,40}\z")]
    private static partial Regex SignInName();
}

internal sealed record WrongAccount(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-account", FailureKind.Invalid, $"「{At}」を直してください。{WhatJa}。", $"Correct '{At}': {WhatEn}.", At);
