using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Access.Accounts;

namespace Tourism.Pos.Access.Devices;

/// <summary>Wrong PINs of one person on one device: who stands at one till cannot shut the person out at another.</summary>
internal sealed class PinTries : IVersioned
{
    public required Guid Device { get; init; }

    public required Guid Account { get; init; }

    public int Missed { get; private set; }

    public DateTime? WaitUntil { get; private set; }

    public long Version { get; private set; }

    public bool Waits(DateTime now) => WaitUntil > now;

    public void Miss(DateTime now) => (Missed, WaitUntil) = WrongTries.Miss(Missed, WaitUntil, now);

    public void Forgive() => (Missed, WaitUntil) = (0, null);

    internal sealed class Mapping : IEntityTypeConfiguration<PinTries>
    {
        public void Configure(EntityTypeBuilder<PinTries> tries)
        {
            tries.ToTable("pos_device_pin_tries");
            tries.HasKey(row => new { row.Device, row.Account });
        }
    }
}
