/**
 * The tokens of a status summary in one block: those of its cells, or of a line's parts between wide gaps. In: a block. Out: its
 * tokens in printed order, each with its column. What is no part of a summary is one token `other`, such as a definition.
 */
import { hasDigit } from "../../language/characters.js";
import { hasIrregularSpaces, singleSpaced } from "../../language/spaces.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import type { Rag } from "../../schema/statuses.js";
import { withoutMarkup } from "../plain-lines.js";
import { colourAt } from "./cell-colour.js";
import { readCount } from "./figures.js";
import { endOf, isLabel, joinLabels, type LabelToken, splitHalves } from "./labels.js";
import { IS_COUNTED } from "./sentence-words.js";
import { type Token, type Tokenizer, tokenizerOf } from "./tokens.js";

interface Position {
  readonly block: number;
  /** A cell's index; in a line, the number of characters before it. */
  readonly column: number;
  /** Whether a cell's edge or a wide gap separates it, so that `column` says which column it is in. */
  readonly separated: boolean;
}

export type PlacedToken = Token & Position;

export type BlockReader = (block: Block, index: number) => PlacedToken[];

/** A part of a summary is short; longer text is a definition, or no summary. */
const LONGEST_PART = 240;
/** The name of a status is short; longer text beside a colour describes it. */
const LONGEST_NAME = 80;
/** "Progressing well (green)": the words before the bracket are the status's name. */
const NAMED_COLOUR = /^\P{L}{0,3}(?:\p{L}[\p{L}'’-]*\s){1,4}[([]\p{L}+[)\]]/u;
/** A count with its total and percentage, after words and one space. */
const LAST_COUNT = /(?<=\p{L}[.)]? )\d{1,3} ?\/ ?\d{1,3} ?\(\d{1,3}(?:\.\d{1,2})? ?%\)$/u;
const BULLET = /^(?:[-–•▪◦●·*]|o(?=\s))\s+/;

export function blockReader(profile: Profile): BlockReader {
  const tokenizer = tokenizerOf(profile);
  const known = new WeakMap<Block, PlacedToken[]>();
  const read: BlockReader = (block, index) => {
    const parts = partsOf(block);
    const separated = parts.length > 1;
    const found = parts.map(({ text }) => partTokens(text, tokenizer));
    const isNamed = separated && found[0]?.length === 1 && found[0][0]?.kind === "label";
    return parts.flatMap(({ column, text }, part) => {
      const { painted, isSwatch } = colourAt(block, column);
      const tokens = isSwatch ? namedBySwatch(found[part] ?? [], text) : (found[part] ?? []);
      const own = isNamed && part === parts.length - 1 ? withLastCount(tokens, text) : tokens;
      return own.map((token): PlacedToken => ({ ...inColour(token, painted), block: index, column, separated }));
    });
  };
  // The search for a summary among the rows asks for a block's tokens several times.
  return (block, index) => {
    const found = known.get(block) ?? read(block, index);
    known.set(block, found);
    return found;
  };
}

/** Words beside a colour name its status, whatever they are; figures and what is known keep their meaning. */
function namedBySwatch(tokens: readonly Token[], text: string): readonly Token[] {
  const isUnknown = tokens.length > 0 && tokens.every(({ kind }) => kind === "other");
  if (!isUnknown || text.length > LONGEST_NAME || /\d/.test(text)) return tokens;
  return [{ kind: "label", text, at: 0, rag: null, also: [], colour: false, isSign: false }];
}

/** A label whose word says no colour has that of its cell, or of the painted cell beside it. */
const inColour = (token: Token, painted: Rag | null): Token =>
  isLabel(token) && token.rag === null && painted !== null ? { ...token, rag: painted } : token;

interface Part {
  readonly text: string;
  readonly column: number;
}

function partsOf(block: Block): Part[] {
  if (block.kind === "row")
    return block.cells.map((cell, column) => ({ text: singleSpaced(cell.text).trim(), column }));
  const parts = hasIrregularSpaces(block.text) ? [...block.text.matchAll(/\S+(?: \S+)*/g)] : [];
  if (parts.length < 2) return [{ text: withoutMarkup(block.text).replace(BULLET, ""), column: block.indent }];
  return parts.map((part) => ({ text: part[0], column: part.index + block.indent }));
}

const otherThan = (text: string): Token[] => [{ kind: "other", text, at: 0 }];

/** "RAG status:" before the counts themselves. */
const ANNOUNCED = /^(?:(?:key|legend|status|rag|brag|summary|progress|ratings?|position)\s?){1,3}[:–—-]\s*(?=\S)/iu;

function partTokens(printed: string, { tokens, status }: Tokenizer): Token[] {
  const text = printed.replace(ANNOUNCED, "");
  if (text === "") return [];
  if (text.length > LONGEST_PART) return otherThan(text);
  const count = readCount(text);
  if (count !== null) return [{ kind: "count", text, at: 0, count }];
  const named = hasDigit(text) ? null : status.readLabel(text);
  if (named !== null) return [{ kind: "label", text, at: 0, ...named, also: [], isSign: false }];
  // What begins with other words is no part of a summary, whatever follows them.
  const beginsWithName = NAMED_COLOUR.test(text);
  const found = tokens(text, (word, before) => word.kind === "other" && before.length === 1 && !beginsWithName);
  const joined = joinLabels(namedColours(found, text), text).map((token) =>
    isPrinted(token, text) || isListed(found, token, text) ? token : plain(token),
  );
  return summaryTokens(splitHalves(joined, status), text);
}

const plain = ({ text, at }: Token): Token => ({ kind: "other", text, at });

/** A status of a summary begins with a capital, and a number in words is alone: "One or more are late" counts nothing. */
function isPrinted(token: Token, text: string): boolean {
  if (token.kind === "label") return /^[^\p{Ll}]/u.test(token.text);
  return token.kind !== "number" || /^\d/.test(token.text) || !/^\s\p{L}/u.test(text.slice(endOf(token)));
}

/** "complete: 2 of 8": a list's own item may begin in lower case, where a sign and a figure are all that follows. */
const isListed = (tokens: readonly Token[], { at, kind, text: word }: Token, text: string): boolean =>
  kind === "label" &&
  at === 0 &&
  tokens.length === 2 &&
  isFigure(tokens[1]) &&
  /^\s?[:=]\s/u.test(text.slice(word.length));

/** "Done (blue)": the words before a colour in brackets and the colour are one label. */
function namedColours(tokens: readonly Token[], text: string): Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    const isBracketed =
      isLabel(token) &&
      token.colour &&
      /[([]$/.test(text.slice(0, token.at)) &&
      /^[)\]]/.test(text.slice(endOf(token)));
    const start = isBracketed ? nameBefore(out, token, text) : null;
    if (start === null || !isLabel(token)) {
      out.push(token);
      continue;
    }
    while ((out.at(-1)?.at ?? -1) >= start) out.pop();
    out.push({ ...token, text: text.slice(start, endOf(token) + 1), at: start });
  }
  return out;
}

/** Where the name begins: at the first of the words right before the bracket. */
function nameBefore(before: readonly Token[], { at }: LabelToken, text: string): number | null {
  let start: number | null = null;
  let end = at - 1;
  for (const token of before.toReversed()) {
    const isNext = /^\s?$/.test(text.slice(endOf(token), end));
    if (!isNext || token.kind === "count" || token.text.endsWith(")")) break;
    [start, end] = [token.at, token.at];
  }
  return start;
}

/**
 * The tokens that are where a summary has them. Among other words only a label at the beginning counts, and the figures at the
 * end: "Green (G) On target 7/15 (47%)", never "Contractors made 23 (4%) visits on green spaces".
 */
function summaryTokens(printed: readonly Token[], text: string): Token[] {
  const found = withoutNouns(withoutDefinition(printed));
  if (!found.some((token) => token.kind === "other")) return [...found];
  const [first, second] = found;
  if (first === undefined || first.kind === "other" || first.kind === "number") return otherThan(text);
  if (isList(found, text)) return found.filter((token) => token.kind !== "other");
  let end = found.length;
  while (end > 1 && found[end - 1]?.kind !== "other") end -= 1;
  const figures = found.slice(end);
  // Another count among the words may be the status's own.
  if (found.slice(1, end).some(({ kind }) => kind === "count")) return otherThan(text);
  const after = text.slice(endOf(first)).trimStart();
  // "Started, but late" is no status.
  if (isLabel(first) && first.rag === null) return otherThan(text);
  if (isLabel(first) && figures.length === 0 && second?.kind === "other" && /^\p{Ll}/u.test(after))
    return otherThan(text);
  if (found.filter(isLabel).length > 1 && figures.some(isLabel)) return otherThan(text);
  const between = found.slice(1, end).map((token) => token.text);
  return [first, { kind: "other", text: between.join(" "), at: endOf(first) }, ...figures];
}

/**
 * Whether a text lists several statuses, each with a meaning and all with figures or none: "Blue - delivered: 1/4 (25%) Red - late:
 * 3/4 (75%)".
 */
function isList(printed: readonly Token[], text: string): boolean {
  const total = printed.findLastIndex((token) => token.kind === "unit" && token.unit === "total");
  const tokens = total > 0 && total === printed.length - 2 ? printed.slice(0, total) : printed;
  const starts = tokens.flatMap((token, at) => (isLabel(token) ? [at] : []));
  const items = starts.map((start, at) => tokens.slice(start, starts[at + 1] ?? tokens.length));
  const figures = items.map((item) => item.filter(isFigure).length);
  const hasFigures = items.every((item) => isFigure(item.at(-1)) && item.findIndex(isFigure) >= item.length - 2);
  const isDefined = items.every(
    ([label]) => isLabel(label) && label.colour && DEFINES.test(text.slice(label.at + firstWord(label))),
  );
  return items.length > 1 && (hasFigures || (isDefined && figures.every((count) => count === 0)));
}

/** Length of a label's first word, which a meaning of the same status may follow in it. */
const firstWord = ({ text }: LabelToken): number => /^\S+/u.exec(text)?.[0].length ?? 0;

/** Signs between a status and its meaning. */
const DEFINES = /^\s?(?:[-–—:=]\s|[([])/u;

const isFigure = (token: Token | undefined): boolean =>
  token?.kind === "count" || token?.kind === "number" || token?.kind === "percent";

/** "4 of 12 actions (33%)": a figure may name what it counts, before its percentage or at the end. */
function withoutNouns(tokens: readonly Token[]): readonly Token[] {
  const isNoun = (token: Token, at: number): boolean => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    const isCounted = before?.kind === "count" || before?.kind === "number";
    return isCounted && (next === undefined || next.kind === "percent") && IS_COUNTED.test(token.text);
  };
  return tokens.filter((token, at) => !(token.kind === "other" && isNoun(token, at)));
}

/** "Amber - Some slippage: 2": a status without a colour right after another defines it. */
function withoutDefinition(tokens: readonly Token[]): Token[] {
  const isOne = tokens.filter(isLabel).length === 2 && tokens.some(({ kind }) => kind === "count" || kind === "number");
  return tokens.map((token, at) => (isOne && at === 1 && isLabel(token) && token.rag === null ? plain(token) : token));
}

/** "Red   Will not be done in time 1/8 (13%)": a long definition leaves no gap before its status's count. */
function withLastCount(found: readonly Token[], text: string): readonly Token[] {
  const [only] = found;
  if (found.length !== 1 || only?.kind !== "other") return found;
  const match = LAST_COUNT.exec(text);
  const count = match === null ? null : readCount(match[0]);
  if (match === null || count === null) return found;
  return [
    { kind: "other", text: text.slice(0, match.index).trim(), at: 0 },
    { kind: "count", text: match[0], at: match.index, count },
  ];
}
