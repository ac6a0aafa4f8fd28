using System.Security.Cryptography;
using System.Text;

namespace LuolongBudgetExtract.Dataset;

/// <summary>A fingerprint of the stored records: their members, types and enum values. A store of another shape is not read.</summary>
internal static class StoreShape
{
    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Describe())))[..16];

    private static string Describe()
    {
        var text = new StringBuilder();
        var seen = new HashSet<Type>();
        Add(typeof(Extraction));
        return text.ToString();

        void Add(Type type)
        {
            foreach (var argument in type.GetGenericArguments()) Add(argument);
            if (type.Namespace?.StartsWith(nameof(LuolongBudgetExtract), StringComparison.Ordinal) != true || !seen.Add(type)) return;
            text.Append(type.Name).Append('{');
            if (type.IsEnum) text.AppendJoin(',', Enum.GetNames(type));
            var members = type.GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? [];
            foreach (var member in members) text.Append(member.ParameterType).Append(' ').Append(member.Name).Append(';');
            text.Append('}');
            foreach (var member in members) Add(member.ParameterType);
        }
    }
}
