/**
 * The definitions in one line of a status key: "A = Achieved; P = Partly", "B = behind (Amber)", "Closed (blue) - action finished",
 * "Behind (B)". In: the line. Out: its labels with their meanings, as printed and in printed order, and whether a word announces them
 * as a key. None where the line is a sentence or says figures.
 */
import { onOneLine } from "../../language/spaces.js";
import { definitionsInProse } from "./prose-key.js";

export interface LabelMeaning {
  /** As printed: a letter, a word, a glyph or a number. */
  readonly label: string;
  /** What the key prints for it, a colour in brackets included. */
  readonly meaning: string;
}

export interface DefinitionLine {
  readonly found: readonly LabelMeaning[];
  readonly isAnnounced: boolean;
}

/** Characters of a line of a key, of a label, and of a meaning that is looked at. */
const LONGEST_LINE = 600;
export const LONGEST_LABEL = 24;
const LABEL_WORDS = 3;
export const LONGEST_MEANING = 160;
/** One definition alone may be a sentence: a key has several. */
export const FEWEST_DEFINITIONS = 2;

const KEY =
  /^(?:(?:status|rag|brag|r\/a\/g|rating|colour|progress|risk)\s+)*(?:key|legend|ratings?|status(?:es)?|scale|definitions?)\s*(?:is as follows|are as follows|to (?:the )?(?:status(?:es)?|ratings?|colours?|symbols?|letters?))?\s*(?:[:=–—-]|\.(?=\s))\s*/iu;
/** Any words before the first sign: "Codes: R = resolved". */
const INTRODUCED = /^\p{Lu}[\p{L} ]{2,30}:\s+(?=\S{1,3}\s?=)/u;
/** A label and what it means: the sign between them, and up to the next sign that ends a definition. */
const EQUATED = /^(.{1,24}?)\s*(?:=|:|\s[–—-])\s*(.+)$/su;
/** "Amber 'On course' = 5 (42%)": the words for a status in quotation marks, be it counted there too. */
const QUOTED = /^(\p{L}[\p{L} /-]{1,20}?)\s*[=:–—-]?\s*['‘"“]([^'’"”‘“]{2,60})['’"”](?:\s*[=:–—-])?[\d\s/%().]*$/u;
const hasQuotes = (text: string): boolean => ["'", "‘", '"', "“"].some((quote) => text.includes(quote));
const NAMES_QUOTED = /^\p{Lu}[\p{L}/ -]{1,18}[=:–—-]?\s?['‘"“]/u;
/** Between two of them: "Red 'Off course' 4, Amber 'On course' 5". */
const NEXT_QUOTED = /(?<=[\d%)'’"”])[,;|.]?\s+(?=\p{Lu}\p{L}[\p{L}/-]{0,18}\s?[=:–—-]?\s?['‘"“])/u;
/** "(O) on course": a sign in brackets before its meaning. */
const SIGN_BEFORE = /^\((\p{Lu}{1,2}|\d)\)\s*[:=–—-]?\s*(.+)$/su;
/** "G (green) on course": a letter and its colour before the meaning. */
const LETTER_AND_COLOUR = /^(\p{Lu}{1,2})\s*\((\p{L}{3,12})\)\s*[:=–—-]?\s+([^()=]{3,})$/u;
/** "on track (green)", "Closed (blue) - action finished", "Behind (B)". */
const BRACKETED = /^(.{2,24}?)\s*\((\p{L}+)\)\s*(?:[:=–—-]\s*(.*))?$/su;
const SIGN = /^\p{Lu}{1,2}$/u;
const COUNTED = /^[\d\s/%().,]*$/;
const DEFINES = /[=():'‘"“]|\s[–—-]\s/;
const BULLET = /^[•·▪*–—-]\s+/u;

/** A mark that stands for a status, with the space after it; a sign between letters or figures is none. */
const MARK = /(?<![^\s;,|])([\p{So}\u25a0-\u25ff\u2190-\u21ff]\ufe0f?)\s+/u;
/** A quick test that most lines fail: all marks are beyond ASCII, and a space is after one. */
const MAY_BE_MARK = /[\u0080-\uffff]\s/;
/** Between a mark and its meaning, and between two definitions. */
const MARK_SIGNS = /^[:–—-]\s+|\s*[;,.|/]$/gu;
/** Words of a mark's meaning: a sentence in a list with marks has more. */
const MARK_WORDS = 8;

export const isCount = (text: string): boolean => COUNTED.test(text);

export const isLabel = (text: string): boolean =>
  text !== "" && text.length <= LONGEST_LABEL && text.split(/\s+/).length <= LABEL_WORDS;

export function definitionLine(printed: string): DefinitionLine {
  const text = onOneLine(printed).trim().replace(BULLET, "");
  if (text.length > LONGEST_LINE) return { found: [], isAnnounced: false };
  const body = text.replace(KEY, "");
  const [, letter, colour, words] = LETTER_AND_COLOUR.exec(body) ?? [];
  if (letter !== undefined && words !== undefined)
    return { found: checked(letter, `${words} (${colour})`), isAnnounced: body !== text };
  const marked = markedMeanings(body);
  if (marked.length > 0) return { found: marked, isAnnounced: body !== text };
  const painted = swatchMeanings(body);
  if (painted.length > 0) return { found: painted, isAnnounced: body !== text };
  const inProse = definitionsInProse(body);
  if (inProse.length > 0) return { found: inProse, isAnnounced: body !== text };
  if (!DEFINES.test(text)) return { found: [], isAnnounced: false };
  return { found: piecesOf(body.replace(INTRODUCED, "")).flatMap(definitionOf), isAnnounced: body !== text };
}

/** "✔ complete; ▲ on track; ■ delayed": several marks, each another one, and each with words after it. None for any other line. */
function markedMeanings(text: string): LabelMeaning[] {
  // Equal signs separate marks and meanings of any kind.
  if (text.includes("=") || !MAY_BE_MARK.test(text)) return [];
  const [before = "", ...pieces] = text.split(MARK);
  const found: LabelMeaning[] = [];
  for (let at = 0; at + 1 < pieces.length; at += 2) {
    const meaning = (pieces[at + 1] ?? "").trim().replace(MARK_SIGNS, "").trim();
    if (meaning === "" || /\d/.test(meaning) || meaning.split(" ").length > MARK_WORDS) return [];
    found.push({ label: (pieces[at] ?? "").trim(), meaning });
  }
  const isKey = before.trim() === "" && found.length >= FEWEST_DEFINITIONS;
  return isKey && new Set(found.map(({ label }) => label)).size === found.length ? found : [];
}

/** "■ Closed (blue) ■ Late (amber)": one mark again and again, painted in the colour that the words name. */
function swatchMeanings(text: string): LabelMeaning[] {
  if (!MAY_BE_MARK.test(text)) return [];
  const [before = "", ...pieces] = text.split(MARK);
  const marks = new Set(pieces.filter((_, at) => at % 2 === 0));
  const found = pieces.filter((_, at) => at % 2 === 1).map((piece) => definitionOf(piece.trim()));
  const isKey = before.trim() === "" && marks.size === 1 && found.length >= FEWEST_DEFINITIONS;
  return isKey && found.every(({ length }) => length === 1) ? found.flat() : [];
}

function definitionOf(piece: string): LabelMeaning[] {
  const text = piece.trim().replace(/[.;,]$/, "");
  const pair = pairOf(hasQuotes(text) ? QUOTED : SIGN_BEFORE, text);
  if (pair !== null) return checked(pair.label, pair.meaning);
  const equated = EQUATED.exec(text);
  // "Closed (blue) - action finished" is a label in front of a bracket.
  const isPlain = equated?.[1] !== undefined && !equated[1].includes("(");
  if (isPlain && equated[1] !== undefined && equated[2] !== undefined) return checked(equated[1], equated[2]);
  const bracketed = BRACKETED.exec(text);
  if (bracketed?.[1] === undefined || bracketed[2] === undefined)
    return equated?.[1] === undefined || equated[2] === undefined ? [] : checked(equated[1], equated[2]);
  const [, before, inside, more] = bracketed;
  if (isCount(before)) return [];
  // "Behind (B)" defines the letter, "Green (G) = on track" both together.
  if (SIGN.test(inside)) return more === undefined ? checked(inside, before) : checked(`${before} (${inside})`, more);
  return checked(before, more === undefined ? inside : `(${inside}) - ${more}`);
}

function pairOf(form: RegExp, text: string): LabelMeaning | null {
  const [, label, meaning] = form.exec(text) ?? [];
  return label === undefined || meaning === undefined ? null : { label, meaning };
}

function checked(label: string, meaning: string): LabelMeaning[] {
  const text = meaning.trim();
  return isLabel(label.trim()) && /\p{L}/u.test(text) && !/^\d/.test(text)
    ? [{ label: label.trim(), meaning: text.slice(0, LONGEST_MEANING) }]
    : [];
}

/** A single figure and a sign before its meaning, as a scale of numbers has them. */
const NUMBERED = /(?<!\S)\d\s?[:=]\s?(?=\p{L})/gu;
const NEXT_NUMBERED = /[\s,;.|]+(?=\d\s?[:=]\s?\p{L})/u;

/** "4: completed  3: on schedule": figures of which each has its meaning, and none comes twice. */
function isNumbered(text: string): boolean {
  const figures = (text.match(NUMBERED) ?? []).map((figure) => figure.charAt(0));
  return /^\d/.test(text) && figures.length >= FEWEST_DEFINITIONS && new Set(figures).size === figures.length;
}

/** A line cut where one definition ends and another begins. */
function piecesOf(text: string): string[] {
  if (isNumbered(text)) return text.split(NEXT_NUMBERED);
  const quoted = hasQuotes(text) && NAMES_QUOTED.test(text) ? text.split(NEXT_QUOTED) : [];
  if (quoted.length >= FEWEST_DEFINITIONS) return quoted;
  if (text.includes(";")) return text.split(/\s*;\s*/);
  if ((text.match(/=/g) ?? []).length >= FEWEST_DEFINITIONS)
    return text.split(/\s*(?:[,.|]\s*|\s+)(?=(?:\S{1,3}|\p{L}[\p{L}/ -]{1,20}?)\s*=)/u);
  if (/^\(\p{Lu}{1,2}\)/u.test(text)) return text.split(/\s*[,;|]?\s+(?=\((?:\p{Lu}{1,2}|\d)\)\s)/u);
  if (/\(\p{L}+\)/u.test(text)) return text.split(/(?<=[.,)])[.,\s]+(?=\p{Lu})/u);
  return text.split(/\s*[,|]\s*|\.\s+/);
}
