/** A run's tally to the lines of its summary: figures first, then what to look at, then where the files lie. */
import { DATASET_FILE, type StatedCount } from "../index.js";
import { count, figure, printable, renderTable } from "./render.js";
import { LISTED, type ReportVerdicts, type Tally } from "./tally.js";
import type { Colours, Terminal } from "./terminal.js";

type Look = Pick<Terminal, "colours" | "width">;

const SEPARATOR = " · ";

export function renderSummary(tally: Tally, out: string, formats: readonly string[], look: Look): string {
  const { colours, width } = look;
  const asCsv = formats.includes("csv");
  const sections = [
    renderTable(figureRows(tally, colours), { width, align: ["left", "right"] }),
    renderVerdicts(tally, colours, width, asCsv ? "stated_counts.csv" : DATASET_FILE),
    renderFailures(tally, colours, width, asCsv ? "files.csv" : DATASET_FILE),
    [`Written to ${out}: ${formats.map((format) => WRITTEN[format] ?? format).join(", ")}, run.json`],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

const WRITTEN: Readonly<Record<string, string>> = { csv: "a CSV file for each table", json: "dataset.json" };

function figureRows(tally: Tally, colours: Colours): string[][] {
  const { outcomes, statuses, findings } = tally;
  const paint: Readonly<Record<string, (text: string) => string>> = {
    failed: colours.red,
    green: colours.green,
    amber: colours.yellow,
    red: colours.red,
    blue: colours.blue,
    error: colours.red,
    warning: colours.yellow,
  };
  const parts = (figures: Readonly<Record<string, number>>) =>
    Object.entries(figures)
      .filter(([, number]) => number > 0)
      .map(([name, number]) => `${name.replace("-", " ")} ${(paint[name] ?? String)(figure(number))}`);
  const repeated = tally.repeatedCount > 0 ? [`same content as another ${figure(tally.repeatedCount)}`] : [];
  const findingCount = findings.error + findings.warning + findings.info;
  const row = (name: string, number: number, details: readonly string[]) => [
    colours.bold(name),
    figure(number),
    details.join(SEPARATOR),
  ];
  return [
    row("Files", tally.fileCount, [...parts({ ...outcomes }), ...repeated]),
    row("Reports", tally.reportCount, []),
    row("Deliverables", tally.deliverableCount, parts(statuses)),
    row("Findings", findingCount, parts(findings)),
    row("Rows to review", tally.reviewCount, []),
  ];
}

function renderVerdicts(tally: Tally, colours: Colours, width: number, where: string): string[] {
  if (tally.statingCount === 0) return [];
  const { confirmed, contradicted, undetermined } = tally.verdicts;
  const listed = [...tally.doubted, ...tally.confirmed].slice(0, LISTED);
  if (tally.statingCount <= LISTED) listed.sort((a, b) => (a.reportId < b.reportId ? -1 : 1));
  const head = ["report", "status", "stated", "counted", "verdict"].map(colours.dim);
  const rows = listed.flatMap((report) => verdictRows(report, colours));
  const restCount = tally.statingCount - listed.length;
  return [
    `${colours.bold("Stated against counted")}: ${figure(confirmed)} confirmed, ${figure(contradicted)} contradicted, ` +
      `${figure(undetermined)} undetermined`,
    ...renderTable([head, ...rows], { width, indent: 2 }),
    ...moreLine(restCount, "more report", where),
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

/** "15/15 (100%)", "8 (57%)", "57%", as far as the report states it. */
export function renderStated({ stated_count, stated_total, stated_percent }: StatedCount): string {
  const total = stated_total === null ? "" : `/${stated_total}`;
  const figures = stated_count === null ? "" : `${stated_count}${total}`;
  if (stated_percent === null) return figures;
  return figures === "" ? `${stated_percent}%` : `${figures} (${stated_percent}%)`;
}

/** "12/15", or "12 to 15/15" where some status is unreadable. */
export function renderCounted({ counted_min, counted_max, counted_total }: StatedCount): string {
  const range = counted_min === counted_max ? `${counted_min}` : `${counted_min} to ${counted_max}`;
  return `${range}/${counted_total}`;
}

/** @param where names the file that lists them all; null where none does */
export function renderFailures(tally: Tally, colours: Colours, width: number, where: string | null = null): string[] {
  const failedCount = tally.outcomes.failed;
  if (failedCount === 0) return [];
  const rows = tally.failures.map(({ source_file, error_code, message }) => [
    printable(source_file),
    colours.red(error_code ?? "FAILED"),
    printable(message ?? ""),
  ]);
  return [
    `${colours.bold("Not read")}: ${count(failedCount, "file")}`,
    ...renderTable(rows, { width, indent: 2 }),
    ...moreLine(failedCount - rows.length, "more file", where),
  ];
}

function moreLine(restCount: number, what: string, where: string | null): string[] {
  if (restCount === 0) return [];
  return [`  … and ${count(restCount, what)}${where === null ? "" : `; see ${where}`}`];
}
