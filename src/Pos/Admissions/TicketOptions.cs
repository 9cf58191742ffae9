using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;

namespace Tourism.Pos.Admissions;

/// <summary>Section <c>Tourism:Tickets</c>.</summary>
internal sealed class TicketOptions
{
    /// <summary>File with the server's P-256 private key in PEM. In Demo one is made in the data directory.</summary>
    public string? KeyFile { get; set; }
}

internal sealed class TicketOptionsValidator(IConfiguration configuration) : IValidateOptions<TicketOptions>
{
    public ValidateOptionsResult Validate(string? name, TicketOptions options)
    {
        if (options.KeyFile is null)
            return configuration.Mode() == TourismMode.Demo
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    "Tourism:Tickets:KeyFile is empty. Make a key with 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ticket.pem' and name the file; every host uses the same one.");
        return File.Exists(options.KeyFile)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Tourism:Tickets:KeyFile '{options.KeyFile}' does not exist or cannot be read.");
    }
}
