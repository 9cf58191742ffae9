using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Office.People;

/// <summary>A post while it is being typed.</summary>
public sealed class PostDraft
{
    /// <summary>An empty one.</summary>
    public PostDraft()
    {
    }

    /// <summary>One that exists.</summary>
    public PostDraft(PostView post)
    {
        Roles.AddRange(post.Roles);
        (Site, Till, Gate) = (post.Site, post.Till, post.Gate);
    }

    /// <summary>Names from <see cref="Kernel.Roles"/>.</summary>
    public List<string> Roles { get; } = [];

    /// <summary>Site, when the roles need one.</summary>
    public string? Site { get; set; }

    /// <summary>Till of the site.</summary>
    public string? Till { get; set; }

    /// <summary>Gate of the site.</summary>
    public string? Gate { get; set; }

    /// <summary>Somebody sells here.</summary>
    public bool Sells => Roles.Exists(Kernel.Roles.AtTills.Contains);

    /// <summary>Somebody stands at a gate.</summary>
    public bool Admits => Roles.Contains(Kernel.Roles.GateStaff);

    /// <summary>Nothing is missing.</summary>
    public bool Complete => Roles.Count > 0 && (!Sells || Till is not null) && (!Admits || Gate is not null);

    /// <summary>As it is sent: without a place that no role needs.</summary>
    public PostView View => new([.. Roles], Sells || Admits ? Site : null, Sells ? Till : null, Admits ? Gate : null);

    /// <summary>Adds or takes away a role. An auditor has no other.</summary>
    public void Set(string role, bool on)
    {
        Roles.Remove(role);
        if (!on)
            return;
        if (role == Kernel.Roles.Auditor)
            Roles.Clear();
        Roles.Remove(Kernel.Roles.Auditor);
        Roles.Add(role);
    }

    /// <summary>Another site has other tills and gates.</summary>
    public void MoveTo(string? site) => (Site, Till, Gate) = (string.IsNullOrEmpty(site) ? null : site, null, null);
}
