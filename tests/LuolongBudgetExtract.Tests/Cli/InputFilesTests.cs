using LuolongBudgetExtract.Cli.Inputs;
using Xunit;

namespace LuolongBudgetExtract.Tests.Cli;

public sealed class InputFilesTests : IDisposable
{
    private readonly Workbench _bench = new();

    public InputFilesTests()
    {
        foreach (var name in (string[])["b/2.pdf", "b/deep/er/1.PDF", "b/notes.txt", "a.pdf", "预算 2023.pdf"]) _bench.PutPdf(name, "read 1");
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("b", "b/2.pdf b/deep/er/1.PDF")]
    [InlineData("./b/", "./b/2.pdf ./b/deep/er/1.PDF")]
    [InlineData("b/notes.txt", "b/notes.txt")]
    [InlineData("b/*.pdf", "b/2.pdf")]
    [InlineData("b/**/*.pdf", "b/2.pdf b/deep/er/1.PDF")]
    [InlineData("b/**", "b/2.pdf b/deep/er/1.PDF")]
    [InlineData("**/?.pdf", "a.pdf b/2.pdf b/deep/er/1.PDF")]
    [InlineData("预算*.pdf", "预算_2023.pdf")]
    public void An_argument_gives_its_files_in_order(string argument, string expected) =>
        Assert.Equal(expected, string.Join(' ', InputFiles.Expand([argument], _bench.Folder).Select(f => f.SourceFile.Replace(' ', '_'))));

    [Fact]
    public void The_order_of_the_arguments_does_not_matter_and_a_file_reached_twice_is_one()
    {
        var files = InputFiles.Expand(["b", "a.pdf", "b/2.pdf"], _bench.Folder);
        Assert.Equal(["a.pdf", "b/2.pdf", "b/deep/er/1.PDF"], files.Select(f => f.SourceFile));
        Assert.Equal(files, InputFiles.Expand(["b/2.pdf", "a.pdf", "b"], _bench.Folder));
    }

    [Fact]
    public void A_circle_of_links_ends()
    {
        Directory.CreateSymbolicLink(_bench.Path("b/circle"), _bench.Path("b"));
        Assert.Equal(2, InputFiles.Expand(["b"], _bench.Folder).Length);
    }

    [Theory]
    [InlineData("gone.pdf", "does not exist")]
    [InlineData("*.docx", "holds no PDF file")]
    public void An_argument_that_names_nothing_is_refused(string argument, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => InputFiles.Expand(["a.pdf", argument], _bench.Folder)).Message, StringComparison.Ordinal);
}
