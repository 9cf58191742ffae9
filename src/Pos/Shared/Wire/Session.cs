using System.Text.Json.Serialization;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Signs a demo person in (Demo and Training only).</summary>
/// <param name="Person">Code of the person.</param>
public sealed record SignInRequest(string Person);

/// <summary>Who is signed in, and what this installation is.</summary>
/// <param name="Mode">production, training or demo.</param>
/// <param name="Person">The signed-in person; <c>null</c> when nobody is.</param>
/// <param name="DemoPeople">People one may sign in as, in Demo and Training.</param>
/// <param name="PublicUrl">Scheme and host of the visitors' pages, without a trailing slash; a till puts it before the codes it signs.</param>
public sealed record SessionView(string Mode, PersonView? Person, IReadOnlyList<PersonView> DemoPeople, string? PublicUrl = null)
{
    /// <summary>Signed in, but nothing opens before a second factor is set up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SecondFactorDue { get; init; }

    /// <summary>Signed in by name rather than as a demo person.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByName { get; init; }

    /// <summary>Signed in by PIN: what needs a password stays closed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByPin { get; init; }

    /// <summary>What people call their account with the provider one may sign in by; <c>null</c> where there is none.</summary>
    public Kernel.LocalText? OpenId { get; init; }

    /// <summary>What becomes of letters here; <c>null</c> where there is no mail, and for everybody but administrators.</summary>
    public MailUse? Mail { get; init; }

    /// <summary>Every post of somebody who has several; <c>null</c> otherwise.</summary>
    public IReadOnlyList<PostView>? Posts { get; init; }

    /// <summary>Which of <see cref="Posts"/> the session stands on, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Post { get; init; }
}

/// <summary>A person who works with the system.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Name">Name to greet them by.</param>
/// <param name="Roles">Names from <c>Tourism.Kernel.Roles</c>.</param>
/// <param name="Site">The site they work at, if they are bound to one.</param>
/// <param name="Till">The till they sell on, if any.</param>
/// <param name="Gate">The gate they stand at, if any.</param>
public sealed record PersonView(string Code, Kernel.LocalText Name, IReadOnlyList<string> Roles, string? Site, string? Till, string? Gate);
