using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LuolongBudgetExtract.Cli.Verbs;

/// <summary>The usual help, then what a stranger asks next: examples, what comes out, what the exit codes mean.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Examples = """
        Examples:
          luolong extract budget.pdf -o out              one file
          luolong extract 2023/ 2024/ -o out             every PDF below two folders
          luolong extract "data/**/*预算*.pdf" -o out    a glob (quoted: luolong expands it itself)
          luolong run                                    what pipeline.json names
          luolong run --json > run.ndjson                for programs
          luolong inspect budget.pdf --page 12 -o p.html what was seen on page 12
          luolong coverage out                           what was understood, by place and form, and what was not
          luolong train                                  rebuild the models of a clone from models/training
          luolong harvest --dry-run                      what the sources of pipeline.json offer
          luolong harvest && luolong status              fetch, read, publish; then tell how it went
          luolong reconcile out                          what the log proves and what it contradicts
          luolong explain 3fe1a0c2b7d4/c215 out          one check with its figures and where they stand

        What comes out:
          out/dataset/<table>/fiscal_year=<yyyy>/*.parquet, out/reconciliation.jsonl, out/datapackage.json, out/run.json.
          duckdb -c "SELECT form, count(*) FROM read_parquet('out/dataset/tables/**/*.parquet', hive_partitioning = true) GROUP BY form"

        A run that was stopped goes on with the same command; what is done (same file, version and options) is not done again.
        Progress and troubles go to standard error, the summary to standard output.
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(Examples);
        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var (exit, meaning) in ExitCodes.Meaning) output.WriteLine($"  {(int)exit,3}  {meaning}");
        return code;
    }
}
