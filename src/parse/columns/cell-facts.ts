/**
 * What the cells of one column look like, whatever its heading says. In: their texts and colours. Out: shares of the filled
 * cells that are labels, statuses, dates, figures, codes or long text. Every cell is looked at once.
 */
import { ragOfColour } from "../../language/colours.js";
import { rowLabelOf } from "../../language/row-labels.js";
import { isWholeDate } from "../../language/whole-date.js";
import { wordsOf } from "../../language/words.js";
import type { Cell } from "../../model/block.js";
import type { StatusReader } from "../status.js";
import type { HeadingGrammar } from "../update-heading.js";

export interface ColumnFacts {
  /** Cells with text. */
  readonly filled: number;
  readonly rows: number;
  /** Shares of the filled cells, 0 to 1. */
  readonly labels: number;
  readonly statuses: number;
  readonly dates: number;
  readonly figures: number;
  readonly codes: number;
  /** Cells of two to forty words, as things to be done have. */
  readonly phrases: number;
  /** Cells of several sentences, paragraphs or more than forty words. */
  readonly narratives: number;
  /** Cells that begin with the dated heading of an update. */
  readonly dated: number;
  /** Share of the rows whose cell is painted in a status's colour, whatever its text. */
  readonly painted: number;
  /** Different texts among the filled cells. */
  readonly distinct: number;
  /** Mean number of words. */
  readonly words: number;
}

/** An amount with its unit, a share, a change or a duration. */
const FIGURE =
  /^(?:[£$€+–-]{0,2}\s?\d[\d.,]*\s?(?:%|\p{L}{1,2})?|[£$€][\d.,]+\s?\p{L}{0,8}|\d+\s+(?:days?|weeks?|months?|years?|hours?))$/iu;
/** A code of two to eight capitals, or several of them with the usual separators. */
const CODES =
  /^\p{Lu}[\p{Lu}\p{Ll}]{0,3}\p{Lu}?\p{Lu}[\p{Lu}\d]{0,7}(?:\s*(?:[/&,;+\n]|\band\b)\s*\p{Lu}[\p{L}\d]{0,8})*$|^\p{Lu}{2,8}(?:\s*(?:[/&,;+\n]|\band\b)\s*\p{Lu}{1,8})*$/u;
const LONGEST_CODES = 48;
const FEWEST_PHRASE = 2;
const MOST_PHRASE = 40;
const SENTENCES = /[.!?]["”’)]?\s+\p{Lu}/u;

function kindOf(text: string, status: StatusReader): "status" | "date" | "code" | null {
  if (status.read(text) !== null || status.isUncoloured(text)) return "status";
  if (isWholeDate(text)) return "date";
  return text.length <= LONGEST_CODES && CODES.test(text) ? "code" : null;
}

/** More than a phrase: many words, sentences, or several lines. */
const isNarrative = (text: string, words: number): boolean =>
  words > MOST_PHRASE || (words > 8 && SENTENCES.test(text)) || (words > 25 && /\n.*\n/.test(text));

export function columnFacts(cells: readonly Cell[], status: StatusReader, update: HeadingGrammar): ColumnFacts {
  const filled = cells.map(({ text }) => text.trim()).filter((text) => text !== "");
  let [labels, statuses, dates, figures, codes, phrases, narratives, dated, words] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const text of filled) {
    const count = text.length > 600 ? 100 : wordsOf(text).length;
    const kind = kindOf(text, status);
    const isLabel = rowLabelOf(text) !== null;
    words += count;
    statuses += Number(kind === "status");
    dates += Number(kind === "date");
    codes += Number(kind === "code");
    labels += Number(isLabel);
    figures += Number(!isLabel && FIGURE.test(text));
    phrases += Number(count >= FEWEST_PHRASE && count <= MOST_PHRASE);
    narratives += Number(isNarrative(text, count));
    dated += Number(!isWholeDate(text) && (update.read(text)?.dateRaw ?? null) !== null);
  }
  const painted = cells.filter(({ fill, colour }) =>
    [fill, colour].some((each) => each !== undefined && each !== null && ragOfColour(each) !== null),
  ).length;
  const share = (count: number): number => (filled.length === 0 ? 0 : count / filled.length);
  return {
    filled: filled.length,
    rows: cells.length,
    labels: share(labels),
    statuses: share(statuses),
    dates: share(dates),
    figures: share(figures),
    codes: share(codes),
    phrases: share(phrases),
    narratives: share(narratives),
    dated: share(dated),
    painted: cells.length === 0 ? 0 : painted / cells.length,
    distinct: share(new Set(filled).size),
    words: share(words),
  };
}
