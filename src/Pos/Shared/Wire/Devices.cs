using System.Text.Json.Serialization;

namespace Tourism.Pos.Shared.Wire;

/// <summary>Adds a device at a till or at a gate; exactly one of the two is named.</summary>
/// <param name="Name">What people call it, 1–50 characters.</param>
/// <param name="Site">Site code.</param>
/// <param name="Till">Till of the site.</param>
/// <param name="Gate">Gate of the site.</param>
public sealed record DeviceRequest(string Name, string Site, string? Till = null, string? Gate = null);

/// <summary>A device of the city.</summary>
/// <param name="Id">The device.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Site">Site code.</param>
/// <param name="State">How far it is.</param>
public sealed record DeviceView(Guid Id, string Name, string Site, DeviceState State)
{
    /// <summary>Till it belongs to.</summary>
    public string? Till { get; init; }

    /// <summary>Gate it belongs to.</summary>
    public string? Gate { get; init; }

    /// <summary>Sign-in name of whoever added it.</summary>
    public required string EnrolledBy { get; init; }

    /// <summary>When a browser became it, UTC.</summary>
    public DateTime? EnrolledAt { get; init; }

    /// <summary>When it last spoke to the server, UTC.</summary>
    public DateTime? LastSeenAt { get; init; }

    /// <summary>Version of its app.</summary>
    public string? App { get; init; }

    /// <summary>Sales and scans it had yet to send when it was last seen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Waiting { get; init; }

    /// <summary>Until when its code enrols it; <c>null</c> without one.</summary>
    public DateTime? CodeUntil { get; init; }

    /// <summary>Since when it is asked to forget, UTC.</summary>
    public DateTime? ForgetAt { get; init; }

    /// <summary>When it said that it has forgotten, UTC.</summary>
    public DateTime? ForgottenAt { get; init; }

    /// <summary>When an administrator sent what waited on it, UTC.</summary>
    public DateTime? HandedOverAt { get; init; }
}

/// <summary>How far a device is.</summary>
public enum DeviceState
{
    /// <summary>No browser has become it yet.</summary>
    New,

    /// <summary>In use.</summary>
    Active,

    /// <summary>Trusted no more.</summary>
    Revoked,
}

/// <summary>A code that enrols a device; shown once.</summary>
/// <param name="Code">Twelve digits to type.</param>
/// <param name="Link">The same as an address to open on the device, for a QR code.</param>
/// <param name="Until">When it ends, UTC.</param>
public sealed record DeviceCodeView(string Code, string Link, DateTime Until);

/// <summary>This browser wants to become a device.</summary>
/// <param name="Code">Twelve digits, with or without spaces.</param>
/// <param name="Enrolment">Made by the browser; the same one again is the same success.</param>
public sealed record EnrolmentRequest(string Code, Guid Enrolment);

/// <summary>How a device is.</summary>
public sealed record DeviceReport
{
    /// <summary>Version of its app; at most 40 characters.</summary>
    public string? App { get; init; }

    /// <summary>Sales and scans it has yet to send; 0 or more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Waiting { get; init; }

    /// <summary>The P-256 key it signs with, SubjectPublicKeyInfo in base64; left out where the browser has no cryptography.</summary>
    public string? PublicKey { get; init; }

    /// <summary>It has forgotten what it was asked to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Forgotten { get; init; }
}

/// <summary>What a device hears of itself.</summary>
/// <param name="State">Whether it is one.</param>
public sealed record OwnDeviceView(OwnDeviceState State)
{
    /// <summary>The device; <c>null</c> when this browser is none.</summary>
    public Guid? Id { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>Site code.</summary>
    public string? Site { get; init; }

    /// <summary>Till it belongs to.</summary>
    public string? Till { get; init; }

    /// <summary>Gate it belongs to.</summary>
    public string? Gate { get; init; }

    /// <summary>It is to forget keys, names, PINs and prices now, but never a sale that is not sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Forget { get; init; }

    /// <summary>Who may sign in on it by PIN.</summary>
    public IReadOnlyList<DevicePersonView> People { get; init; } = [];
}

/// <summary>Whether a browser is a device.</summary>
public enum OwnDeviceState
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>It is one.</summary>
    Active,

    /// <summary>It was one. What it has not sent can be handed over by an administrator.</summary>
    Revoked,
}

/// <summary>Somebody who may sign in on a device by PIN.</summary>
/// <param name="Code">Sign-in name.</param>
/// <param name="Name">How they are greeted.</param>
/// <param name="Pin">Counts their PINs: what a device keeps of another one is good no more.</param>
public sealed record DevicePersonView(string Code, string Name, int Pin);

/// <summary>Sets one's own PIN.</summary>
/// <param name="Pin">4–8 digits, neither one repeated nor a run.</param>
public sealed record PinRequest(string Pin);

/// <summary>Signs in on an enrolled device.</summary>
/// <param name="Person">Sign-in name.</param>
/// <param name="Pin">PIN.</param>
public sealed record PinSignIn(string Person, string Pin);

/// <summary>An administrator has sent what waited on a device that is trusted no more.</summary>
/// <param name="Sales">How many the server has taken; 0 or more.</param>
/// <param name="Left">How many are still on it; 0 or more.</param>
public sealed record DeviceHandOver(int Sales, int Left = 0)
{
    /// <summary>How many of a gate's scans the server has taken; 0 or more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Scans { get; init; }

    /// <summary>The file they came in; <c>null</c> when the device itself sent them.</summary>
    public Guid? File { get; init; }

    /// <summary>The file is of a device whose key nobody knows, so that somebody must look at what it says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unproven { get; init; }
}
