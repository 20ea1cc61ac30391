/** Outcomes of a run's corrections. Out: a row of the summary's figures, and a list of those that were not applied. */
import { RUN_FILE, type SettledCorrection, type SettledCorrections } from "../internal.js";
import { figure, moreLine, printable, renderTable } from "./render.js";
import { LISTED } from "./tally.js";
import type { Colours } from "./terminal.js";

export function correctionRow(corrections: SettledCorrections | null, colours: Colours): string[][] {
  if (corrections === null) return [];
  const { applied, stale, unknown, list } = corrections;
  const parts = [`applied ${figure(applied)}`];
  if (stale > 0) parts.push(`stale ${colours.yellow(figure(stale))}`);
  if (unknown > 0) parts.push(`unknown ${colours.yellow(figure(unknown))}`);
  return [[colours.bold("Corrections"), figure(list.length), parts.join(" · ")]];
}

const isUnapplied = ({ outcome }: SettledCorrection): boolean => outcome !== "applied";

/** Empty if all were applied. */
export function renderUnapplied({ list }: SettledCorrections, colours: Colours, width: number): string[] {
  const unapplied = list.filter(isUnapplied);
  if (unapplied.length === 0) return [];
  const rows = unapplied
    .slice(0, LISTED)
    .map(({ line, outcome, report, deliverable, field, reason }) => [
      `line ${line}`,
      colours.yellow(outcome),
      printable(`${deliverable === "" ? report : `${report}, row ${deliverable}`}, ${field}: ${reason}`),
    ]);
  return [
    `${colours.bold("Corrections not applied")}: ${figure(unapplied.length)}`,
    ...renderTable(rows, { width, indent: 2 }),
    ...moreLine(unapplied.length - rows.length, "more correction", RUN_FILE),
  ];
}

/** One sentence for a run that prints no summary; null if all were applied. @param where what says why; null for nothing */
export function unappliedSentence({ list }: SettledCorrections, where: string | null): string | null {
  const unapplied = list.filter(isUnapplied);
  const lines = unapplied.map(({ line, reason }) => (where === null ? `${line} (${printable(reason ?? "")})` : line));
  if (lines.length === 0) return null;
  const many = lines.length > LISTED ? ", …" : "";
  return `corrections not applied: line ${lines.slice(0, LISTED).join(", ")}${many}${where === null ? "" : `; ${where} says why`}`;
}
