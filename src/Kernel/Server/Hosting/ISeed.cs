namespace Tourism.Kernel.Server.Hosting;

/// <summary>Brings the city's data files into the database; run at every start, repeating changes nothing.</summary>
public interface ISeed
{
    /// <summary>Adds what the files name and the database lacks; what is already recorded stands.</summary>
    Task SeedAsync(CancellationToken ct);
}
