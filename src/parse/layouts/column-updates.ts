/**
 * The updates of a page whose columns are printed one after another. In: the lines of the updates' column, and what is known of
 * the page's rows. Out: the lines of each row, those of the last row of the page before, and those that may be several rows'.
 */
import type { LineBlock } from "../../model/block.js";
import type { HeadingGrammar } from "../update-heading.js";
import { type ColumnEvidence, splitUnits, type Unit } from "./split-updates.js";

export interface DividedUpdates {
  readonly carried: readonly LineBlock[];
  readonly rows: readonly (readonly LineBlock[])[];
  readonly open: readonly LineBlock[];
  /** The last date of the last row, null where it has none. */
  readonly lastDate: string | null;
}

interface Paragraph extends Unit {
  readonly text: LineBlock[];
  lines: number;
}

/** Whether a line ends a paragraph, or may: the next begins like a sentence or an item. */
const mayEnd = (text: string): boolean => /[.!?:;]["”’')]*$/u.test(text);
const mayBegin = (text: string): boolean => /^(?:[\p{Lu}\d“"'‘(•●▪*–—-]|[a-z]?[.)]\s)/u.test(text);

export function columnUpdates(
  lines: readonly LineBlock[],
  { update, ...evidence }: ColumnEvidence & { readonly update: HeadingGrammar },
): DividedUpdates {
  const paragraphs = paragraphsOf(lines, update);
  const rowOf = splitUnits(paragraphs, evidence);
  const carried: LineBlock[] = [];
  const rows: LineBlock[][] = Array.from({ length: evidence.rows }, () => []);
  const open: LineBlock[] = [];
  let lastDate = evidence.rows === 0 ? evidence.carriedDate : null;
  paragraphs.forEach(({ text, date }, at) => {
    const row = rowOf[at] ?? null;
    const target = row === null ? open : row === 0 ? carried : rows[row - 1];
    target?.push(...text);
    if (date !== null && row === evidence.rows) lastDate = date;
  });
  return { carried, rows, open, lastDate };
}

function paragraphsOf(lines: readonly LineBlock[], update: HeadingGrammar): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let above: { readonly text: string; readonly isHeading: boolean } | null = null;
  for (const line of lines) {
    const text = line.text.trim();
    const heading = update.read(text);
    const begins = heading !== null || (above !== null && !above.isHeading && mayEnd(above.text) && mayBegin(text));
    const current = paragraphs.at(-1);
    if (current === undefined || begins) paragraphs.push({ date: heading?.date ?? null, text: [line], lines: 1 });
    else {
      current.text.push(line);
      current.lines += 1;
    }
    above = { text, isHeading: heading?.rest === "" };
  }
  return paragraphs;
}
