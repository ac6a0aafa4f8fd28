using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using LuolongBudgetExtract.Dataset;
using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Tests.Cli;

/// <summary>An extractor that does what the "PDF" says after <c>%PDF- </c>: read N, slow N, hang, overflow, fail-fast, memory,
/// leak, throw, print, reject.</summary>
internal static class FaultyExtractor
{
    private static readonly List<byte[]> Leaked = [];

    public static Composition Composition { get; } = Publishing((_, _) => { });

    /// <summary>The faulty extractor with a publisher of the test's own.</summary>
    public static Composition Publishing(Action<string, ImmutableArray<Extraction>> publish) => new(
        Extract,
        extraction => JsonSerializer.SerializeToUtf8Bytes(extraction),
        bytes => JsonSerializer.Deserialize<Extraction>(bytes)!,
        (folder, documents, _) =>
        {
            publish(folder, [.. documents.Select(d => d.Load())]);
            return Task.CompletedTask;
        },
        (_, page, _) => $"<svg>{page}</svg>",
        CoverageReader.ReadAsync,
        (folder, task) =>
        {
            if (folder.StartsWith("/does/not/exist", StringComparison.Ordinal)) throw new DirectoryNotFoundException($"no folder {folder}");
            task("role");
            return new Dictionary<string, string> { ["learned/role.tsv"] = "weights\n", ["CARD.md"] = "card\n" };
        });

    public static byte[] Pdf(string command) => Encoding.UTF8.GetBytes($"%PDF- {command}");

    private static Extraction Extract(PdfDocument document, PipelineOptions options, Action<int> page)
    {
        var words = Encoding.UTF8.GetString(document.Pdf).Split(' ');
        var number = words.Length > 2 ? int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture) : 0;
        switch (words[1])
        {
            case "hang": Thread.Sleep(Timeout.Infinite); break;
            case "overflow": Overflow(0); break;
            case "fail-fast": Environment.FailFast("the test asked for it"); break;
            case "exit": Environment.Exit(number); break;
            case "memory": Leak(int.MaxValue); break;
            case "leak": Leak(number); break;
            case "throw": throw new InvalidOperationException("the test asked for it");
            case "print": Console.WriteLine("a library that prints"); break;
            case "slow": // A page each 0.8 s: five are longer in all than a silence limit of 3 s.
                for (var i = 1; i <= number; i++)
                {
                    Thread.Sleep(800);
                    page(i);
                }

                break;
        }

        var rejected = words[1] == "reject";
        return new(
            document.DocumentId, document.SourceFile, document.Pdf.Length, number, $"process {Environment.ProcessId}", TextLayer.Good,
            DocumentFacts.Unknown with { Kind = "budget", FiscalYear = 2023 }, [], [], [], new(0, 0, 0, 0, 0), rejected ? Grade.D : Grade.A,
            rejected ? Outcome.Rejected : Outcome.Extracted, rejected ? "password: the test asked for it" : null, []);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Overflow(int depth) => depth < 0 ? 0 : Overflow(depth + 1) + 1;

    private static void Leak(int megabytes)
    {
        for (var i = 0; i < megabytes; i++) Leaked.Add(new byte[1 << 20]);
    }
}
