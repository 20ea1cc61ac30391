/** `ragtally compare`: prints what is different between two datasets, as text or as JSON. */
import { Command } from "commander";
import {
  compareDatasets,
  type DatasetChanges,
  type FieldChange,
  isDifferent,
  type ReportChange,
  type RowName,
  readDataset,
} from "../internal.js";
import { EXIT, type ExitCode } from "./exit.js";
import { count, printable, renderTable } from "./render.js";
import type { Terminal } from "./terminal.js";

interface CompareFlags {
  readonly json?: true;
  readonly failOnChange?: true;
}

/** Characters of a value that a line shows. */
const SHOWN = 60;

export function compareCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("compare")
    .description("print what is different between two datasets: files, reports, rows and fields")
    .argument("<old>", "a folder that `ragtally ingest` wrote")
    .argument("<new>", "another, of the same documents")
    .option("--json", "JSON, with every value in full")
    .option("--fail-on-change", "exit with code 1 if anything is different")
    .action(async (old: string, now: string, flags: CompareFlags) => {
      const changes = compareDatasets(await readDataset(old), await readDataset(now));
      terminal.print(flags.json ? JSON.stringify(changes, null, 2) : renderChanges(changes, terminal));
      end(flags.failOnChange && isDifferent(changes) ? EXIT.findings : EXIT.done);
    });
}

function renderChanges(changes: DatasetChanges, terminal: Terminal): string {
  const { files_changed, reports_changed } = changes;
  const { colours, width } = terminal;
  const named = [
    ...changes.files_added.map((file) => ["file added", printable(file)]),
    ...changes.files_removed.map((file) => ["file removed", printable(file)]),
    ...changes.reports_added.map((report) => ["report added", placeOf(report)]),
    ...changes.reports_removed.map((report) => ["report removed", placeOf(report)]),
  ];
  const sections = [
    renderTable(named, { width }),
    ...files_changed.map(({ source_file, fields }) => [
      colours.bold(printable(source_file)),
      ...renderTable(fieldRows("file", fields), { width, indent: 2 }),
    ]),
    ...reports_changed.map((report) => [
      colours.bold(placeOf(report)),
      ...renderTable(rowsOf(report), { width, indent: 2 }),
    ]),
  ].filter((lines) => lines.length > 0);
  return [...sections.flatMap((lines) => [...lines, ""]), totals(changes)].join("\n");
}

const placeOf = ({ source_file, page }: { source_file: string; page: number | null }): string =>
  printable(source_file) + (page === null ? "" : `, page ${page}`);

const rowsOf = ({ fields, rows_added, rows_removed, rows_changed }: ReportChange): string[][] => [
  ...fieldRows("report", fields),
  ...rows_changed.flatMap((row) => fieldRows(rowName(row), row.fields)),
  ...rows_added.map((row) => [rowName(row), "row added", shown(row.title)]),
  ...rows_removed.map((row) => [rowName(row), "row removed", shown(row.title)]),
];

const rowName = ({ number }: RowName): string =>
  number === null ? "row without a number" : `row ${printable(number)}`;

const fieldRows = (what: string, fields: readonly FieldChange[]): string[][] =>
  fields.map(({ field, before, after }) => [what, field, `${shown(before)} → ${shown(after)}`]);

function shown(value: unknown): string {
  if (value === null || value === "") return "–";
  const text = printable(typeof value === "string" ? value : JSON.stringify(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}

function totals({ reports_changed, reports_added, reports_removed, ...files }: DatasetChanges): string {
  const sum = (list: (report: ReportChange) => readonly unknown[]): number =>
    reports_changed.reduce((total, report) => total + list(report).length, 0);
  const parts = [
    [files.files_added.length + files.files_removed.length + files.files_changed.length, "file"],
    [reports_added.length + reports_removed.length + reports_changed.length, "report"],
    [sum(({ rows_changed }) => rows_changed), "row"],
  ] as const;
  const [added, removed] = [sum(({ rows_added }) => rows_added), sum(({ rows_removed }) => rows_removed)];
  const named = parts.filter(([number]) => number > 0).map(([number, what]) => count(number, what));
  if (named.length === 0) return "Nothing is different.";
  return `Different: ${named.join(", ")}; ${count(added, "row")} added, ${count(removed, "row")} removed.`;
}
