using System.Text.Json;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Access;

/// <summary>People to try the system as. They exist in Demo and Training only.</summary>
internal sealed class DemoPeople(IOptions<TourismOptions> options)
{
    public IReadOnlyList<PersonView> All { get; } = options.Value.HasSandbox ? Read(options.Value.CityDirectory) : [];

    public PersonView? Find(string code) => All.FirstOrDefault(person => person.Code == code);

    private static List<PersonView> Read(string directory)
    {
        using var file = File.OpenRead(Path.Combine(directory, "people.demo.json"));
        return JsonSerializer.Deserialize<List<PersonView>>(file, Json.Options)!;
    }
}
