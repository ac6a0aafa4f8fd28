using LuolongBudgetExtract.Rows;

namespace LuolongBudgetExtract.Reconciliation;

/// <summary>A node of the boxhead of one panel: a leaf is an amount column, an inner node a header over several.</summary>
internal sealed class HeaderNode(string name)
{
    /// <summary>Folded header text.</summary>
    public string Name => name;

    public List<HeaderNode> Children { get; } = [];

    /// <summary>The amount column, −1 for an inner node.</summary>
    public int Column { get; private set; } = -1;

    public bool IsLeaf => Column >= 0;

    /// <summary>The tree over the amount columns of one panel; the root has no name.</summary>
    public static HeaderNode Of(TypedTable table, PanelIndex panel)
    {
        var root = new HeaderNode("");
        foreach (int index in panel.Columns)
        {
            var path = table.Columns[index].Path;
            var at = root;
            for (int depth = 0; depth < path.Length; depth++)
            {
                var part = Folded.Text(path[depth]);
                bool leaf = depth == path.Length - 1;
                // A header that spans a single part twice (基本支出|基本支出) is one level.
                if (!leaf && part == at.Name && part.Length > 0) continue;
                var next = leaf ? null : at.Children.Find(c => !c.IsLeaf && c.Name == part);
                if (next is null) at.Children.Add(next = new HeaderNode(part));
                if (leaf) next.Column = index;
                at = next;
            }
        }
        return root;
    }

    /// <summary>Every leaf under this node with its path below it.</summary>
    public IEnumerable<(string Path, int Column)> Leaves(string prefix = "")
    {
        if (IsLeaf) yield return (prefix, Column);
        foreach (var child in Children)
            foreach (var leaf in child.Leaves(prefix.Length == 0 ? child.Name : $"{prefix}|{child.Name}"))
                yield return leaf;
    }
}
