/**
 * What the cells of one column look like, whatever its heading says. In: their texts and colours. Out: shares of the filled
 * cells that are labels, statuses, dates, figures, codes or long text. Every cell is looked at once.
 */
import { ragOfColour } from "../../language/colours.js";
import { countInLetters, rowLabelOf } from "../../language/row-labels.js";
import { isWholeDate } from "../../language/whole-date.js";
import { wordsOf } from "../../language/words.js";
import type { Cell } from "../../model/block.js";
import { readStatusCell, withoutShare } from "../fields/status-cell.js";
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
  /** Cells without a letter or figure: dots, arrows, ticks. */
  readonly signs: number;
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

/** What a cell's text is, whatever report it is in. */
interface Traits {
  readonly words: number;
  readonly isLabel: boolean;
  readonly isDate: boolean;
  readonly isCode: boolean;
  readonly isFigure: boolean;
  readonly isNarrative: boolean;
  readonly isDated: boolean;
  readonly isSign: boolean;
}

/** A cell is looked at for each set of headings that may be its table's. */
const known = new WeakMap<Cell, Traits>();

/** Words that a longer text counts as: nobody needs to know how many they are. */
const MANY_WORDS = 100;
const LONG_TEXT = 600;

function traitsOf(cell: Cell, text: string, update: HeadingGrammar): Traits {
  let traits = known.get(cell);
  if (traits === undefined) {
    const words = text.length > LONG_TEXT ? MANY_WORDS : wordsOf(text).length;
    const [isLabel, isDate] = [rowLabelOf(text) !== null, isWholeDate(text)];
    traits = {
      words,
      isLabel,
      isDate,
      isCode: !isDate && text.length <= LONGEST_CODES && CODES.test(text),
      isFigure: !isLabel && FIGURE.test(text),
      isNarrative: isNarrative(text, words),
      isSign: !/[\p{L}\p{N}]/u.test(text),
      isDated: !isDate && (update.read(text)?.dateRaw ?? null) !== null,
    };
    known.set(cell, traits);
  }
  return traits;
}

/** A short text with a sign between its parts. */
const LONGEST_BESIDE = 40;
const BESIDE = /[/|–—-]/;

/** "Accepted – complete": a status beside what is none. */
const hasStatusBeside = (text: string, status: StatusReader): boolean =>
  text.length <= LONGEST_BESIDE && BESIDE.test(text) && readStatusCell(text, status) !== null;

/** More than a phrase: many words, sentences, or several lines. */
const isNarrative = (text: string, words: number): boolean =>
  words > MOST_PHRASE || (words > 8 && SENTENCES.test(text)) || (words > 25 && /\n.*\n/.test(text));

/** Which cells are statuses, by the last reader that was asked. */
const statusCells = new WeakMap<Cell, { readonly reader: StatusReader; readonly isStatus: boolean }>();

/** Whether a cell is a status, with a colour or without, alone or beside a mark or a note. */
export function isStatus(cell: Cell, reader: StatusReader): boolean {
  const before = statusCells.get(cell);
  if (before?.reader === reader) return before.isStatus;
  const text = withoutShare(cell.text.trim());
  const found = reader.read(text) !== null || reader.isUncoloured(text) || hasStatusBeside(text, reader);
  statusCells.set(cell, { reader, isStatus: found });
  return found;
}

/** Whether a cell is painted in a status's colour, or its text is. */
export const isPainted = ({ fill, colour }: Cell): boolean =>
  [fill, colour].some((each) => each !== undefined && each !== null && ragOfColour(each) !== null);

export function columnFacts(cells: readonly Cell[], status: StatusReader, update: HeadingGrammar): ColumnFacts {
  const texts = new Set<string>();
  let [filled, labels, statuses, dates, figures, codes, phrases, narratives, dated, signs, words] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ];
  for (const cell of cells) {
    const text = cell.text.trim();
    if (text === "") continue;
    filled += 1;
    texts.add(text);
    const traits = traitsOf(cell, text, update);
    const hasStatus = isStatus(cell, status);
    words += traits.words;
    statuses += Number(hasStatus);
    dates += Number(!hasStatus && traits.isDate);
    codes += Number(!hasStatus && traits.isCode);
    labels += Number(traits.isLabel);
    figures += Number(traits.isFigure);
    phrases += Number(traits.words >= FEWEST_PHRASE && traits.words <= MOST_PHRASE);
    narratives += Number(traits.isNarrative);
    dated += Number(traits.isDated);
    signs += Number(traits.isSign);
  }
  const painted = cells.filter(isPainted).length;
  // A to D are labels, and no statuses, where each comes once and in order.
  const isLettered = countInLetters(cells.map(({ text }) => text.trim()));
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    rows: cells.length,
    labels: isLettered ? 1 : share(labels),
    statuses: isLettered ? 0 : share(statuses),
    dates: share(dates),
    figures: share(figures),
    codes: share(codes),
    phrases: share(phrases),
    narratives: share(narratives),
    dated: share(dated),
    signs: share(signs),
    painted: cells.length === 0 ? 0 : painted / cells.length,
    distinct: share(texts.size),
    words: share(words),
  };
}
