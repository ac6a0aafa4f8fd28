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
        List<Ruling> white = [], seen = [], unseen = [];
        var dots = new List<Box>();
        var shades = new List<Box>();
        foreach (var path in paths)
        {
            bool stroked = path.IsStroked && path.LineWidth <= WidestStroke, whiteStroke = stroked && IsWhite(path.StrokeColor);
            bool filled = path.IsFilled, whiteFill = filled && IsWhite(path.FillColor);
            if (!stroked && !filled || shades.Count == 0 && (!stroked || whiteStroke) && (!filled || whiteFill)) continue;
            foreach (var subpath in path)
            {
                if (stroked) AddStroke(subpath, pageHeight, whiteStroke ? white : found);
                if (filled) AddFill(subpath, pageHeight, whiteFill ? white : found, whiteFill ? null : dots, whiteFill ? null : shades);
            }
            // What is painted white is seen on the shades painted before it, and only there.
            foreach (var line in white) (IsBeside(line, shades) ? seen : unseen).Add(line);
            white.Clear();
        }
        found.AddRange(seen);
        WhiteRulings.AddContinued(seen, unseen, found);
        DottedRulings.Add(dots, found);
        return found;
    }

    /// <summary>The areas that are filled with a colour other than white.</summary>
    public static List<Box> Shades(IReadOnlyList<PdfPath> paths, double pageHeight)
    {
        var shades = new List<Box>();
        foreach (var path in paths)
        {
            if (!path.IsFilled || IsWhite(path.FillColor)) continue;
            foreach (var subpath in path) AddFill(subpath, pageHeight, null, null, shades);
        }
        return shades;
    }

    private static void AddFill(PdfSubpath subpath, double pageHeight, List<Ruling>? lines, List<Box>? dots, List<Box>? shades)
    {
        if (subpath.GetBoundingRectangle() is not { } area) return;
        var box = new Box(Math.Min(area.Left, area.Right), pageHeight - Math.Max(area.Top, area.Bottom), Math.Max(area.Left, area.Right), pageHeight - Math.Min(area.Top, area.Bottom));
        if (box.Width > ThinFill && box.Height > ThinFill) shades?.Add(box);
        else if (dots is not null && DottedRulings.IsDot(box) && !DottedRulings.IsDash(box)) dots.Add(box);
        else if (box.Width > box.Height) lines?.Add(new Ruling(true, box.CentreY, box.X0, box.X1));
        else if (box.Height > box.Width) lines?.Add(new Ruling(false, box.CentreX, box.Y0, box.Y1));
    }

    /// <summary>The middle of the line stands on a shade, or has one beside it.</summary>
    private static bool IsBeside(Ruling ruling, List<Box> shades)
    {
        var middle = (ruling.Start + ruling.End) / 2;
        for (int i = shades.Count - 1; i >= 0; i--)
        {
            var near = shades[i].Inflate(ThinFill / 2);
            if (ruling.Horizontal ? near.Contains(middle, ruling.Position) : near.Contains(ruling.Position, middle)) return true;
        }
        return false;
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

    /// <summary>White on white paper is what a typesetter uses to erase; it is not seen.</summary>
    public static bool IsWhite(IColor? color)
    {
        if (color is null || color.ColorSpace == ColorSpace.Pattern) return false;
        var (r, g, b) = color.ToRGBValues();
        return r > 0.97 && g > 0.97 && b > 0.97;
    }
}
