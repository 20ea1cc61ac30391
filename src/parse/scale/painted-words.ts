/**
 * What a report's paint says of its words: where its statuses are painted in their colours, a word that is always painted in another one
 * has that meaning there: "Behind schedule" in amber. In: the rows, and a reader of the built-in scale. Out: such words with the
 * meaning of their paint; none where the paint agrees with too few other words to be a scale, or where a word is painted in several colours.
 */
import { ragOfColour } from "../../language/colours.js";
import { plainForm } from "../../language/words.js";
import type { Block, Cell } from "../../model/block.js";
import { HALVES, type Rag } from "../../schema/values.js";
import type { StatusReader } from "../status.js";
import type { Meaning } from "./report-scale.js";

/** Words whose paint agrees with them that make paint a scale, and prints of a word that show its own. */
const FEWEST_AGREEING = 2;
const FEWEST_PRINTS = 2;

interface PaintedWord {
  readonly own: Rag;
  readonly painted: Rag;
  prints: number;
  isMixed: boolean;
}

export function paintedWords(rows: readonly Block[], status: StatusReader): Meaning[] {
  const words = new Map<string, PaintedWord>();
  for (const row of rows) if (row.kind === "row") for (const cell of row.cells) note(words, cell, status);
  const all = [...words].filter(([, { isMixed }]) => !isMixed);
  if (all.filter(([, { own, painted }]) => own === painted).length < FEWEST_AGREEING) return [];
  return all.flatMap(([label, { own, painted, prints }]) =>
    own !== painted && prints >= FEWEST_PRINTS && !HALVES.includes(painted) ? [{ label, rag: painted }] : [],
  );
}

/** The built-in status of a word that names no colour; null for any other text. */
function wordOf(text: string, status: StatusReader): Rag | null {
  const read = status.read(text);
  return read?.source === "word" && status.readLabel(text)?.colour === false ? read.rag : null;
}

/** Notes the word of a painted cell. */
function note(words: Map<string, PaintedWord>, { text, fill }: Cell, status: StatusReader): void {
  const painted = fill === undefined || fill === null ? null : ragOfColour(fill);
  const own = painted === null ? null : wordOf(text, status);
  if (painted === null || own === null) return;
  const word = plainForm(text);
  const known = words.get(word);
  if (known === undefined) words.set(word, { own, painted, prints: 1, isMixed: false });
  else {
    known.prints += 1;
    known.isMixed ||= known.painted !== painted;
  }
}
