namespace LuolongBudgetExtract.Pages;

/// <summary>
/// One printed glyph in displayed coordinates (points).
/// </summary>
/// <param name="Text">What the glyph means, radicals folded (⽀ → 支); never empty, never white space.</param>
/// <param name="RawText">What the font's ToUnicode map said, untouched.</param>
/// <param name="Box">Advance width by a band of ascent and descent around the baseline.</param>
/// <param name="Baseline">y of the baseline, the reliable vertical position: box centres differ between Chinese and digits.</param>
/// <param name="Size">Font size in points as displayed.</param>
/// <param name="Vertical">True when the text runs downwards or is turned by 90° on the displayed page.</param>
/// <param name="SpaceBefore">True when a printed space stands directly before this glyph in the content stream.</param>
public sealed record Glyph(string Text, string RawText, Box Box, double Baseline, double Size, bool Vertical, bool SpaceBefore);
