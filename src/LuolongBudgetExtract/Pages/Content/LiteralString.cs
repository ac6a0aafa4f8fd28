namespace LuolongBudgetExtract.Pages.Content;

/// <summary>Strings in round brackets (ISO 32000-1, 7.3.4.2).</summary>
internal static class LiteralString
{
    /// <param name="start">Behind the opening bracket.</param>
    /// <param name="codes">Takes what the string stands for.</param>
    /// <param name="longest">A longer string is none.</param>
    /// <returns>The position behind its closing bracket; -1 when it has none.</returns>
    public static int Read(ReadOnlySpan<byte> content, int start, List<byte> codes, int longest = int.MaxValue)
    {
        int depth = 1;
        for (int i = start; i < content.Length && codes.Count < longest; i++)
        {
            byte b = content[i];
            if (b == ')' && --depth == 0) return i + 1;
            if (b == '(') depth++;
            if (b != '\\')
            {
                codes.Add(b);
                continue;
            }

            if (++i == content.Length) return -1;
            switch (content[i])
            {
                case (byte)'n': codes.Add((byte)'\n'); break;
                case (byte)'r': codes.Add((byte)'\r'); break;
                case (byte)'t': codes.Add((byte)'\t'); break;
                case (byte)'b': codes.Add((byte)'\b'); break;
                case (byte)'f': codes.Add((byte)'\f'); break;
                case (byte)'\n': break;
                case (byte)'\r': if (i + 1 < content.Length && content[i + 1] == '\n') i++; break;
                case >= (byte)'0' and <= (byte)'7':
                    int value = 0, last = Math.Min(i + 3, content.Length);
                    for (; i < last && content[i] is >= (byte)'0' and <= (byte)'7'; i++) value = value * 8 + content[i] - '0';
                    codes.Add((byte)value);
                    i--;
                    break;
                default: codes.Add(content[i]); break;
            }
        }

        return -1;
    }
}
