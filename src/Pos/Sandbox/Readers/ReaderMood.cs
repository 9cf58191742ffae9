namespace Tourism.Pos.Sandbox.Readers;

/// <summary>What is wrong with a reader. It is no field of the API: commands just fail.</summary>
internal enum ReaderMood
{
    /// <summary>Nothing.</summary>
    Online,

    /// <summary>No network or no power.</summary>
    Offline,

    /// <summary>Somebody else is using it.</summary>
    Busy,

    /// <summary>It takes commands, but the answer comes too late.</summary>
    Timeout,

    /// <summary>It is broken.</summary>
    HardwareFault,
}

internal static class ReaderMoods
{
    public static ReaderMood Of(SandboxObject reader) => Enum.TryParse<ReaderMood>(reader.Hidden, out var mood) ? mood : ReaderMood.Online;

    public static void Set(SandboxObject reader, ReaderMood mood)
    {
        reader.Hidden = mood.ToString();
        var json = reader.Read();
        json["status"] = reader.Sort = mood == ReaderMood.Offline ? "offline" : "online";
        reader.Write(json);
    }

    /// <summary>Why a command cannot be given; a time-out is told afterwards, because the reader took the command.</summary>
    public static StripeFault? Refusal(SandboxObject reader) => Of(reader) switch
    {
        ReaderMood.Offline => StripeFault.Unexpected("Reader is currently offline, please ensure the reader is powered on and connected to the internet.", "terminal_reader_offline"),
        ReaderMood.Busy => Busy(),
        ReaderMood.HardwareFault => StripeFault.Unexpected("Reader is broken and needs service.", "terminal_reader_hardware_fault"),
        _ => null,
    };

    public static StripeFault Busy() => StripeFault.Unexpected("Reader is currently busy processing another request.", "terminal_reader_busy");

    /// <summary>The command arrived, its answer did not.</summary>
    public static StripeFault? Late(SandboxObject reader) => Of(reader) == ReaderMood.Timeout
        ? StripeFault.Unexpected("There was a timeout when sending this command to the reader.", "terminal_reader_timeout")
        : null;
}
