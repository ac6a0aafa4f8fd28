namespace LuolongBudgetExtract.Cli.Store;

/// <summary>Another run holds the output folder.</summary>
internal sealed class OutputLockedException(string outFolder)
    : Exception($"Another luolong run is using {outFolder}; wait for it or choose another output folder.");

/// <summary>Keeps a second run out of an output folder. The system lets go when the process ends, however it ends.</summary>
internal static class OutputLock
{
    /// <exception cref="OutputLockedException">Another process holds it.</exception>
    public static IDisposable Take(string outFolder)
    {
        var folder = Directory.CreateDirectory(Path.Combine(outFolder, ResultStore.HostFolder)).FullName;
        var path = Path.Combine(folder, "lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            throw new OutputLockedException(outFolder);
        }
    }
}
