namespace LuolongBudgetExtract.Codes;

/// <summary>How alike two names are, for names that are written in several ways.</summary>
public static class NameLikeness
{
    /// <summary>Dice coefficient of the pairs of neighbouring characters: 1 for equal names, 0 for names without a common pair.</summary>
    public static double Of(string a, string b)
    {
        if (a == b) return 1;
        if (a.Length < 2 || b.Length < 2) return 0;
        var pairs = new Dictionary<(char, char), int>();
        for (int i = 1; i < a.Length; i++) pairs[(a[i - 1], a[i])] = pairs.GetValueOrDefault((a[i - 1], a[i])) + 1;
        int common = 0;
        for (int i = 1; i < b.Length; i++)
        {
            if (!pairs.TryGetValue((b[i - 1], b[i]), out int left) || left == 0) continue;
            pairs[(b[i - 1], b[i])] = left - 1;
            common++;
        }
        return 2.0 * common / (a.Length + b.Length - 2);
    }
}
