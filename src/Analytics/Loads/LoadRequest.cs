using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Analytics.Contracts;

namespace Tourism.Analytics.Loads;

/// <summary>Somebody's wish to see in the lake what has been received so far.</summary>
internal sealed class LoadRequest
{
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    public DateTime RequestedAt { get; private set; }

    public DateTime? StartedAt { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public LoadView View => new(Id, this switch
    {
        { DoneAt: not null } => "done",
        { StartedAt: not null } => "running",
        _ => "queued",
    });

    public static LoadRequest Of(Guid id, DateTime now) => new() { Id = id, RequestedAt = now };

    internal sealed class Mapping : IEntityTypeConfiguration<LoadRequest>
    {
        public void Configure(EntityTypeBuilder<LoadRequest> request)
        {
            request.ToTable("analytics_load_request");
            request.HasKey(row => row.Seq);
            request.HasIndex(row => row.Id).IsUnique();
            request.HasIndex(row => row.DoneAt);
            request.Ignore(row => row.View);
        }
    }
}
