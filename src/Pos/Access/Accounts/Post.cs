using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access.Accounts;

/// <summary>What somebody may do, and where: roles together with a place.</summary>
internal sealed class Post
{
    private static readonly string[] Offices = [Kernel.Roles.PointsClerk, Kernel.Roles.PointsApprover, Kernel.Roles.TourismAnalyst, Kernel.Roles.Auditor, Kernel.Roles.Administrator];

    public long Seq { get; private set; }

    /// <summary>Names from <see cref="Kernel.Roles"/> with commas between.</summary>
    public required string Roles { get; init; }

    public string? Site { get; init; }

    public string? Till { get; init; }

    public string? Gate { get; init; }

    public bool InOffice => View().Roles.Any(Offices.Contains);

    public string Text => string.Join('|', Roles, Site, Till, Gate);

    public static Post Of(PostView post) => new() { Roles = string.Join(',', post.Roles), Site = post.Site, Till = post.Till, Gate = post.Gate };

    public PostView View() => new(Roles.Split(','), Site, Till, Gate);

    internal sealed class Mapping : IEntityTypeConfiguration<Post>
    {
        public void Configure(EntityTypeBuilder<Post> post)
        {
            post.ToTable("pos_account_post");
            post.HasKey(row => row.Seq);
            post.Ignore(row => row.InOffice);
            post.Ignore(row => row.Text);
        }
    }
}
