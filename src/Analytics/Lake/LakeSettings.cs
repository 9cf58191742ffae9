namespace Tourism.Analytics.Lake;

/// <summary>Where the lake lies and how much one load takes.</summary>
/// <param name="Directory">Absolute path; the same storage for every host.</param>
/// <param name="FactsPerLoad">Bounds the memory and the time of one load.</param>
internal sealed record LakeSettings(string Directory, int FactsPerLoad = 100_000);
