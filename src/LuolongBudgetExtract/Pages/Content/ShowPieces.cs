using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;

namespace LuolongBudgetExtract.Pages.Content;

/// <summary>A shown string, or how far to go back before the next one (thousandths of the font size).</summary>
internal readonly record struct ShownPiece(ReadOnlyMemory<byte> Codes, double Back);

/// <summary>Shows strings with moves between them (the operator TJ).</summary>
internal sealed class ShowPieces(ShownPiece[] pieces) : IGraphicsStateOperation
{
    public string Operator => "TJ";

    public void Run(IOperationContext operationContext) => ((PagePainter)operationContext).ShowPieces(pieces);

    public void Write(Stream stream) => throw new NotSupportedException("Pages are read, never written.");
}
