/**
 * Stated counts compared with the counted rows. In: reports, one at a time. Out: the lines of a table with the verdicts for
 * the first reports, those with unconfirmed counts before the others.
 */
import { rangeText, type StatedCount } from "../internal.js";
import { figure, moreLine, printable, renderTable } from "./render.js";
import type { Colours } from "./terminal.js";

/** Reports that the table lists; the rest are counted. */
const LISTED = 20;

export interface ReportVerdicts {
  readonly reportId: string;
  readonly counts: readonly StatedCount[];
}

/** Short lists, however many reports there are. */
export interface VerdictTally {
  readonly verdicts: Record<StatedCount["verdict"], number>;
  /** Reports that state counts. */
  statingCount: number;
  /** The first reports with a count that is not confirmed, and the first with confirmed counts only. */
  readonly doubted: ReportVerdicts[];
  readonly confirmed: ReportVerdicts[];
}

export function newVerdicts(): VerdictTally {
  return { verdicts: { confirmed: 0, contradicted: 0, undetermined: 0 }, statingCount: 0, doubted: [], confirmed: [] };
}

export function addVerdicts(tally: VerdictTally, report: ReportVerdicts): void {
  if (report.counts.length === 0) return;
  tally.statingCount++;
  for (const { verdict } of report.counts) tally.verdicts[verdict]++;
  const list = report.counts.every(({ verdict }) => verdict === "confirmed") ? tally.confirmed : tally.doubted;
  if (list.length < LISTED) list.push(report);
}

/** @param where the file that lists them all */
export function renderVerdicts(tally: VerdictTally, colours: Colours, width: number, where: string): string[] {
  if (tally.statingCount === 0) return [];
  const { confirmed, contradicted, undetermined } = tally.verdicts;
  const listed = [...tally.doubted, ...tally.confirmed].slice(0, LISTED);
  if (tally.statingCount <= LISTED) listed.sort((a, b) => (a.reportId < b.reportId ? -1 : 1));
  const headings = ["report", "status", "stated", "counted", "verdict"].map(colours.dim);
  const rows = listed.flatMap((report) => verdictRows(report, colours));
  return [
    `${colours.bold("Stated against counted")}: ${figure(confirmed)} confirmed, ${figure(contradicted)} contradicted, ` +
      `${figure(undetermined)} undetermined`,
    ...renderTable([headings, ...rows], { width, indent: 2 }),
    ...moreLine(tally.statingCount - listed.length, "more report", where),
  ];
}

function verdictRows({ reportId, counts }: ReportVerdicts, colours: Colours): string[][] {
  const paint = { confirmed: colours.green, contradicted: colours.red, undetermined: colours.yellow };
  return counts.map((stated, i) => [
    i === 0 ? printable(reportId) : "",
    stated.rag ?? printable(stated.label),
    renderStated(stated),
    renderCounted(stated),
    paint[stated.verdict](stated.verdict),
  ]);
}

/** What the report states: "15/15 (100%)", "8 (57%)" or "57%". */
export function renderStated({ stated_count, stated_total, stated_percent }: StatedCount): string {
  const total = stated_total === null ? "" : `/${stated_total}`;
  const figures = stated_count === null ? "" : `${stated_count}${total}`;
  if (stated_percent === null) return figures;
  return figures === "" ? `${stated_percent}%` : `${figures} (${stated_percent}%)`;
}

/** "12/15", or "12 to 15/15" if it is not certain how many rows have the status; "–" if there are no rows. */
export function renderCounted({ counted_min, counted_max, counted_total }: StatedCount): string {
  return counted_total === 0 ? "–" : `${rangeText({ min: counted_min, max: counted_max })}/${counted_total}`;
}
