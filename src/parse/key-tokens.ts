/**
 * The words of a status key: labels, counts, bare numbers and percentages, and the words that head them ("Number & %").
 * In: a block. Out: its tokens in printed order; whatever else it holds is `other`, such as a status's definition.
 */
import { isUneven, singleSpaced } from "../language/spaces.js";
import type { Block } from "../model/block.js";
import type { Profile } from "../schema/profile.js";
import { unmarked } from "./head-lines.js";
import { type Found, scanner } from "./key-scan.js";

interface Standing {
  readonly block: number;
  /** Where it stands in its block: a cell's index, or columns of white space and text before it. */
  readonly at: number;
  /** Whether a cell's edge or a wide gap sets it apart, so that `at` says which column it is in. */
  readonly apart: boolean;
}

export type Token = Found & Standing;

export type TokenReader = (block: Block, index: number) => Token[];

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
  readonly at: number;
}

function partsOf(block: Block): Part[] {
  if (block.kind === "row") return block.cells.map((cell, at) => ({ text: singleSpaced(cell.text).trim(), at }));
  if (!isUneven(block.text)) return [{ text: unmarked(block.text).replace(BULLET, ""), at: block.indent }];
  const parts = [...block.text.matchAll(/\S+(?: \S+)*/g)];
  if (parts.length === 1) return [{ text: unmarked(block.text).replace(BULLET, ""), at: block.indent }];
  return parts.map((part) => ({ text: part[0], at: part.index + block.indent }));
}

function buildReader(profile: Profile): TokenReader {
  const scan = scanner(profile);
  return (block, index) => {
    const parts = partsOf(block);
    const apart = parts.length > 1;
    return parts.flatMap((part) =>
      part.text === "" ? [] : scan(part.text).map((found): Token => ({ ...found, block: index, at: part.at, apart })),
    );
  };
}
