/** A text to a damaged text, as recognition, transport and hands damage reports. Pure but for the given generator. */
import type { Seeded } from "./seeded.js";

/** What a report's own marks look like, where none should stand. */
const PIECES = ["7\t", "12 ", "G\t", "| ", "(A) ", "4/9 (44%) ", "31.11.19: ", "• ", "FORCE\t", "<td>", "\f"] as const;

type Damage = (lines: readonly string[], random: Seeded) => readonly string[];

/** Lines that each kind of damage strikes, as a share. */
const SHARE = 0.08;

const struck =
  (change: (line: string, random: Seeded) => readonly string[]): Damage =>
  (lines, random) =>
    lines.flatMap((line) => (random.next() < SHARE ? change(line, random) : [line]));

const place = (line: string, random: Seeded): number => random.below(line.length + 1);

/** Every kind by its name; each keeps, loses or repeats whole pieces of text, and some put a new piece in. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "cuts lines short": struck((line, random) => [line.slice(0, place(line, random))]),
  "breaks lines in two": struck((line, random) => {
    const at = place(line, random);
    return [line.slice(0, at), line.slice(at)];
  }),
  "prints lines twice": struck((line) => [line, line]),
  "drops lines": struck(() => []),
  "empties lines in": struck((line) => ["", line]),
  "puts lines in another order": (lines, random) => {
    const out = [...lines];
    for (let swaps = Math.ceil(lines.length * SHARE); swaps > 0; swaps -= 1) {
      const [from, to] = [random.below(out.length), random.below(out.length)];
      const moved = out.splice(from, 1);
      out.splice(to, 0, ...moved);
    }
    return out;
  },
  "cuts words with tabs": struck((line, random) => {
    const at = place(line, random);
    return [`${line.slice(0, at)}\t${line.slice(at)}`];
  }),
  "doubles letters at a cell's edge": struck((line, random) => {
    const at = place(line, random);
    return [`${line.slice(0, at)}\t${line.slice(Math.max(0, at - 2))}`];
  }),
  "joins cells": struck((line) => [line.replace(/\t+|\s*\|\s*| {2,}/, " ")]),
  "joins lines": (lines, random) => {
    const out: string[] = [];
    // Not of marked-up text: a line may then hold the end of what comes before a report and the report's beginning.
    for (const line of lines)
      if (random.next() < SHARE && out.length > 0 && !line.includes("<")) out.push(`${out.pop() ?? ""} ${line}`);
      else out.push(line);
    return out;
  },
  "deletes characters": struck((line, random) => {
    const at = place(line, random);
    return [line.slice(0, at) + line.slice(at + 1 + random.below(3))];
  }),
  "puts strange words in": struck((line, random) => {
    const at = place(line, random);
    return [`${line.slice(0, at)} zq${random.below(1_000_000)} ${line.slice(at)}`];
  }),
  "puts numbers, letters and bars in": struck((line, random) => {
    const piece = random.pick(PIECES);
    // A line of marked-up text may hold the end of one report and the beginning of the next: the piece stands alone.
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
