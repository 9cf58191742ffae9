namespace Tourism.Pos.Shared.Wire;

/// <summary>Signs in by name.</summary>
/// <param name="Name">Sign-in name, either case.</param>
/// <param name="Password">Password.</param>
/// <param name="Code">Six digits of the authenticator app, or a recovery code; needed once a second factor is on.</param>
public sealed record PasswordSignIn(string Name, string Password, string? Code = null);

/// <summary>Takes up an invitation.</summary>
/// <param name="Token">What stands behind the hash sign of the link.</param>
/// <param name="Password">10–128 characters, at least five different ones, without the sign-in name.</param>
/// <param name="Name">How to be greeted, 1–50 characters; as the administrator wrote it when left out.</param>
public sealed record InvitationAnswer(string Token, string Password, string? Name = null);

/// <summary>What an authenticator app needs.</summary>
/// <param name="Secret">Base32, to be typed when the camera cannot be used.</param>
/// <param name="Address">The same as an <c>otpauth</c> address, for a QR code.</param>
public sealed record SecondFactorView(string Secret, string Address);

/// <summary>Whether an account has an authenticator app.</summary>
/// <param name="App">True when its codes count.</param>
public sealed record SecondFactorStateView(bool App);

/// <summary>Proves that the app has the secret.</summary>
/// <param name="Code">Six digits.</param>
public sealed record SecondFactorCode(string Code);

/// <summary>Codes for the day the phone is lost; shown once, each works once.</summary>
/// <param name="Codes">Ten of them.</param>
public sealed record RecoveryCodesView(IReadOnlyList<string> Codes);

/// <summary>Adds a person or changes what they may do.</summary>
/// <param name="Name">Sign-in name: 3–40 of a–z, 0–9, dot, hyphen, underscore. It never changes.</param>
/// <param name="DisplayName">How to greet them, 1–50 characters.</param>
/// <param name="Posts">1–10 of them.</param>
/// <param name="Version">The <see cref="AccountView.Version"/> this change is based on; <c>null</c> for a new person.</param>
public sealed record AccountRequest(string Name, string DisplayName, IReadOnlyList<PostView> Posts, long? Version = null)
{
    /// <summary>Most posts of one person.</summary>
    public const int MostPosts = 10;

    /// <summary>Where links may be sent, at most 200 characters; empty to forget it, <c>null</c> to leave it as it is.</summary>
    public string? Email { get; init; }
}

/// <summary>What somebody may do, and where.</summary>
/// <param name="Roles">Names from <c>Tourism.Kernel.Roles</c>; an auditor has no other.</param>
/// <param name="Site">Site; needed by those who sell or stand at a gate.</param>
/// <param name="Till">Till of the site; needed by those who sell.</param>
/// <param name="Gate">Gate of the site; needed by gate staff.</param>
public sealed record PostView(IReadOnlyList<string> Roles, string? Site = null, string? Till = null, string? Gate = null);

/// <summary>Somebody who may sign in by name.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Sign-in name.</param>
/// <param name="DisplayName">How they are greeted.</param>
/// <param name="Posts">What they may do.</param>
/// <param name="State">How far they are.</param>
/// <param name="SecondFactor">A second factor is on.</param>
/// <param name="Version">Counts changes.</param>
/// <param name="InvitedUntil">Until when the invitation can be taken up.</param>
public sealed record AccountView(
    Guid Id, string Name, string DisplayName, IReadOnlyList<PostView> Posts, AccountState State, bool SecondFactor, long Version, DateTime? InvitedUntil = null)
{
    /// <summary>Where links may be sent.</summary>
    public string? Email { get; init; }
}

/// <summary>How far an account is.</summary>
public enum AccountState
{
    /// <summary>Nobody has a link to it.</summary>
    New,

    /// <summary>The link has not been used yet.</summary>
    Invited,

    /// <summary>May sign in.</summary>
    Active,

    /// <summary>Shut out by an administrator.</summary>
    Disabled,
}

/// <summary>Makes a link by which the person chooses a new password; the present one stops working at once.</summary>
/// <param name="ForgetSecondFactor">The phone is lost: they set up another.</param>
public sealed record InvitationRequest(bool ForgetSecondFactor);

/// <summary>A one-time link, shown once.</summary>
/// <param name="Link">Address to hand over; it works until it is used or another is made.</param>
/// <param name="Until">When it ends.</param>
public sealed record InvitationView(string Link, DateTime Until);

/// <summary>Shuts somebody out, or lets them in again.</summary>
/// <param name="Disabled">True to shut out.</param>
public sealed record AccountDisabling(bool Disabled);

/// <summary>Goes to another of one's posts.</summary>
/// <param name="Post">Which, from 0.</param>
public sealed record PostChoice(int Post);
