using System.Globalization;

namespace LuolongBudgetExtract.Dataset;

/// <summary>The Hive partitions of the dataset: the fiscal year stands in the path and only there.</summary>
internal static class Partition
{
    public const string FileName = "part-0.parquet";

    public static string Of(int? fiscalYear) => fiscalYear?.ToString(CultureInfo.InvariantCulture) ?? "unknown";

    /// <summary>Folder relative to the output folder, with forward slashes.</summary>
    public static string Folder(string table, string partition) => $"dataset/{table}/fiscal_year={partition}";

    /// <summary>Removes what an earlier run, finished or killed, left in the dataset and this run did not write. Files of others stay.</summary>
    /// <param name="keep">Paths relative to <paramref name="outFolder"/>.</param>
    public static void RemoveOthers(string outFolder, IReadOnlySet<string> keep)
    {
        foreach (var table in DatasetSchema.Tables)
        {
            var folder = Path.Combine(outFolder, "dataset", table.Name);
            if (!Directory.Exists(folder)) continue;
            foreach (var partition in Directory.GetDirectories(folder, "fiscal_year=*"))
            {
                if (!keep.Contains($"dataset/{table.Name}/{Path.GetFileName(partition)}/{FileName}")) File.Delete(Path.Combine(partition, FileName));
                File.Delete(Path.Combine(partition, FileName + AtomicFile.TemporarySuffix));
                if (!Directory.EnumerateFileSystemEntries(partition).Any()) Directory.Delete(partition);
            }
        }
    }
}
