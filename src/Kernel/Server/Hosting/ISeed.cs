namespace Tourism.Kernel.Server.Hosting;

/// <summary>Brings the city's data files into the database; run at every start, repeating changes nothing.</summary>
public interface ISeed
{
    /// <summary>Adds what is missing.</summary>
    Task SeedAsync(CancellationToken ct);
}
