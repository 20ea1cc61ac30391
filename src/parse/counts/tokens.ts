/**
 * The tokens of a status summary: labels, counts, bare numbers and percentages, and the words of their column headings
 * ("Number & %"). In: a block. Out: its tokens in printed order; anything else is `other`, such as a status's definition.
 */
import { hasIrregularSpaces, singleSpaced } from "../../language/spaces.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { withoutMarkup } from "../plain-lines.js";
import { readCount } from "./count.js";
import { tokenScanner } from "./scan-tokens.js";
import type { ScannedToken } from "./scanned-token.js";

interface Position {
  readonly block: number;
  /** A cell's index; in a line, the number of characters before it. */
  readonly column: number;
  /** Whether a cell's edge or a wide gap separates it, so that `column` says which column it is in. */
  readonly separated: boolean;
}

export type Token = ScannedToken & Position;

export type TokenReader = (block: Block, index: number) => Token[];

/** A count with its total and percentage, after words and one space. */
const LAST_COUNT = /(?<=\p{L}[.)]? )\d{1,3} ?\/ ?\d{1,3} ?\(\d{1,3}(?:\.\d{1,2})? ?%\)$/u;

const BULLET = /^(?:[-–•▪◦●·*]|o(?=\s))\s+/;

const readers = new WeakMap<Profile, TokenReader>();

export function tokenReader(profile: Profile): TokenReader {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = buildReader(profile);
    readers.set(profile, reader);
  }
  return reader;
}

interface Part {
  readonly text: string;
  readonly column: number;
}

function partsOf(block: Block): Part[] {
  if (block.kind === "row")
    return block.cells.map((cell, column) => ({ text: singleSpaced(cell.text).trim(), column }));
  if (!hasIrregularSpaces(block.text))
    return [{ text: withoutMarkup(block.text).replace(BULLET, ""), column: block.indent }];
  const parts = [...block.text.matchAll(/\S+(?: \S+)*/g)];
  if (parts.length === 1) return [{ text: withoutMarkup(block.text).replace(BULLET, ""), column: block.indent }];
  return parts.map((part) => ({ text: part[0], column: part.index + block.indent }));
}

function buildReader(profile: Profile): TokenReader {
  const scan = tokenScanner(profile);
  return (block, index) => {
    const parts = partsOf(block);
    const separated = parts.length > 1;
    const found = parts.map((part) => (part.text === "" ? [] : scan(part.text)));
    const named = separated && found[0]?.length === 1 && found[0][0]?.kind === "label";
    return parts.flatMap(({ column, text }, part) => {
      const own = named && part === parts.length - 1 ? withLastCount(found[part] ?? [], text) : (found[part] ?? []);
      return own.map((each): Token => ({ ...each, block: index, column, separated }));
    });
  };
}

/** "Red   Will not be done in time 1/8 (13%)": a long definition leaves no gap before its status's count. */
function withLastCount(found: readonly ScannedToken[], text: string): readonly ScannedToken[] {
  const [only] = found;
  if (found.length !== 1 || only?.kind !== "other") return found;
  const match = LAST_COUNT.exec(text);
  const count = match === null ? null : readCount(match[0]);
  if (match === null || count === null || !count.isComplete) return found;
  return [
    { kind: "other", text: text.slice(0, match.index).trim() },
    { kind: "count", text: match[0], count },
  ];
}
