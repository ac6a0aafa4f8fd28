using System.Diagnostics;
using System.Globalization;

namespace LuolongBudgetExtract.Benchmarks;

/// <summary>What runs from the shell: the tool itself, and pdftotext.</summary>
internal static class Tool
{
    // The tool is built beside this program, with its ahead-of-time compiled assemblies.
    private static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "luolong");

    public static Measure Run(string folder, int jobs)
    {
        var output = Directory.CreateTempSubdirectory("luolong-benchmark-").FullName;
        try
        {
            return Shell(Path, "extract", folder, "-o", output, "--jobs", jobs.ToString(CultureInfo.InvariantCulture), "--quiet");
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    /// <summary>What the tool has to be held against: bare PdfPig in a process that starts cold as well.</summary>
    public static Measure BarePdfPig(string folder) => Shell(Environment.ProcessPath!, "--bare", folder);

    /// <summary>Null when poppler is not installed.</summary>
    public static Measure? PdfToText(string[] files)
    {
        if (!File.Exists("/usr/bin/pdftotext")) return null;
        double seconds = 0, cpu = 0;
        foreach (var file in files)
        {
            var one = Shell("/usr/bin/pdftotext", "-bbox", file, "/dev/null");
            (seconds, cpu) = (seconds + one.Seconds, cpu + one.CpuSeconds);
        }
        return new Measure(seconds, cpu, 0);
    }

    public static double OneSmallDocument(string[] files, int repeats)
    {
        var small = files.MinBy(f => Math.Abs(new FileInfo(f).Length - 300_000))!;
        var times = Enumerable.Range(0, Math.Max(3, repeats)).Select(_ => Run(small, jobs: 1).Seconds).Order().ToList();
        return times[times.Count / 2];
    }

    /// <summary>Peak memory for so many documents: the given ones again and again, made different by a byte behind their end.</summary>
    public static double PeakOf(string[] files, int documents)
    {
        var folder = Directory.CreateTempSubdirectory("luolong-benchmark-").FullName;
        try
        {
            for (int i = 0; i < documents; i++)
            {
                var copy = System.IO.Path.Combine(folder, $"{i:D4}.pdf");
                File.WriteAllBytes(copy, [.. File.ReadAllBytes(files[i % files.Length]), .. System.Text.Encoding.ASCII.GetBytes($"\n%{i}")]);
            }
            return Run(folder, Environment.ProcessorCount).PeakMegabytes;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Measure Shell(string program, params string[] arguments)
    {
        var before = ChildCpu();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        double peak = 0;
        while (!process.WaitForExit(50)) peak = Math.Max(peak, ResidentOfTree(process.Id));
        double seconds = clock.Elapsed.TotalSeconds;
        return new Measure(seconds, ChildCpu() - before, peak);
    }

    /// <summary>CPU time of all finished children, theirs included (fields 16 and 17 of /proc/self/stat, in hundredths of a second).</summary>
    private static double ChildCpu()
    {
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }

    private static double ResidentOfTree(int root)
    {
        var parents = new Dictionary<int, int>();
        var resident = new Dictionary<int, double>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(System.IO.Path.GetFileName(folder), out var id)) continue;
            try
            {
                foreach (var line in File.ReadLines(folder + "/status"))
                    if (line.StartsWith("PPid:", StringComparison.Ordinal)) parents[id] = int.Parse(line[5..], CultureInfo.InvariantCulture);
                    else if (line.StartsWith("VmRSS:", StringComparison.Ordinal)) resident[id] = double.Parse(line[6..^2], CultureInfo.InvariantCulture) / 1024;
            }
            catch (IOException)
            {
                // The process ended between the listing and the reading: it holds no memory any more.
            }
        }
        return resident.Where(r => IsInTree(r.Key)).Sum(r => r.Value);

        bool IsInTree(int id)
        {
            for (int depth = 0; depth < 10 && id > 1; depth++)
            {
                if (id == root) return true;
                if (!parents.TryGetValue(id, out id)) return false;
            }
            return false;
        }
    }
}
