/** In: a text. Out: the text damaged as by recognition, transport or typing. Deterministic for a given random generator. */
import type { Seeded } from "./seeded.js";

/** Parts of a report that are put where they do not belong. */
const PIECES = ["7\t", "12 ", "G\t", "| ", "(A) ", "4/9 (44%) ", "31.11.19: ", "• ", "FORCE\t", "<td>", "\f"] as const;

type Damage = (lines: readonly string[], random: Seeded) => readonly string[];

/** Share of lines that each kind of damage changes. */
const SHARE = 0.08;

const someLines =
  (change: (line: string, random: Seeded) => readonly string[]): Damage =>
  (lines, random) =>
    lines.flatMap((line) => (random.next() < SHARE ? change(line, random) : [line]));

const place = (line: string, random: Seeded): number => random.below(line.length + 1);

/** Every kind of damage by name; each keeps, drops or repeats pieces of text, and some insert a new piece. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "cuts lines short": someLines((line, random) => [line.slice(0, place(line, random))]),
  "breaks lines in two": someLines((line, random) => {
    const at = place(line, random);
    return [line.slice(0, at), line.slice(at)];
  }),
  "prints lines twice": someLines((line) => [line, line]),
  "drops lines": someLines(() => []),
  "inserts empty lines": someLines((line) => ["", line]),
  "puts lines in another order": (lines, random) => {
    const out = [...lines];
    for (let swaps = Math.ceil(lines.length * SHARE); swaps > 0; swaps -= 1) {
      const [from, to] = [random.below(out.length), random.below(out.length)];
      const moved = out.splice(from, 1);
      out.splice(to, 0, ...moved);
    }
    return out;
  },
  "cuts words with tabs": someLines((line, random) => {
    const at = place(line, random);
    return [`${line.slice(0, at)}\t${line.slice(at)}`];
  }),
  "doubles letters at a cell's edge": someLines((line, random) => {
    const at = place(line, random);
    return [`${line.slice(0, at)}\t${line.slice(Math.max(0, at - 2))}`];
  }),
  "joins cells": someLines((line) => [line.replace(/\t+|\s*\|\s*| {2,}/, " ")]),
  "joins lines": (lines, random) => {
    const out: string[] = [];
    // Not of marked-up text: a line may then hold the end of what comes before a report and the report's beginning.
    for (const line of lines)
      if (random.next() < SHARE && out.length > 0 && !line.includes("<")) out.push(`${out.pop() ?? ""} ${line}`);
      else out.push(line);
    return out;
  },
  "deletes characters": someLines((line, random) => {
    const at = place(line, random);
    return [line.slice(0, at) + line.slice(at + 1 + random.below(3))];
  }),
  "inserts unknown words": someLines((line, random) => {
    const at = place(line, random);
    return [`${line.slice(0, at)} zq${random.below(1_000_000)} ${line.slice(at)}`];
  }),
  "inserts numbers, letters and bars": someLines((line, random) => {
    const piece = random.pick(PIECES);
    // A line of marked-up text may hold the end of one report and the beginning of the next: the piece gets a line of its own.
    return line.includes("<") ? [piece, line] : [piece + line];
  }),
};

const ENDINGS = ["\n", "\r\n", "\r"] as const;

/** The text with damages done one after another, and its line endings changed. */
export function damaged(text: string, kinds: readonly string[], random: Seeded): string {
  let lines: readonly string[] = text.split(/\r\n|\n|\r/);
  for (const kind of kinds) lines = DAMAGES[kind]?.(lines, random) ?? lines;
  const ending = random.pick([...ENDINGS, null]);
  return lines.map((line) => line + (ending ?? random.pick(ENDINGS))).join("");
}
