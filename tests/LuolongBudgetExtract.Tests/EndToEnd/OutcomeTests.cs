using System.Text;
using LuolongBudgetExtract.Pages;

namespace LuolongBudgetExtract.Tests.EndToEnd;

/// <summary>Bad input ends as a named outcome, never as an exception and never as mojibake rows.</summary>
public sealed class OutcomeTests
{
    private static Extraction Extract(byte[] pdf) => Pipeline.Extract(pdf, "id", "file.pdf", new PipelineOptions());

    [Fact]
    public void A_user_password_is_refused_by_name()
    {
        var extraction = RepositoryFiles.Extract("asks-for-user-password.pdf");
        Assert.Equal(Outcome.Rejected, extraction.Outcome);
        Assert.StartsWith("password", extraction.OutcomeReason, StringComparison.Ordinal);
        Assert.Equal(Grade.D, extraction.Grade);
    }

    [Fact]
    public void An_owner_password_alone_does_not_keep_us_out() =>
        Assert.Equal(Outcome.Extracted, RepositoryFiles.Extract("owner-password-only.pdf").Outcome);

    [Fact]
    public void Glyphs_without_meaning_are_refused_and_give_no_rows()
    {
        var extraction = RepositoryFiles.Extract("fonts-without-tounicode.pdf");
        Assert.Equal(TextLayer.Unusable, extraction.TextLayer);
        Assert.Equal(Outcome.Rejected, extraction.Outcome);
        Assert.Empty(extraction.Tables);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>404</html>")]
    [InlineData("PK\u0003\u0004 a zip archive served as .pdf")]
    public void What_is_no_pdf_is_called_so(string content)
    {
        var extraction = Extract(Encoding.Latin1.GetBytes(content));
        Assert.Equal(Outcome.Rejected, extraction.Outcome);
        Assert.StartsWith("not_a_pdf", extraction.OutcomeReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_in_the_middle_never_passes_for_a_whole_one()
    {
        var whole = RepositoryFiles.Bytes("shanghai-2026-amounts-in-yuan-codes-in-three-columns.pdf");
        foreach (var part in new[] { 0.3, 0.6, 0.9 })
        {
            var extraction = Extract(whole[..(int)(whole.Length * part)]);
            Assert.True(extraction.Outcome != Outcome.Extracted || extraction.Grade >= Grade.C, $"{part:P0} of the file was graded {extraction.Grade}");
        }
    }

    [Fact]
    public void More_pages_than_allowed_are_a_named_limit()
    {
        var options = new PipelineOptions { Reading = new ReadingOptions { MaxPages = 5 } };
        var extraction = Pipeline.Extract(RepositoryFiles.Bytes("luolong-2023-calc.pdf"), "id", "file.pdf", options);
        Assert.Equal(Outcome.Failed, extraction.Outcome);
        Assert.Contains("29 pages, at most 5", extraction.OutcomeReason, StringComparison.Ordinal);
    }
}
