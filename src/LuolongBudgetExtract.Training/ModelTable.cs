using System.Globalization;
using LuolongBudgetExtract.Learned;

namespace LuolongBudgetExtract.Training;

/// <summary>Writes weights in the format that <see cref="LinearModel.Read"/> reads.</summary>
internal static class ModelTable
{
    /// <summary>Six decimals: probabilities then differ from those of ML.NET by less than 1e-5.</summary>
    private const string Format = "0.######";

    public static string Text(string name, Weights weights, double threshold, double slope, double offset)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"# The model of the task {name}, written by `luolong train` from models/training; do not edit. Format: LinearModel.Read.");
        text.WriteLine($"classes\t{string.Join('\t', weights.Classes)}");
        text.WriteLine($"threshold\t{Number(threshold)}");
        text.WriteLine($"calibration\t{Number(slope)}\t{Number(offset)}");
        text.WriteLine($"bias\t{string.Join('\t', weights.Bias.Select(b => Number(b)))}");
        foreach (var (feature, values) in weights.Features)
        {
            var pairs = values.Select((v, i) => (Value: Number(v), Class: i)).Where(p => p.Value is not ("0" or "-0")).Select(p => $"{p.Class}:{p.Value}").ToList();
            text.WriteLine(string.Join('\t', pairs.Prepend(feature)));
        }
        return text.ToString();
    }

    private static string Number(double value) => value.ToString(Format, CultureInfo.InvariantCulture);
}
