/**
 * Renders one plan's history as text. In: the history. Out: lines with each deliverable's number, statuses and title, and
 * below it what changed. Statuses are letters, so that they can be read without colours.
 */
import {
  HALVES,
  type HistoryCell,
  type HistoryChange,
  historyName,
  type PlanHistory,
  RAGS,
  type Severity,
  STATUSES,
  type TrackHistory,
  UNREADABLE,
} from "../internal.js";
import { count, printable, wrap } from "./render.js";
import type { Colours, Terminal } from "./terminal.js";

type Look = Pick<Terminal, "colours" | "width" | "isTerminal">;

const RENUMBERED = "deliverable-renumbered";
/** One or two letters with spaces around them, as wide as the heading of their column. */
const CELL_WIDTH = 4;
const LIGHT_WIDTH = 3;
/** Minimum width of a title. */
const TITLE_WIDTH = 28;
const NUMBER_WIDTH = 5;
const INDENT = "  ";

export function renderHistory(plan: PlanHistory, look: Look): string {
  const { colours, width, isTerminal } = look;
  const room = Math.floor((width - INDENT.length - NUMBER_WIDTH - TITLE_WIDTH) / CELL_WIDTH);
  const shown = Math.max(1, Math.min(room, plan.periods.length));
  const from = plan.periods.length - shown;
  const labels = plan.periods.map(({ label }) => label);
  const left = from === 0 ? "" : `, of which the last ${shown} are shown`;
  const absent = isTerminal ? "·" : ".";
  const headings = labels.slice(from).map((label) => shortLabel(label).padEnd(CELL_WIDTH));
  return [
    ...wrap(printable(historyName(plan)), width).map(colours.bold),
    ...wrap(`${count(labels.length, "report")}: ${labels.join(", ")}${left}`, width),
    ...wrap(`${legendOf(plan)}, ${absent} not in the report`, width).map(colours.dim),
    colours.dim(INDENT + "No".padEnd(NUMBER_WIDTH) + headings.join("").trimEnd()),
    ...plan.tracks.flatMap((track) => trackLines(track, { from, labels, absent }, look)),
  ].join("\n");
}

/** Halves are only explained where the plan has them. */
function legendOf({ tracks }: PlanHistory): string {
  const used = new Set(tracks.flatMap(({ cells }) => cells.map((cell) => cell?.rag)));
  const named = RAGS.filter((rag) => used.has(rag) || !HALVES.includes(rag));
  return [...named.map((rag) => `${STATUSES[rag].letter} ${STATUSES[rag].word}`), `${UNREADABLE.letter} not read`].join(
    ", ",
  );
}

interface Strip {
  /** The first period that is shown. */
  readonly from: number;
  readonly labels: readonly string[];
  readonly absent: string;
}

function trackLines(track: TrackHistory, { from, labels, absent }: Strip, { colours, width }: Look): string[] {
  const cells = track.cells.slice(from).map((cell) => paintCell(cell, absent, colours));
  const before = INDENT.length + NUMBER_WIDTH + CELL_WIDTH * cells.length;
  const [first = "", ...rest] = wrap(printable(track.title ?? "(title not read)"), Math.max(1, width - before));
  const number = printable(track.number ?? "-").padEnd(NUMBER_WIDTH - 1);
  const blank = " ".repeat(before);
  return [
    `${INDENT}${number} ${cells.join("")}${first}`,
    ...rest.map((line) => blank + line),
    ...numberLines(track, width, colours),
    ...track.changes
      .filter(({ rule }) => rule !== RENUMBERED)
      .flatMap((change) => changeLines(change, labels, width, colours)),
  ];
}

function paintCell(cell: HistoryCell | null, absent: string, colours: Colours): string {
  if (cell === null) return ` ${colours.dim(absent)}  `;
  if (cell.rag === null) return ` ${UNREADABLE.letter}  `;
  const { letter, terminal } = STATUSES[cell.rag];
  return `${colours[terminal.background](colours[terminal.onBackground](` ${letter}`.padEnd(LIGHT_WIDTH)))} `;
}

/** One line with all the numbers that a deliverable had, if they differ. */
function numberLines({ cells, changes }: TrackHistory, width: number, colours: Colours): string[] {
  if (!changes.some(({ rule }) => rule === RENUMBERED)) return [];
  const numbers = cells.flatMap((cell) => (cell === null ? [] : printable(cell.number ?? "none")));
  return below(`numbered ${numbers.join(", ")}`, width, colours.dim);
}

function changeLines(change: HistoryChange, labels: readonly string[], width: number, colours: Colours): string[] {
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: colours.red,
    warning: colours.yellow,
    info: colours.dim,
  };
  const text = `${labels[change.periodIndex] ?? ""} ${change.rule}: ${printable(change.message)}`;
  return below(text, width, paint[change.severity]);
}

/** Lines under a title; the first one is indented less than the rest. */
function below(text: string, width: number, paint: (text: string) => string): string[] {
  const indent = INDENT + " ".repeat(NUMBER_WIDTH);
  return wrap(text, Math.max(1, width - indent.length - INDENT.length)).map(
    (line, index) => indent + (index === 0 ? "" : INDENT) + paint(line),
  );
}

/** "Q2" of "Q2 2019-20"; "09" of "2019-09". */
function shortLabel(label: string): string {
  return /^Q\d/.test(label) ? label.slice(0, 2) : label.slice(-2);
}
