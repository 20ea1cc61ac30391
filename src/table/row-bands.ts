/** Rows that rules part: a band between two rules is one row unless its lines say otherwise. */
import { goesOn, inColumn, type PlacedLine, type RowRules } from "./continuation.js";

/** What stands between two rules is one row where no more than its first line has a label, and no two have figures. */
export function joinBands(
  lines: readonly PlacedLine[],
  starts: readonly boolean[],
  figures: readonly boolean[],
  headLines: number,
  { parted, columns }: RowRules,
): boolean[] {
  const joined = [...starts];
  for (let from = 0, to = 1; from < lines.length; from = to, to += 1) {
    for (; to < lines.length; to += 1) {
      const [above, below] = [lines[to - 1], lines[to]];
      if (above === undefined || below === undefined || parted(above, below)) break;
    }
    if (to - from === lines.length || from < headLines) continue;
    const band = lines.slice(from, to);
    const labels = band.filter((line, at) => {
      const [label, above] = [inColumn(line, 0), band[at - 1]];
      const over = above === undefined ? undefined : inColumn(above, 0);
      if (label === undefined || at === 0) return false;
      return over === undefined || !goesOn(over, label, line.sizePt, columns);
    }).length;
    const fullWidth =
      band.length > 1 && band.every((line) => line.placed.length === 1 && inColumn(line, 0) !== undefined);
    const figureLines = figures.slice(from, to).filter(Boolean).length;
    if ((labels === 0 || fullWidth) && figureLines <= 1) joined.fill(false, from + 1, to);
  }
  return joined;
}
