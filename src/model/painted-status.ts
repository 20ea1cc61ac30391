/**
 * Rows whose printed status and painted colour differ. In: a report's rows. Out: those of them that contradict themselves; a colour that
 * the report always gives a word, and a half's colour that is one of its two neighbours, contradict nothing.
 */
import type { Deliverable } from "../schema/dataset.js";
import { HALVES, type Rag, STATUSES } from "../schema/statuses.js";

type PaintedRow = Pick<Deliverable, "rag" | "rag_raw" | "rag_source" | "rag_colour">;

export interface StatusConflict<Row> {
  readonly row: Row;
  readonly printed: Rag;
  readonly painted: Rag;
}

export function statusConflicts<Row extends PaintedRow>(rows: readonly Row[]): StatusConflict<Row>[] {
  const conventions = paintedWords(rows);
  return rows.flatMap((row) => {
    const { rag: printed, rag_source, rag_raw, rag_colour: painted } = row;
    const isPrinted = rag_source === "letter" || rag_source === "word";
    if (!isPrinted || printed === null || painted === null || printed === painted) return [];
    return isBeside(printed, painted) || conventions.get(rag_raw ?? "") === painted ? [] : [{ row, printed, painted }];
  });
}

/** Whether a colour is one of the two that a half lies between: orange may be taken for amber or red. */
function isBeside(half: Rag, colour: Rag): boolean {
  const [rank, other] = [STATUSES[half].rank, STATUSES[colour].rank];
  return HALVES.includes(half) && rank !== null && other !== null && Math.abs(rank - other) === 1;
}

/** Statuses beside the three of a traffic light: a report with three colours paints their words in one of those. */
const BESIDE_LIGHTS: ReadonlySet<string> = new Set(["blue", "white"] satisfies Rag[]);

/** The colour of each word for complete or not started that the report always paints alike, and never in the status's own colour. */
function paintedWords(rows: readonly PaintedRow[]): ReadonlyMap<string, Rag> {
  const own = new Set(rows.map(({ rag_colour }) => rag_colour));
  const colours = new Map<string, Set<Rag | null>>();
  for (const { rag, rag_raw, rag_source, rag_colour } of rows) {
    if (rag === null || rag_raw === null || rag_source !== "word" || own.has(rag) || !BESIDE_LIGHTS.has(rag)) continue;
    if (STATUSES[rag].colourNames.some((name) => rag_raw.toLowerCase().includes(name))) continue;
    colours.set(rag_raw, (colours.get(rag_raw) ?? new Set()).add(rag_colour));
  }
  return new Map(
    [...colours].flatMap(([word, all]) => {
      const [only = null] = all;
      return all.size === 1 && only !== null ? [[word, only] as const] : [];
    }),
  );
}
