using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Database.Tests.Modules;

/// <summary>A farm with a gate, where tickets of the cave can be good too.</summary>
internal static class Farm
{
    public const string Gate = "farm-gate";

    public static Site Site => new()
    {
        No = 300,
        Code = "other-farm",
        Name = new LocalText("養鱒場", "Trout Farm"),
        Kind = SiteKind.Farm,
        Issuer = "mine-tourism",
        Places = [new Place { Kind = PlaceKind.Gate, Code = Gate, Name = new LocalText("門", "Gate") }],
    };
}
