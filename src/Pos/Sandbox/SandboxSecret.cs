using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tourism.Pos.Sandbox;

/// <summary>A key of the sandbox, made once per installation and kept in the database so that all its hosts agree.</summary>
internal sealed class SandboxSecret
{
    public const string ApiKey = "api-key";
    public const string Webhook = "webhook";

    public long Seq { get; private set; }

    public required string Name { get; init; }

    public required string Value { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SandboxSecret>
    {
        public void Configure(EntityTypeBuilder<SandboxSecret> secret)
        {
            secret.ToTable("pos_sandbox_secret");
            secret.HasKey(row => row.Seq);
            secret.HasIndex(row => row.Name).IsUnique();
        }
    }
}
