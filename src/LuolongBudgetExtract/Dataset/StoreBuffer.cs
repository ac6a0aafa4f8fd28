using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LuolongBudgetExtract.Dataset;

/// <summary>Writes values in the byte order of the machine; a text that occurred before is written as its number.</summary>
internal sealed class StoreWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1 << 16);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    /// <summary>Any value without references: int, long, double, bool, decimal (with its scale), Box …</summary>
    public void Raw<T>(T value)
        where T : unmanaged
    {
        Unsafe.WriteUnaligned(ref MemoryMarshal.GetReference(_bytes.GetSpan(Unsafe.SizeOf<T>())), value);
        _bytes.Advance(Unsafe.SizeOf<T>());
    }

    public void Optional<T>(T? value)
        where T : unmanaged
    {
        Raw(value.HasValue);
        if (value is { } present) Raw(present);
    }

    /// <summary>0 null, n the n-th text, one more than there are a new one: its length and UTF-16.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Raw(0);
            return;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, text, out var known);
        if (!known) number = _texts.Count;
        Raw(number);
        if (known) return;
        Raw(text.Length);
        _bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    public void List<T>(ImmutableArray<T> items, Action<StoreWriter, T> write)
    {
        Raw(items.Length);
        foreach (var item in items) write(this, item);
    }

    public void Texts(ImmutableArray<string> texts) => List(texts, static (w, t) => w.Text(t));
}

/// <summary>Reads what <see cref="StoreWriter"/> wrote. Equal texts come back as one string.</summary>
internal sealed class StoreReader(ReadOnlyMemory<byte> bytes)
{
    private readonly List<string> _texts = [];
    private int _at;

    public T Raw<T>()
        where T : unmanaged
    {
        var value = MemoryMarshal.Read<T>(bytes.Span[_at..]);
        _at += Unsafe.SizeOf<T>();
        return value;
    }

    public T? Optional<T>()
        where T : unmanaged => Raw<bool>() ? Raw<T>() : null;

    public string? OptionalText()
    {
        var number = Raw<int>();
        if (number == 0) return null;
        if (number <= _texts.Count) return _texts[number - 1];
        var length = Raw<int>();
        var text = new string(MemoryMarshal.Cast<byte, char>(bytes.Span.Slice(_at, 2 * length)));
        _at += 2 * length;
        _texts.Add(text);
        return text;
    }

    public string Text() => OptionalText() ?? throw new InvalidDataException("a text that must be there is null");

    public ImmutableArray<T> List<T>(Func<StoreReader, T> read)
    {
        var items = new T[Raw<int>()];
        for (var i = 0; i < items.Length; i++) items[i] = read(this);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    public ImmutableArray<string> Texts() => List(static r => r.Text());
}
