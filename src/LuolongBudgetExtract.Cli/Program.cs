using LuolongBudgetExtract.Cli;
using LuolongBudgetExtract.Cli.Verbs;
using LuolongBudgetExtract.Cli.Workers;

// A worker parses no command line: it starts often.
if (args is [WorkerEntry.Verb]) return WorkerEntry.Run(Composition.Product);

return await LuolongCommand.RunAsync(args, Composition.Product, WorkerCommand.Self(WorkerEntry.Verb), Console.Out, Console.Error);
