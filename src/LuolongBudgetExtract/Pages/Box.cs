namespace LuolongBudgetExtract.Pages;

/// <summary>
/// A rectangle on a page as its reader sees it: PDF points, origin at the top left of the displayed page
/// (rotation and CropBox applied), y growing downwards.
/// </summary>
public readonly record struct Box(double X0, double Y0, double X1, double Y1)
{
    public double Width => X1 - X0;
    public double Height => Y1 - Y0;
    public double CentreX => (X0 + X1) / 2;
    public double CentreY => (Y0 + Y1) / 2;

    public Box Union(Box other) => new(
        Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));

    public bool Contains(double x, double y) => x >= X0 && x <= X1 && y >= Y0 && y <= Y1;

    public bool Intersects(Box other) => X0 <= other.X1 && other.X0 <= X1 && Y0 <= other.Y1 && other.Y0 <= Y1;

    public Box Inflate(double by) => new(X0 - by, Y0 - by, X1 + by, Y1 + by);
}
