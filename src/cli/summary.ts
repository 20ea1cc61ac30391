/** The summary of a run. In: its tally. Out: lines with the figures, then what needs attention, then the files written. */
import {
  type Addition,
  type Format,
  type FormerRun,
  OUTPUT_FORMATS,
  RAGS,
  type Rag,
  RUN_FILE,
  type SettledCorrections,
  STATUSES,
  VERSION,
} from "../internal.js";
import type { Concern } from "./concerns.js";
import { correctionRow, renderUnapplied } from "./corrections.js";
import { count, figure, moreLine, printable, renderTable, shellPath } from "./render.js";
import type { Tally } from "./tally.js";
import type { Colours, Terminal } from "./terminal.js";
import { renderCounted, renderStated, renderVerdicts } from "./verdicts.js";

type Look = Pick<Terminal, "colours" | "width">;

const SEPARATOR = " · ";
/** Changed files that are named. */
const NAMED = 5;

export interface SummaryScope {
  readonly out: string;
  /** In the order of `FORMATS`; at least one. */
  readonly formats: readonly Format[];
  /** Whether reports with a later version were left out. */
  readonly latest: boolean;
  /** Null if none were given. */
  readonly corrections: SettledCorrections | null;
  /** Number of hidden and system files that were left out. */
  readonly hiddenCount: number;
  /** Whether the output was up to date and not written again. */
  readonly isUnchanged: boolean;
  /** The run whose output was in the folder; null if there was none. */
  readonly former: FormerRun | null;
  /** What became of that output's files, if they were kept. */
  readonly addition: Addition | null;
}

export function renderSummary(tally: Tally, scope: SummaryScope, look: Look): string {
  const { out, formats, latest, corrections, hiddenCount, isUnchanged } = scope;
  const { colours, width } = look;
  const { fileOf } = OUTPUT_FORMATS[formats[0] ?? "json"];
  const written = [...formats.map((format) => OUTPUT_FORMATS[format].summary), RUN_FILE].join(", ");
  const sections = [
    renderTable([...figureRows(tally, latest, colours), ...correctionRow(corrections, colours)], {
      width,
      align: ["left", "right"],
    }),
    renderVerdicts(tally.stated, colours, width, fileOf("stated_counts")),
    renderConcerns(tally, look, fileOf("findings")),
    renderWithout(tally, colours, width, fileOf("files")),
    renderFailures(tally, colours, width, fileOf("files")),
    hiddenCount === 0 ? [] : [`${colours.bold("Left out")}: ${count(hiddenCount, "hidden or system file")}`],
    corrections === null ? [] : renderUnapplied(corrections, colours, width),
    isUnchanged ? [] : renderFormer(scope, look),
    renderTable(
      [
        [
          `${isUnchanged ? "Nothing has changed since the last run; the output is still in" : "Written to"} ${printable(out)}:`,
          written,
        ],
      ],
      { width },
    ),
    tally.reportCount > 0 && formats.includes("json") ? renderNext(out, look) : [],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** What happened to the output that was in the folder. */
function renderFormer({ former, addition }: SummaryScope, { colours, width }: Look): string[] {
  if (former === null) return [];
  if (addition === null) return [`${colours.bold("Replaced")}: ${formerText(former)}`];
  const { added, changed, unchanged, unread, kept } = addition;
  const rows = [
    ["new", count(added, "file")],
    ["changed", changed.length === 0 ? "0 files" : `${count(changed.length, "file")}: ${namesText(changed)}`],
    ["read again, the same", count(unchanged, "file")],
    ...(unread.length === 0
      ? []
      : [["could not be read now, kept as before", `${count(unread.length, "file")}: ${namesText(unread)}`]]),
    ["kept without being read", count(kept, "file")],
  ];
  const other = former.version === VERSION ? "" : `, which ragtally ${former.version} read`;
  return [`${colours.bold("Added")} to ${formerText(former)}${other}`, ...renderTable(rows, { width, indent: 2 })];
}

/** "the earlier dataset of 12 files, 11 reports and 130 rows". */
export function formerText({ counts }: FormerRun): string {
  const { files, reports, deliverables } = counts;
  return `the earlier dataset of ${count(files, "file")}, ${count(reports, "report")} and ${count(deliverables, "row")}`;
}

/** The first names, and how many more there are. */
export function namesText(files: readonly string[]): string {
  const rest = files.length > NAMED ? ` and ${files.length - NAMED} more` : "";
  return `${files.slice(0, NAMED).map(printable).join(", ")}${rest}`;
}

/** The commands that people use next. They read `dataset.json`. */
function renderNext(out: string, { colours, width }: Look): string[] {
  const folder = shellPath(printable(out));
  const rows = [
    [`ragtally audit ${folder}`, "the findings; with --html audit.html as one page to sign"],
    [`ragtally history ${folder}`, "each row's status from report to report"],
    ["ragtally explain", "what a rule or a reason means"],
  ];
  return [colours.bold("Next"), ...renderTable(rows, { width, indent: 2 })];
}

function paintOf(rag: Rag, colours: Colours): (text: string) => string {
  const { text } = STATUSES[rag].terminal;
  return text === null ? String : colours[text];
}

function figureRows(tally: Tally, latest: boolean, colours: Colours): string[][] {
  const { outcomes, statuses, findings } = tally;
  const paint: Readonly<Record<string, (text: string) => string>> = {
    failed: colours.red,
    ...Object.fromEntries(RAGS.map((rag) => [rag, paintOf(rag, colours)])),
    error: colours.red,
    warning: colours.yellow,
  };
  const parts = (figures: Readonly<Record<string, number>>) =>
    Object.entries(figures)
      .filter(([, number]) => number > 0)
      .map(
        ([name, number]) =>
          `${RAGS.some((rag) => rag === name) ? name : name.replace("-", " ")} ${(paint[name] ?? String)(figure(number))}`,
      );
  const repeated = tally.repeatedCount > 0 ? [`same content as another ${figure(tally.repeatedCount)}`] : [];
  const followed = tally.followedCount > 0 ? [`through several reports ${figure(tally.followedCount)}`] : [];
  const laterWord = latest ? "left out for a later version" : "with a later version";
  const superseded = tally.supersededCount > 0 ? [`${laterWord} ${figure(tally.supersededCount)}`] : [];
  const findingCount = findings.error + findings.warning + findings.info;
  const row = (name: string, number: number, details: readonly string[]) => [
    colours.bold(name),
    figure(number),
    details.join(SEPARATOR),
  ];
  return [
    row("Files", tally.fileCount, [...parts({ ...outcomes }), ...repeated]),
    row("Reports", tally.reportCount, superseded),
    row("Deliverables", tally.deliverableCount, parts(statuses)),
    row("Tracks", tally.trackCount, followed),
    row("Findings", findingCount, parts(findings)),
    row("Rows to review", tally.reviewCount, []),
  ];
}

/** Reports that need attention, the worst first. @param where the file that lists all findings; null if there is none */
export function renderConcerns(tally: Tally, { colours, width }: Look, where: string | null = null): string[] {
  const { worst, concernCount, reportCount } = tally;
  if (concernCount === 0) return [];
  const rows = worst.map((concern) => [placeText(concern), concernText(concern, colours)]);
  return [
    `${colours.bold("To look at first")}: ${figure(concernCount)} of ${count(reportCount, "report")}${concernCount > 1 ? ", the worst first" : ""}`,
    ...renderTable(rows, { width, indent: 2 }),
    ...moreLine(concernCount - worst.length, "more report", where),
  ];
}

/** "pack.pdf, page 12": a file may hold several reports. */
function placeText({ sourceFile, page, line }: Concern): string {
  const place = page === null ? (line === null ? "" : `, line ${line}`) : `, page ${page}`;
  return printable(sourceFile) + place;
}

/** "2 counts contradicted (green 6/9, counted 5/9; amber 2/9, counted 3/9), 1 error (percent-mismatch)". */
function concernText(
  { contradicted, named, errors, errorRules, unreadable, undetermined }: Concern,
  colours: Colours,
): string {
  const figures = named.map(
    (stated) => `${stated.rag ?? printable(stated.label)} ${renderStated(stated)}, counted ${renderCounted(stated)}`,
  );
  if (contradicted > named.length) figures.push("…");
  const rules = Object.entries(errorRules).map(([rule, number]) => (number === 1 ? rule : `${number} ${rule}`));
  const parts = [
    contradicted === 0 ? "" : `${colours.red(`${count(contradicted, "count")} contradicted`)} (${figures.join("; ")})`,
    errors === 0 ? "" : `${colours.red(count(errors, "error"))} (${rules.join(", ")})`,
    unreadable === 0 ? "" : colours.yellow(`${count(unreadable, "status", "statuses")} unreadable`),
    undetermined === 0 ? "" : colours.yellow(`${count(undetermined, "count")} undetermined`),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function renderWithout(tally: Tally, colours: Colours, width: number, where: string): string[] {
  const { outcomes, without } = tally;
  const fileCount = outcomes["no-report"] + outcomes["needs-ocr"];
  if (fileCount === 0) return [];
  const rows = without.map(({ source_file, message }) => [printable(source_file), printable(message ?? "")]);
  return [
    `${colours.bold("Without a report")}: ${count(fileCount, "file")}`,
    ...renderTable(rows, { width, indent: 2 }),
    ...moreLine(fileCount - rows.length, "more file", where),
  ];
}

/** @param where the file that lists them all; null if there is none */
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
