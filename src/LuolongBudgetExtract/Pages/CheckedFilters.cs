using System.Buffers.Binary;
using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace LuolongBudgetExtract.Pages;

/// <summary>
/// PdfPig's filters with two things that it leaves out: a cap on what streams may inflate to, and the Adler-32 sum of Flate
/// data. PdfPig swallows every Flate failure, so a damaged stream would otherwise lose its text silently.
/// </summary>
internal sealed class CheckedFilters(ReadingOptions limits, ReadingAlarms alarms) : BaseFilterProvider(Wrapped(limits, alarms))
{
    private static IReadOnlyDictionary<string, IFilter> Wrapped(ReadingOptions limits, ReadingAlarms alarms)
    {
        var budget = new InflateBudget(limits);
        var inner = DefaultFilterProvider.Instance;
        var names = new[]
        {
            "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx", "CCITTFaxDecode", "CCF", "DCTDecode", "DCT", "FlateDecode", "Fl",
            "JBIG2Decode", "JPXDecode", "RunLengthDecode", "RL", "LZWDecode", "LZW",
        };
        return names.ToDictionary(n => n, n => (IFilter)new Checked(inner.GetNamedFilters([NameToken.Create(n)])[0], n is "FlateDecode" or "Fl", budget, alarms));
    }

    private sealed class InflateBudget(ReadingOptions limits)
    {
        private long _total;

        public void Take(long bytes)
        {
            _total += bytes;
            if (bytes > limits.MaxStreamBytes)
                throw new UnreadablePdfException("limit", $"a stream inflates to {bytes} bytes, at most {limits.MaxStreamBytes} are allowed", null);
            if (_total > limits.MaxDocumentBytes)
                throw new UnreadablePdfException("limit", $"the streams inflate to {_total} bytes, at most {limits.MaxDocumentBytes} are allowed", null);
        }
    }

    private sealed class Checked(IFilter inner, bool flate, InflateBudget budget, ReadingAlarms alarms) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            budget.Take(output.Length);
            if (flate && !HasValidChecksum(input, output.Span, streamDictionary)) alarms.Raise("a Flate stream fails its Adler-32 checksum");
            return output;
        }

        private static bool HasValidChecksum(ReadOnlyMemory<byte> input, ReadOnlySpan<byte> output, DictionaryToken dictionary)
        {
            // A predictor changes the bytes after inflating, so what the sum was made of must be inflated once more (xref streams, small).
            if (dictionary.ContainsKey(NameToken.DecodeParms) || dictionary.ContainsKey(NameToken.Dp)) return InflatesWhole(input);
            uint sum = Adler32(output);
            // Writers leave up to a line end (and some a few fill bytes) between the sum and "endstream".
            var tail = input.Span[Math.Max(0, input.Length - 12)..];
            for (int at = tail.Length - 4; at >= 0; at--)
                if (BinaryPrimitives.ReadUInt32BigEndian(tail[at..]) == sum) return true;
            return InflatesWhole(input);
        }

        private static bool InflatesWhole(ReadOnlyMemory<byte> input)
        {
            try
            {
                using var zlib = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                zlib.CopyTo(Stream.Null);
                return true;
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }

        private static uint Adler32(ReadOnlySpan<byte> bytes)
        {
            // RFC 1950: the sums stay below 2^32 for 5,552 bytes between reductions.
            const uint prime = 65521;
            uint a = 1, b = 0;
            while (bytes.Length > 0)
            {
                var block = bytes[..Math.Min(5552, bytes.Length)];
                foreach (var value in block)
                {
                    a += value;
                    b += a;
                }
                a %= prime;
                b %= prime;
                bytes = bytes[block.Length..];
            }
            return (b << 16) | a;
        }
    }
}
