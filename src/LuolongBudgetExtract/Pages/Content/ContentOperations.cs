using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.ClippingPaths;
using UglyToad.PdfPig.Graphics.Operations.Compatibility;
using UglyToad.PdfPig.Graphics.Operations.General;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Graphics.Operations.TextObjects;
using UglyToad.PdfPig.Graphics.Operations.TextPositioning;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Tokens;

namespace LuolongBudgetExtract.Pages.Content;

/// <summary>The operators of one content stream, as PdfPig's own (ISO 32000-1, annex A).</summary>
internal sealed class ContentOperations(ReadOnlyMemory<byte> content)
{
    /// <summary>Skipped dictionaries of marked content nest little; deeper ones are a trap.</summary>
    private const int Deepest = 32;

    private readonly List<IGraphicsStateOperation> _operations = [];
    private readonly List<double> _numbers = [];
    private readonly List<ShownPiece> _pieces = [];
    private readonly Dictionary<ulong, NameToken> _names = [];
    private NameToken? _name;
    private int _named;
    private byte[]? _codes;
    private bool _array, _dictionary;

    /// <summary>Null when the stream is not well formed, or holds a picture.</summary>
    public List<IGraphicsStateOperation>? Read()
    {
        var reader = new ContentReader(content.Span);
        while (true)
        {
            switch (reader.Next())
            {
                case ContentToken.Number: _numbers.Add(reader.Number); break;
                case ContentToken.Name: (_name, _named) = (NameOf(reader.Word), _named + 1); break;
                case ContentToken.String when _codes is null: _codes = reader.Codes; break;
                case ContentToken.ArrayStart when !_array && _numbers.Count == 0: if (!ReadArray(ref reader)) return null; break;
                case ContentToken.DictionaryStart: if (!SkipDictionary(ref reader, 0)) return null; break;
                case ContentToken.Operator: if (!Take(reader.Word)) return null; break;
                case ContentToken.End: return _numbers.Count == 0 && _named == 0 && _codes is null && !_array ? _operations : null;
                default: return null;
            }
        }
    }

    private bool ReadArray(ref ContentReader reader)
    {
        _array = true;
        while (true)
        {
            switch (reader.Next())
            {
                case ContentToken.Number: _pieces.Add(new(default, reader.Number)); break;
                case ContentToken.String: _pieces.Add(new(reader.Codes, 0)); break;
                case ContentToken.ArrayEnd: return true;
                default: return false;
            }
        }
    }

    private bool SkipDictionary(ref ContentReader reader, int depth)
    {
        _dictionary = true;
        while (depth < Deepest)
        {
            switch (reader.Next())
            {
                case ContentToken.DictionaryEnd: return true;
                case ContentToken.DictionaryStart: if (!SkipDictionary(ref reader, depth + 1)) return false; break;
                case ContentToken.End or ContentToken.Unknown: return false;
            }
        }
        return false;
    }

    private NameToken NameOf(ReadOnlySpan<byte> name)
    {
        if (name.Length > sizeof(ulong)) return NameToken.Create(System.Text.Encoding.ASCII.GetString(name));
        ulong key = 0;
        foreach (byte b in name) key = key << 8 | b;
        if (!_names.TryGetValue(key, out var token)) _names[key] = token = NameToken.Create(System.Text.Encoding.ASCII.GetString(name));
        return token;
    }

    /// <returns>False when the operator or its operands are not as they should be.</returns>
    private bool Take(ReadOnlySpan<byte> word)
    {
        bool taken = IsMarked(word) || Operation(word) is { } operation && Add(operation);
        _numbers.Clear();
        _pieces.Clear();
        (_name, _named, _codes, _array, _dictionary) = (null, 0, null, false, false);
        return taken;
    }

    private bool Add(IGraphicsStateOperation operation)
    {
        _operations.Add(operation);
        return true;
    }

    // BDC and DP name a dictionary or bring it along.
    private static bool IsMarked(ReadOnlySpan<byte> word) => word.SequenceEqual("BDC"u8) || word.SequenceEqual("EMC"u8) || word.SequenceEqual("BMC"u8) || word.SequenceEqual("MP"u8) || word.SequenceEqual("DP"u8);

    private IGraphicsStateOperation? Operation(ReadOnlySpan<byte> word)
    {
        if (_dictionary) return null;
        if (_codes is not null) return Showing(word, _codes);
        if (_array) return OfArray(word);
        return _named switch { 0 => OfNumbers(word), 1 => OfName(word, _name!), _ => null };
    }

    private IGraphicsStateOperation? Showing(ReadOnlySpan<byte> word, byte[] codes) => (Key(word), _numbers.Count, _named, _array) switch
    {
        ('T' | 'j' << 8, 0, 0, false) => new ShowText(codes),
        ('\'', 0, 0, false) => new MoveToNextLineShowText(codes),
        ('"', 2, 0, false) => new MoveToNextLineShowTextWithSpacing(_numbers[0], _numbers[1], codes),
        _ => null,
    };

    private IGraphicsStateOperation? OfArray(ReadOnlySpan<byte> word) => (Key(word), _numbers.Count, _named) switch
    {
        ('T' | 'J' << 8, 0, 0) => new ShowPieces([.. _pieces]),
        ('d', 1, 0) when _numbers[0] == (int)_numbers[0] && _pieces.TrueForAll(p => p.Codes.Length == 0) => new SetLineDashPattern([.. _pieces.Select(p => p.Back)], (int)_numbers[0]),
        _ => null,
    };

    private IGraphicsStateOperation? OfName(ReadOnlySpan<byte> word, NameToken name) => (Key(word), _numbers.Count) switch
    {
        ('T' | 'f' << 8, 1) => new SetFontAndSize(name, _numbers[0]),
        ('g' | 's' << 8, 0) => new SetGraphicsStateParametersFromDictionary(name),
        ('D' | 'o' << 8, 0) => new InvokeNamedXObject(name),
        ('c' | 's' << 8, 0) => new SetNonStrokeColorSpace(name),
        ('C' | 'S' << 8, 0) => new SetStrokeColorSpace(name),
        ('r' | 'i' << 8, 0) => new SetColorRenderingIntent(name),
        ('s' | 'h' << 8, 0) => new PaintShading(name),
        ('s' | 'c' << 8 | 'n' << 16, _) => new SetNonStrokeColorAdvanced([.. _numbers], name),
        ('S' | 'C' << 8 | 'N' << 16, _) => new SetStrokeColorAdvanced([.. _numbers], name),
        _ => null,
    };

    private IGraphicsStateOperation? OfNumbers(ReadOnlySpan<byte> word)
    {
        var n = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_numbers);
        return (Key(word), n.Length) switch
        {
            ('q', 0) => Push.Value,
            ('Q', 0) => Pop.Value,
            ('c' | 'm' << 8, 6) => new ModifyCurrentTransformationMatrix([.. n]),
            ('B' | 'T' << 8, 0) => BeginText.Value,
            ('E' | 'T' << 8, 0) => EndText.Value,
            ('T' | 'm' << 8, 6) => new SetTextMatrix([.. n]),
            ('T' | 'd' << 8, 2) => new MoveToNextLineWithOffset(n[0], n[1]),
            ('T' | 'D' << 8, 2) => new MoveToNextLineWithOffsetSetLeading(n[0], n[1]),
            ('T' | '*' << 8, 0) => MoveToNextLine.Value,
            ('T' | 'c' << 8, 1) => new SetCharacterSpacing(n[0]),
            ('T' | 'w' << 8, 1) => new SetWordSpacing(n[0]),
            ('T' | 'z' << 8, 1) => new SetHorizontalScaling(n[0]),
            ('T' | 'L' << 8, 1) => new SetTextLeading(n[0]),
            ('T' | 's' << 8, 1) => new SetTextRise(n[0]),
            ('T' | 'r' << 8, 1) when n[0] == (int)n[0] => new SetTextRenderingMode((int)n[0]),
            ('r' | 'e' << 8, 4) => new AppendRectangle(n[0], n[1], n[2], n[3]),
            ('m', 2) => new BeginNewSubpath(n[0], n[1]),
            ('l', 2) => new AppendStraightLineSegment(n[0], n[1]),
            ('c', 6) => new AppendDualControlPointBezierCurve(n[0], n[1], n[2], n[3], n[4], n[5]),
            ('v', 4) => new AppendStartControlPointBezierCurve(n[0], n[1], n[2], n[3]),
            ('y', 4) => new AppendEndControlPointBezierCurve(n[0], n[1], n[2], n[3]),
            ('h', 0) => CloseSubpath.Value,
            ('n', 0) => EndPath.Value,
            ('S', 0) => StrokePath.Value,
            ('s', 0) => CloseAndStrokePath.Value,
            ('f', 0) => FillPathNonZeroWinding.Value,
            ('F', 0) => FillPathNonZeroWindingCompatibility.Value,
            ('f' | '*' << 8, 0) => FillPathEvenOddRule.Value,
            ('B', 0) => FillPathNonZeroWindingAndStroke.Value,
            ('B' | '*' << 8, 0) => FillPathEvenOddRuleAndStroke.Value,
            ('b', 0) => CloseFillPathNonZeroWindingAndStroke.Value,
            ('b' | '*' << 8, 0) => CloseFillPathEvenOddRuleAndStroke.Value,
            ('W', 0) => ModifyClippingByNonZeroWindingIntersect.Value,
            ('W' | '*' << 8, 0) => ModifyClippingByEvenOddIntersect.Value,
            ('w', 1) => new SetLineWidth(n[0]),
            ('J', 1) when n[0] == (int)n[0] => new SetLineCap((int)n[0]),
            ('j', 1) when n[0] == (int)n[0] => new SetLineJoin((int)n[0]),
            ('M', 1) => new SetMiterLimit(n[0]),
            ('i', 1) => new SetFlatnessTolerance(n[0]),
            ('g', 1) => new SetNonStrokeColorDeviceGray(n[0]),
            ('G', 1) => new SetStrokeColorDeviceGray(n[0]),
            ('r' | 'g' << 8, 3) => new SetNonStrokeColorDeviceRgb(n[0], n[1], n[2]),
            ('R' | 'G' << 8, 3) => new SetStrokeColorDeviceRgb(n[0], n[1], n[2]),
            ('k', 4) => new SetNonStrokeColorDeviceCmyk(n[0], n[1], n[2], n[3]),
            ('K', 4) => new SetStrokeColorDeviceCmyk(n[0], n[1], n[2], n[3]),
            ('s' | 'c' << 8, > 0) => new SetNonStrokeColor([.. n]),
            ('S' | 'C' << 8, > 0) => new SetStrokeColor([.. n]),
            ('s' | 'c' << 8 | 'n' << 16, > 0) => new SetNonStrokeColorAdvanced([.. n]),
            ('S' | 'C' << 8 | 'N' << 16, > 0) => new SetStrokeColorAdvanced([.. n]),
            ('d' | '0' << 8, 2) => new Type3SetGlyphWidth(n[0], n[1]),
            ('d' | '1' << 8, 6) => new Type3SetGlyphWidthAndBoundingBox(n[0], n[1], n[2], n[3], n[4], n[5]),
            ('B' | 'X' << 8, 0) => BeginCompatibilitySection.Value,
            ('E' | 'X' << 8, 0) => EndCompatibilitySection.Value,
            _ => null,
        };
    }

    private static int Key(ReadOnlySpan<byte> word) => word.Length switch { 1 => word[0], 2 => word[0] | word[1] << 8, _ => word[0] | word[1] << 8 | word[2] << 16 };
}
