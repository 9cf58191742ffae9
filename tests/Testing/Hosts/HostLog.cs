using System.Text;

namespace Tourism.Testing.Hosts;

/// <summary>Lines of a process, which come on threads of the pool.</summary>
internal sealed class HostLog
{
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();

    public string Text
    {
        get
        {
            lock (_lock)
                return _text.ToString();
        }
    }

    public void Add(string? line)
    {
        lock (_lock)
            _text.AppendLine(line);
    }
}
