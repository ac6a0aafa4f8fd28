using System.Text;

namespace LuolongBudgetExtract.Pages.Content;

internal enum ContentToken
{
    End, Number, Name, String, ArrayStart, ArrayEnd, DictionaryStart, DictionaryEnd, Operator,

    /// <summary>true, false or null; only in dictionaries.</summary>
    Constant,

    /// <summary>What a well-formed stream of operators does not hold.</summary>
    Unknown,
}

/// <summary>The tokens of a content stream (ISO 32000-1, 7.2 and 7.3).</summary>
internal ref struct ContentReader(ReadOnlySpan<byte> content)
{
    /// <summary>A number with more digits is none of a page, and does not fit into 53 bits.</summary>
    private const int MostDigits = 15;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    private readonly ReadOnlySpan<byte> _content = content;
    private int _at;

    public double Number { get; private set; }

    /// <summary>The bytes of a name without its slash, or of an operator.</summary>
    public ReadOnlySpan<byte> Word { get; private set; }

    /// <summary>The codes of a string.</summary>
    public byte[] Codes { get; private set; } = [];

    public ContentToken Next()
    {
        SkipBlanks();
        if (_at >= _content.Length) return ContentToken.End;
        byte first = _content[_at];
        switch (first)
        {
            case (byte)'/':
                _at++;
                Word = Regular();
                // #41 in a name, and names that are not ASCII.
                return Word.Contains((byte)'#') || !Ascii.IsValid(Word) ? ContentToken.Unknown : ContentToken.Name;
            case (byte)'(':
                return Literal();
            case (byte)'<':
                if (_at + 1 >= _content.Length || _content[_at + 1] != '<') return Hex();
                _at += 2;
                return ContentToken.DictionaryStart;
            case (byte)'>':
                if (_at + 1 >= _content.Length || _content[_at + 1] != '>') return ContentToken.Unknown;
                _at += 2;
                return ContentToken.DictionaryEnd;
            case (byte)'[':
                _at++;
                return ContentToken.ArrayStart;
            case (byte)']':
                _at++;
                return ContentToken.ArrayEnd;
            case (byte)'+' or (byte)'-' or (byte)'.' or >= (byte)'0' and <= (byte)'9':
                return Numeric();
            default:
                Word = Regular();
                return Word.Length is > 0 and <= 3 ? ContentToken.Operator
                    : Word.SequenceEqual("true"u8) || Word.SequenceEqual("false"u8) || Word.SequenceEqual("null"u8) ? ContentToken.Constant : ContentToken.Unknown;
        }
    }

    private void SkipBlanks()
    {
        for (; _at < _content.Length; _at++)
        {
            if (_content[_at] == '%') while (_at + 1 < _content.Length && _content[_at + 1] is not ((byte)'\r' or (byte)'\n')) _at++;
            else if (!IsBlank(_content[_at])) return;
        }
    }

    private ReadOnlySpan<byte> Regular()
    {
        int start = _at;
        while (_at < _content.Length && !IsBlank(_content[_at]) && !IsDelimiter(_content[_at])) _at++;
        return _content[start.._at];
    }

    private ContentToken Numeric()
    {
        var word = Regular();
        bool negative = word[0] == '-';
        int i = negative || word[0] == '+' ? 1 : 0, point = -1, digits = 0;
        long value = 0;
        for (; i < word.Length; i++)
        {
            if (word[i] is >= (byte)'0' and <= (byte)'9') (value, digits) = (value * 10 + word[i] - '0', digits + 1);
            else if (word[i] == '.' && point < 0) point = digits;
            else return ContentToken.Unknown;
            if (digits > MostDigits) return ContentToken.Unknown;
        }
        if (digits == 0) return ContentToken.Unknown;
        double number = point < 0 ? value : value / Powers[digits - point];
        Number = negative ? -number : number;
        return ContentToken.Number;
    }

    private ContentToken Literal()
    {
        var codes = new List<byte>();
        int end = LiteralString.Read(_content, _at + 1, codes);
        if (end < 0) return ContentToken.Unknown;
        (_at, Codes) = (end, [.. codes]);
        return ContentToken.String;
    }

    private ContentToken Hex()
    {
        int length = _content[_at..].IndexOf((byte)'>');
        if (length < 0) return ContentToken.Unknown;
        var digits = _content.Slice(_at + 1, length - 1);
        var codes = new byte[(digits.Length + 1) / 2];
        int count = 0;
        foreach (byte digit in digits)
        {
            if (IsBlank(digit)) continue;
            int value = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                _ => -1,
            };
            if (value < 0) return ContentToken.Unknown;
            codes[count / 2] |= (byte)(count % 2 == 0 ? value << 4 : value);
            count++;
        }
        _at += length + 1;
        Codes = (count + 1) / 2 == codes.Length ? codes : codes[..((count + 1) / 2)];
        return ContentToken.String;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0 or 12;

    private static bool IsDelimiter(byte b) =>
        b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
