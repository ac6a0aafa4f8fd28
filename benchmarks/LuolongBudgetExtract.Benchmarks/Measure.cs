namespace LuolongBudgetExtract.Benchmarks;

/// <summary>One measured run.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="CpuSeconds">User and system time of the process and its children.</param>
/// <param name="PeakMegabytes">Highest sum of resident memory of the process and its children, sampled; 0 when not measured.</param>
internal readonly record struct Measure(double Seconds, double CpuSeconds, double PeakMegabytes);

/// <summary>Collects runs by name and prints their medians.</summary>
internal sealed class ResultTable
{
    private readonly Dictionary<string, List<Measure>> _runs = [];

    public void Add(string name, Measure measure)
    {
        if (!_runs.TryGetValue(name, out var runs)) _runs[name] = runs = [];
        runs.Add(measure);
    }

    public void Print(int pages)
    {
        var bare = Median(_runs.Values.First(), m => m.CpuSeconds);
        Console.WriteLine("| what | seconds | CPU seconds | ms a page | pages per CPU-second | × bare PdfPig (CPU) | peak MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (name, runs) in _runs)
        {
            double seconds = Median(runs, m => m.Seconds), cpu = Median(runs, m => m.CpuSeconds), peak = Median(runs, m => m.PeakMegabytes);
            Console.WriteLine($"| {name} | {seconds:F1} | {cpu:F1} | {1000 * seconds / pages:F2} | {pages / cpu:F0} | {cpu / bare:F2} | {(peak == 0 ? "" : peak.ToString("F0", System.Globalization.CultureInfo.InvariantCulture))} |");
        }
    }

    private static double Median(List<Measure> runs, Func<Measure, double> value)
    {
        var sorted = runs.Select(value).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
