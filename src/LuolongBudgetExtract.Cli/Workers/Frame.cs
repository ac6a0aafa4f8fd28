using System.Buffers.Binary;
using System.Text.Json;
using LuolongBudgetExtract.Cli.Batch;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>What a frame between parent and worker means.</summary>
internal enum FrameKind : byte
{
    /// <summary>Worker → parent, once: the runtime is up. No body.</summary>
    Ready = (byte)'R',

    /// <summary>Parent → worker, once: a JSON head of <see cref="WorkerStart"/>.</summary>
    Start = (byte)'S',

    /// <summary>Parent → worker: a JSON head of <see cref="DocumentHead"/>, then the PDF.</summary>
    Document = (byte)'D',

    /// <summary>Worker → parent: a page is finished; its number as int32.</summary>
    Page = (byte)'P',

    /// <summary>Worker → parent: a JSON head of <see cref="DocumentSummary"/>, then the stored extraction.</summary>
    Answer = (byte)'A',
}

internal sealed record WorkerStart(int StackBytes, PipelineOptions Options);

internal sealed record DocumentHead(string DocumentId, string SourceFile);

/// <summary>One message on a pipe: kind (1 byte), length of the head and of the body (int32 each, little-endian), head, body.</summary>
internal sealed record Frame(FrameKind Kind, byte[] Head, byte[] Body)
{
    private const int PrefixLength = 9;

    /// <summary>A worker is not trusted: 1 GiB is far above any result, and keeps a broken length from taking the parent's memory.</summary>
    private const int LongestPart = 1 << 30;

    public static Frame Of(FrameKind kind) => new(kind, [], []);

    public static Frame Of<T>(FrameKind kind, T head, byte[]? body = null) =>
        new(kind, JsonSerializer.SerializeToUtf8Bytes(head, typeof(T), HostJson.Default), body ?? []);

    public static Frame OfPage(int page)
    {
        var head = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(head, page);
        return new(FrameKind.Page, head, []);
    }

    public int? PageNumber => Kind == FrameKind.Page && Head.Length == 4 ? BinaryPrimitives.ReadInt32LittleEndian(Head) : null;

    public T HeadAs<T>() => (T)JsonSerializer.Deserialize(Head, typeof(T), HostJson.Default)!;

    public void WriteTo(Stream stream)
    {
        var start = new byte[PrefixLength + Head.Length];
        start[0] = (byte)Kind;
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(1), Head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(5), Body.Length);
        Head.CopyTo(start, PrefixLength);
        stream.Write(start);
        if (Body.Length > 0) stream.Write(Body);
        stream.Flush();
    }

    /// <summary>The next frame, or null at the end of the stream, also when it ends within a frame.</summary>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    public static Frame? ReadFrom(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[PrefixLength];
        if (stream.ReadAtLeast(prefix, PrefixLength, throwOnEndOfStream: false) < PrefixLength) return null;
        var head = Part(stream, BinaryPrimitives.ReadInt32LittleEndian(prefix[1..]));
        var body = head is null ? null : Part(stream, BinaryPrimitives.ReadInt32LittleEndian(prefix[5..]));
        return head is null || body is null ? null : new((FrameKind)prefix[0], head, body);
    }

    private static byte[]? Part(Stream stream, int length)
    {
        if (length is < 0 or > LongestPart) throw new InvalidDataException($"A frame of {length} bytes is not of this protocol.");
        var part = new byte[length];
        return stream.ReadAtLeast(part, length, throwOnEndOfStream: false) == length ? part : null;
    }
}
