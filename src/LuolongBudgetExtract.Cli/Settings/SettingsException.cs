using System.Collections.Immutable;

namespace LuolongBudgetExtract.Cli.Settings;

/// <summary>One refused place of a settings file.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Key">Path of the key, e.g. <c>limits.memoryMegabytes</c> or <c>input[1]</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
internal sealed record SettingsError(string File, int Line, string Key, string Message)
{
    public override string ToString() => Key.Length == 0 ? $"{File}:{Line}: {Message}" : $"{File}:{Line}: {Key}: {Message}";
}

/// <summary>The settings are refused; every error of the file is listed, not only the first.</summary>
internal sealed class SettingsException(ImmutableArray<SettingsError> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    public ImmutableArray<SettingsError> Errors { get; } = errors;
}
