/**
 * What precedes every line and belongs to none: the signs of quoted mail, and line numbers in the margin. In: a text's
 * lines. Out: the lines without them, each with the number that it has in the file; the very array where there are none.
 */
import type { TextLine } from "./lines.js";

/** Fewest lines of one run that begin with a mark: a single one may begin with "> 90%". */
const FEWEST_QUOTED = 4;
const QUOTE_MARKS = /^\s*(?:>[^\S\n]?)+/;

/** Fewest lines that margin numbers stand before, and the share of a text's lines that must have one. */
const FEWEST_NUMBERED = 8;
const NUMBERED_SHARE = 0.95;
const MARGIN_NUMBER = /^\s{0,8}(\d{1,5})(?:(?=\s)|$)/;
/** A line that cannot begin a row: an empty one, one that continues in small letters, one with a number of its own. */
const BEGINS_NO_ROW = /^\s*(?:$|\p{Ll}|\d{1,3}[.)\s])/u;
/** Lists of rows are numbered as well: margin numbers stand before lines that begin no row, too. */
const FEWEST_OTHERS = 2;

export function withoutPrefixes(lines: readonly TextLine[]): readonly TextLine[] {
  return withoutMarginNumbers(withoutQuoteMarks(lines));
}

/** The lines with new texts; those that are empty now separate the next one as a blank line does. */
function withTexts(lines: readonly TextLine[], textOf: (line: TextLine, at: number) => string): TextLine[] {
  const out: TextLine[] = [];
  let [isSeparated, startsPage] = [false, false];
  for (const [at, line] of lines.entries()) {
    const text = textOf(line, at);
    startsPage ||= line.pageStart;
    if (text.trim() === "") isSeparated = true;
    else {
      out.push({ ...line, text, gapBefore: line.gapBefore || isSeparated, pageStart: startsPage });
      [isSeparated, startsPage] = [false, false];
    }
  }
  return out;
}

const isQuoted = ({ text }: TextLine): boolean => text.trimStart().startsWith(">");

function withoutQuoteMarks(lines: readonly TextLine[]): readonly TextLine[] {
  const quoted = new Set<number>();
  let run = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    const line = lines[at];
    if (line !== undefined && isQuoted(line)) run += 1;
    else {
      if (run >= FEWEST_QUOTED) for (let back = 1; back <= run; back += 1) quoted.add(at - back);
      run = 0;
    }
  }
  if (quoted.size === 0) return lines;
  return withTexts(lines, ({ text }, at) => (quoted.has(at) ? text.replace(QUOTE_MARKS, "") : text));
}

function withoutMarginNumbers(lines: readonly TextLine[]): readonly TextLine[] {
  if (lines.length < FEWEST_NUMBERED || !MARGIN_NUMBER.test(lines[0]?.text ?? "")) return lines;
  const rest = textsAfterNumbers(lines);
  const numbered = rest.filter((text) => text !== null);
  const others = numbered.filter((text) => BEGINS_NO_ROW.test(text));
  if (numbered.length < lines.length * NUMBERED_SHARE || others.length < FEWEST_OTHERS) return lines;
  return withTexts(lines, ({ text }, at) => rest[at] ?? text);
}

/** The text after each line's number; null where the line has none that follows the one before it. */
function textsAfterNumbers(lines: readonly TextLine[]): readonly (string | null)[] {
  let last = 0;
  return lines.map(({ text }) => {
    const match = MARGIN_NUMBER.exec(text);
    const number = Number(match?.[1] ?? 0);
    // The numbers begin anew on every page of some papers.
    if (match === null || !(last === 0 || number === last + 1 || number === 1)) return null;
    last = number;
    return text.slice(match[0].length);
  });
}
