using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace LuolongBudgetExtract.Pages.Content;

/// <summary>
/// Reads well-formed content streams without an object for every token, as PdfPig's parser makes one; that
/// takes over where a stream is not well formed (it knows how to go on), and for pictures inside the content. Marked content is left out: it says nothing of where things stand.
/// </summary>
internal sealed class ContentParser(IPageContentParser lenient) : IPageContentParser
{
    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        var content = new byte[inputBytes.Length - inputBytes.CurrentOffset];
        int length = inputBytes.Read(content);
        var operations = new ContentOperations(content.AsMemory(0, length)).Read();
        return operations ?? lenient.Parse(pageNumber, new MemoryInputBytes(ShownStrings.AsCodes(content.AsMemory(0, length))), log);
    }
}
