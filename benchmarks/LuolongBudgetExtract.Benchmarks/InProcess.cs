using System.Diagnostics;
using UglyToad.PdfPig;

namespace LuolongBudgetExtract.Benchmarks;

/// <summary>What runs inside this process, on one thread.</summary>
internal static class InProcess
{
    public static void Warm(string[] files)
    {
        var few = files.Where((_, i) => i % 10 == 0).ToArray();
        BarePdfPig(few);
        Library(few);
    }

    public static int Pages(string[] files) => files.Sum(f =>
    {
        using var document = PdfDocument.Open(f);
        return document.NumberOfPages;
    });

    public static Measure BarePdfPig(string[] files) => Time(() =>
    {
        long read = 0;
        foreach (var file in files)
        {
            using var document = PdfDocument.Open(File.ReadAllBytes(file));
            foreach (var page in document.GetPages()) read += page.Letters.Count + page.Paths.Count;
        }
        return read;
    });

    public static Measure Library(string[] files) => Time(() =>
    {
        long amounts = 0;
        foreach (var file in files) amounts += Pipeline.Extract(File.ReadAllBytes(file), file, file, new PipelineOptions()).Tables.Length;
        return amounts;
    });

    private static Measure Time(Func<long> work)
    {
        var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        GC.KeepAlive(work());
        process.Refresh();
        return new Measure(clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds, 0);
    }
}
