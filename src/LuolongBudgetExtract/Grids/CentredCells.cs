using LuolongBudgetExtract.Pages;
using LuolongBudgetExtract.Regions;

namespace LuolongBudgetExtract.Grids;

/// <summary>
/// Rows of a table without rulings beside a merged cell: its text (质量指标) is centred between their lines, so near to each that the three lines
/// look like one row. Two lines that both fill the last columns are rows of their own.
/// </summary>
internal static class CentredCells
{
    /// <summary>One column may hold a text of two lines beside one of a single line; an indicator and its value are two.</summary>
    private const int FewestColumns = 2;

    /// <summary>Lines between two rows: the middles of merged cells of two columns.</summary>
    private const int MostBetween = 2;

    /// <summary>The borders between such rows, open where the merged cells are.</summary>
    public static IEnumerable<Ruling> Borders(List<List<Token>> body, double[] columns, double[] rows, double pitch)
    {
        for (int a = 0; a < body.Count; a++)
            for (int b = a + 2; b < body.Count && b - a <= MostBetween + 1; b++)
            {
                if (Edges.Band(rows, body[a][0].Middle) != Edges.Band(rows, body[b][0].Middle)) break;
                int merged = body.GetRange(a + 1, b - a - 1).Max(l => l.Max(t => Edges.Band(columns, t.Centre)));
                if (merged + FewestColumns > columns.Length - 2 || !TextRows.Separates(body[a], body[b], pitch)) continue;
                var filled = Enumerable.Range(0, columns.Length - 1).Where(c => Fills(body[a], c) && Fills(body[b], c)).ToList();
                if (!Enumerable.Range(columns.Length - 1 - FewestColumns, FewestColumns).All(filled.Contains)) continue;
                double y = (body[a].Max(t => t.Y1) + body[b].Min(t => t.Y0)) / 2;
                foreach (var c in filled) yield return new Ruling(true, y, columns[c], columns[c + 1]);
            }

        bool Fills(List<Token> line, int column) => line.Exists(t => Edges.Band(columns, t.Centre) == column);
    }
}
