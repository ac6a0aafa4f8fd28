using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Colors;

namespace LuolongBudgetExtract.Pages;

/// <summary>Finds the straight lines among the painted paths of a page: strokes, thin fills, rectangles, straight curves.</summary>
internal static class PathRulings
{
    /// <summary>A filled shape thinner than this is a line (points); cell shading is at least a text line high.</summary>
    private const double ThinFill = 3.5;

    /// <summary>A stroke wider than this paints an area, not a line (points).</summary>
    private const double WidestStroke = 6;

    /// <summary>How far the ends of an axis-parallel line may differ across it (points).</summary>
    private const double Slant = 0.8;

    public static List<Ruling> Find(IReadOnlyList<PdfPath> paths, double pageHeight)
    {
        var found = new List<Ruling>(paths.Count);
        foreach (var path in paths)
        {
            bool stroked = path.IsStroked && path.LineWidth <= WidestStroke && !IsWhite(path.StrokeColor);
            bool filled = path.IsFilled && !IsWhite(path.FillColor);
            if (!stroked && !filled) continue;
            foreach (var subpath in path)
            {
                if (stroked) AddStroke(subpath, pageHeight, found);
                if (filled) AddThinFill(subpath, pageHeight, found);
            }
        }
        return found;
    }

    /// <summary>The areas that are filled with a colour other than white.</summary>
    public static List<Box> Shades(IReadOnlyList<PdfPath> paths, double pageHeight)
    {
        var shades = new List<Box>();
        foreach (var path in paths)
        {
            if (!path.IsFilled || IsWhite(path.FillColor)) continue;
            foreach (var subpath in path)
                if (subpath.GetBoundingRectangle() is { } box && Math.Abs(box.Height) > ThinFill && Math.Abs(box.Width) > ThinFill)
                    shades.Add(new Box(Math.Min(box.Left, box.Right), pageHeight - Math.Max(box.Top, box.Bottom), Math.Max(box.Left, box.Right), pageHeight - Math.Min(box.Top, box.Bottom)));
        }
        return shades;
    }

    private static void AddThinFill(PdfSubpath subpath, double pageHeight, List<Ruling> found)
    {
        if (subpath.GetBoundingRectangle() is not { } box) return;
        double width = Math.Abs(box.Width), height = Math.Abs(box.Height);
        double left = Math.Min(box.Left, box.Right), bottom = Math.Min(box.Bottom, box.Top);
        if (height <= ThinFill && width > height) found.Add(new Ruling(true, pageHeight - bottom - height / 2, left, left + width));
        else if (width <= ThinFill && height > width)
            found.Add(new Ruling(false, left + width / 2, pageHeight - bottom - height, pageHeight - bottom));
    }

    private static void AddStroke(PdfSubpath subpath, double pageHeight, List<Ruling> found)
    {
        PdfPoint? start = null, last = null;
        foreach (var command in subpath.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    start = last = move.Location;
                    break;
                case PdfSubpath.Line line:
                    AddLine(line.From, line.To, pageHeight, found);
                    start ??= line.From;
                    last = line.To;
                    break;
                case PdfSubpath.CubicBezierCurve curve:
                    if (IsStraight(curve)) AddLine(curve.StartPoint, curve.EndPoint, pageHeight, found);
                    last = curve.EndPoint;
                    break;
                case PdfSubpath.Close when start is { } first && last is { } end:
                    AddLine(end, first, pageHeight, found);
                    break;
            }
        }
    }

    private static bool IsStraight(PdfSubpath.CubicBezierCurve curve)
    {
        double x0 = Math.Min(curve.StartPoint.X, curve.EndPoint.X), x1 = Math.Max(curve.StartPoint.X, curve.EndPoint.X);
        double y0 = Math.Min(curve.StartPoint.Y, curve.EndPoint.Y), y1 = Math.Max(curve.StartPoint.Y, curve.EndPoint.Y);
        return Near(curve.FirstControlPoint) && Near(curve.SecondControlPoint);

        bool Near(PdfPoint p) => p.X >= x0 - Slant && p.X <= x1 + Slant && p.Y >= y0 - Slant && p.Y <= y1 + Slant;
    }

    private static void AddLine(PdfPoint from, PdfPoint to, double pageHeight, List<Ruling> found)
    {
        double dx = Math.Abs(from.X - to.X), dy = Math.Abs(from.Y - to.Y);
        if (dy <= Slant && dx > dy)
            found.Add(new Ruling(true, pageHeight - (from.Y + to.Y) / 2, Math.Min(from.X, to.X), Math.Max(from.X, to.X)));
        else if (dx <= Slant && dy > dx)
            found.Add(new Ruling(false, (from.X + to.X) / 2, pageHeight - Math.Max(from.Y, to.Y), pageHeight - Math.Min(from.Y, to.Y)));
    }

    // White on white paper is what a typesetter uses to erase; it is not seen, so it is no line.
    public static bool IsWhite(IColor? color)
    {
        if (color is null || color.ColorSpace == ColorSpace.Pattern) return false;
        var (r, g, b) = color.ToRGBValues();
        return r > 0.97 && g > 0.97 && b > 0.97;
    }
}
