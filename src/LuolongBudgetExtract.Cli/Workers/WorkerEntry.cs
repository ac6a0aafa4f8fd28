using System.Runtime.InteropServices;

namespace LuolongBudgetExtract.Cli.Workers;

/// <summary>The hidden verb <c>worker</c>.</summary>
internal static class WorkerEntry
{
    public const string Verb = "worker";

    public static int Run(Composition composition)
    {
        // Ctrl-C reaches the whole process group; the parent decides what becomes of its workers.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error); // A library that prints must not speak into the protocol.
        WorkerLoop.Serve(input, output, composition);
        return 0;
    }
}
