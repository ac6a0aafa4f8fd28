using LuolongBudgetExtract.Benchmarks;

// A process of its own, for the row "from the shell".
if (args is ["--bare", var folder])
{
    InProcess.BarePdfPig(Directory.GetFiles(folder, "*.pdf", SearchOption.AllDirectories));
    return 0;
}
// dotnet run -c Release --project benchmarks/LuolongBudgetExtract.Benchmarks -- FOLDER [REPEATS]
if (args.Length is 0 or > 2 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: FOLDER [REPEATS]   measures reading all PDFs below FOLDER, side by side (README.md beside this project)");
    return 2;
}
var files = Directory.GetFiles(args[0], "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
int repeats = args.Length == 2 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 3;
Console.WriteLine($"{files.Length} documents, {Environment.ProcessorCount} cores, .NET {Environment.Version}, median of {repeats}");
Console.WriteLine();

var table = new ResultTable();
InProcess.Warm(files);
for (int i = 0; i < repeats; i++)
{
    // Side by side in one round, so that what else the machine does hits all alike.
    table.Add("bare PdfPig: open, letters, paths", InProcess.BarePdfPig(files));
    table.Add("bare PdfPig, from the shell", Tool.BarePdfPig(args[0]));
    table.Add("whole library, one thread", InProcess.Library(files));
    table.Add("whole tool, 1 job (workers, store, Parquet, log)", Tool.Run(args[0], jobs: 1));
    table.Add($"whole tool, {Environment.ProcessorCount} jobs", Tool.Run(args[0], Environment.ProcessorCount));
    if (Tool.PdfToText(files) is { } poppler) table.Add("pdftotext -bbox, a process a file", poppler);
}
table.Print(InProcess.Pages(files));
Console.WriteLine();
Console.WriteLine($"start-up: one small document from the shell {Tool.OneSmallDocument(files, repeats):F2} s (median)");
foreach (int documents in (int[])[10, 40, 160])
    Console.WriteLine($"memory: {documents} documents, peak of parent and workers {Tool.PeakOf(files, documents):F0} MB");
return 0;
