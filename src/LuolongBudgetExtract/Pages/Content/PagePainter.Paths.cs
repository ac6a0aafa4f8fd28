using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace LuolongBudgetExtract.Pages.Content;

/// <summary>The paths that a page paints, and what its clips leave visible.</summary>
internal sealed partial class PagePainter
{
    private readonly List<PdfPath> _paths = [];
    private PdfPath? _path;
    private PdfSubpath? _subpath;

    public override void BeginSubpath()
    {
        _path ??= new PdfPath();
        EndSubpath();
        _subpath = new PdfSubpath();
    }

    public override PdfPoint? CloseSubpath()
    {
        if (_subpath is null) return null;
        var start = _subpath.Commands[0] is PdfSubpath.Move move ? move.Location : throw new ArgumentException("A path is closed that did not begin.");
        _subpath.CloseSubpath();
        EndSubpath();
        return start;
    }

    public override void MoveTo(double x, double y)
    {
        BeginSubpath();
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        _subpath!.MoveTo(CurrentPosition.X, CurrentPosition.Y);
    }

    public override void LineTo(double x, double y)
    {
        if (_subpath is null) return;
        CurrentPosition = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        _subpath.LineTo(CurrentPosition.X, CurrentPosition.Y);
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => CurveTo(CurrentPosition, new PdfPoint(x2, y2), new PdfPoint(x3, y3));

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) =>
        CurveTo(CurrentTransformationMatrix.Transform(new PdfPoint(x1, y1)), new PdfPoint(x2, y2), new PdfPoint(x3, y3));

    private void CurveTo(PdfPoint first, PdfPoint second, PdfPoint end)
    {
        if (_subpath is null) return;
        var matrix = CurrentTransformationMatrix;
        (second, end) = (matrix.Transform(second), matrix.Transform(end));
        _subpath.BezierCurveTo(first.X, first.Y, second.X, second.Y, end.X, end.Y);
        CurrentPosition = end;
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
        BeginSubpath();
        var matrix = CurrentTransformationMatrix;
        PdfPoint lower = matrix.Transform(new PdfPoint(x, y)), upper = matrix.Transform(new PdfPoint(x + width, y + height));
        _subpath!.Rectangle(lower.X, lower.Y, upper.X - lower.X, upper.Y - lower.Y);
        EndSubpath();
    }

    public override void StrokePath(bool close)
    {
        _path?.SetStroked();
        Paint(close);
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        _path?.SetFilled(fillingRule);
        Paint(close);
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
        _path?.SetFilled(fillingRule);
        _path?.SetStroked();
        Paint(close);
    }

    private void Paint(bool close)
    {
        if (close) _subpath?.CloseSubpath();
        ClosePath();
    }

    public override void ClosePath()
    {
        EndSubpath();
        if (_path is not { } path) return;
        _path = null;
        var state = GetCurrentState();
        if (path.IsStroked) path.SetStrokeDetails(state);
        if (path.IsFilled) path.SetFillDetails(state);
        _paths.Add(path);
    }

    public override void EndPath()
    {
        EndSubpath();
        _path = null;
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
        if (_path is null) return;
        EndSubpath();
        _path.SetClipping(clippingRule);
        if (_path.GetBoundingRectangle() is { } box) Clip(box);
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) => Clip(CurrentTransformationMatrix.Transform(rectangle));

    // A turned rectangle clips to what stands around its corners.
    private void Clip(PdfRectangle box)
    {
        double left = Math.Min(Math.Min(box.TopLeft.X, box.BottomRight.X), Math.Min(box.BottomLeft.X, box.TopRight.X));
        double right = Math.Max(Math.Max(box.TopLeft.X, box.BottomRight.X), Math.Max(box.BottomLeft.X, box.TopRight.X));
        double low = Math.Min(Math.Min(box.TopLeft.Y, box.BottomRight.Y), Math.Min(box.BottomLeft.Y, box.TopRight.Y));
        double high = Math.Max(Math.Max(box.TopLeft.Y, box.BottomRight.Y), Math.Max(box.BottomLeft.Y, box.TopRight.Y));
        _clip = new PageClip(_height - high, _height - low, left, right).Within(_clip);
    }

    private void EndSubpath()
    {
        if (_subpath is null) return;
        _path!.Add(_subpath);
        _subpath = null;
    }
}
