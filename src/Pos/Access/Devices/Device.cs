using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Devices;

/// <summary>A tablet or computer that belongs to one till or one gate. Its place never changes: at another place it is another device.</summary>
internal sealed class Device : IVersioned
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Site { get; init; }

    public string? Till { get; init; }

    public string? Gate { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Who made its code, the last one if there were several.</summary>
    public required string EnrolledBy { get; set; }

    /// <summary>Whoever has the code with this SHA-256 may enrol it, once.</summary>
    public string? CodeHash { get; private set; }

    public DateTime? CodeUntil { get; private set; }

    /// <summary>Name the device gave its enrolment: the same one again is a repeat, another one a replay.</summary>
    public Guid? Enrolment { get; private set; }

    /// <summary>SHA-256 of what the device shows with every request.</summary>
    public string? CredentialHash { get; private set; }

    public DateTime? EnrolledAt { get; private set; }

    public DateTime? LastSeenAt { get; private set; }

    public string? App { get; private set; }

    /// <summary>Facts it had yet to send when it was last seen.</summary>
    public int Waiting { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public DateTime? ForgetAt { get; private set; }

    public DateTime? ForgottenAt { get; private set; }

    public DateTime? HandedOverAt { get; private set; }

    /// <summary>The key it signs files with, as it showed it last while it was trusted; SubjectPublicKeyInfo, DER.</summary>
    public byte[]? PublicKey { get; private set; }

    public long Version { get; private set; }

    public DeviceBadge Badge => new(Id, Site, Till, Gate);

    public PlaceKind Kind => Till is null ? PlaceKind.Gate : PlaceKind.Till;

    public string Place => (Till ?? Gate)!;

    public void Offer(string codeHash, DateTime until, string by) => (CodeHash, CodeUntil, EnrolledBy) = (codeHash, until, by);

    public void Enrol(Guid enrolment, string credentialHash, DateTime now) =>
        (Enrolment, CredentialHash, EnrolledAt, LastSeenAt) = (enrolment, credentialHash, EnrolledAt ?? now, now);

    /// <summary>It spoke to this installation, whether it still may do anything or not; true for the first time on this business date.</summary>
    public bool Seen(DeviceReport report, DateTime now)
    {
        var isFirst = LastSeenAt is not { } last || BusinessDate.Of(last) != BusinessDate.Of(now);
        (LastSeenAt, App, Waiting) = (now, report.App ?? App, report.Waiting);
        return isFirst;
    }

    /// <summary>Whoever has a lost device can show any key: it counts no more.</summary>
    public void Show(byte[] publicKey) => PublicKey = RevokedAt is null ? publicKey : PublicKey;

    public void Revoke(DateTime now) => RevokedAt ??= now;

    public void AskToForget(DateTime now) => ForgetAt ??= now;

    /// <summary>All but unsent sales is gone from it. With none of those left it has nothing more to say here.</summary>
    public void Forgot(DateTime now)
    {
        ForgottenAt ??= now;
        if (Waiting == 0)
            Revoke(now);
    }

    /// <summary>An administrator has sent something of it; true for the first time on this business date.</summary>
    public bool HandOver(DateTime now, int? left = null)
    {
        var isFirst = HandedOverAt is not { } last || BusinessDate.Of(last) != BusinessDate.Of(now);
        (HandedOverAt, Waiting) = (now, left ?? Waiting);
        return isFirst;
    }

    public DeviceView View() => new(Id, Name, Site, State)
    {
        Till = Till,
        Gate = Gate,
        EnrolledBy = EnrolledBy,
        EnrolledAt = EnrolledAt,
        LastSeenAt = LastSeenAt,
        App = App,
        Waiting = Waiting,
        CodeUntil = EnrolledAt is null ? CodeUntil : null,
        ForgetAt = ForgetAt,
        ForgottenAt = ForgottenAt,
        HandedOverAt = HandedOverAt,
    };

    public DeviceState State => RevokedAt is not null ? DeviceState.Revoked : EnrolledAt is null ? DeviceState.New : DeviceState.Active;

    internal sealed class Mapping : IEntityTypeConfiguration<Device>
    {
        public void Configure(EntityTypeBuilder<Device> device)
        {
            device.ToTable("pos_device");
            device.HasKey(row => row.Id);
            device.Property(row => row.Id).ValueGeneratedNever();
            device.HasIndex(row => row.CodeHash).IsUnique();
            device.HasIndex(row => row.CredentialHash).IsUnique();
            device.Property(row => row.PublicKey).HasMaxLength(200);
            device.Ignore(row => row.Badge);
            device.Ignore(row => row.Kind);
            device.Ignore(row => row.Place);
            device.Ignore(row => row.State);
        }
    }
}
