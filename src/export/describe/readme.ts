/** `README.md` of a dataset, for a person who finds the folder: what it contains, how it was made, what is doubtful, how to cite it. */
import { SCHEMA_VERSION } from "../../schema/dataset.js";
import { STATUSES_AND_NONE } from "../../schema/statuses.js";
import { TABLE_FACTS } from "../../schema/table-facts.js";
import type { TableName } from "../../schema/tables.js";
import { COLUMNS, type Column, TABLE_NAMES } from "../columns.js";
import { type Format, OUTPUT_FORMATS } from "../formats/output-formats.js";
import { WIDE_ROW, WIDE_TABLE } from "../status-wide.js";
import { VERSION } from "../version.js";
import { type About, type ContentFigures, DEFAULT_TITLE } from "./about.js";
import { markdownTable, plainMarkdown } from "./markdown.js";

export const README_FILE = "README.md";

export interface Described {
  readonly about: About;
  readonly formats: readonly Format[];
  readonly figures: ContentFigures;
  readonly counts: Readonly<Record<TableName, number>>;
  /** Columns of the table of statuses by period, which depend on the data. */
  readonly wide: readonly Column[];
}

export function datasetReadme({ about, formats, figures, counts, wide }: Described): string {
  const sections = [
    `# ${plainMarkdown(about.title ?? DEFAULT_TITLE)}`,
    contents(figures, counts),
    markdownTable(
      ["table", "rows", "one row per"],
      TABLE_NAMES.map((name) => [name, String(counts[name]), TABLE_FACTS[name].row]),
    ),
    `Files: ${formats.map((format) => OUTPUT_FORMATS[format].summary).join(", ")}; \`datapackage.json\` describes tables and columns for programs, \`run.json\` how the dataset was made.`,
    "## Method",
    `ragtally ${VERSION} read the documents that the table \`files\` names, with their SHA-256. Every value has its place there: file, page or line, and box on the page. What was repaired says so in \`repairs\`, with what was printed. What could not be read is empty (null), with the reason in \`review_reasons\`.`,
    "## What is doubtful",
    doubts(figures, counts),
    "## Licence and citation",
    `${about.licence === null ? "No licence was named when this dataset was made: ask its compiler." : `Licence: ${plainMarkdown(about.licence)}.`} \`CITATION.cff\` says how to cite it.`,
    `## Tables and columns`,
    `Schema ${SCHEMA_VERSION}. In CSV, lists are separated by semicolons, and objects and places are JSON; an apostrophe before text that begins with =, +, - or @ keeps spreadsheets from running it.`,
    ...TABLE_NAMES.flatMap(columnsOf),
    `### ${WIDE_TABLE}`,
    `One row per ${WIDE_ROW}. It is not in \`dataset.json\`. Key: track_id.`,
    columnTable(wide),
  ];
  return `${sections.join("\n\n")}\n`;
}

function contents({ plans, first, last, outcomes }: ContentFigures, counts: Described["counts"]): string {
  const files = Object.entries(outcomes)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`);
  const period = first === null || last === null ? "" : `, from ${first} to ${last}`;
  return `${counts.reports} reports of ${plans.size} plans${period}, with ${counts.deliverables} numbered rows and ${counts.updates} dated updates, from ${counts.files} files (${files.join(", ")}).`;
}

function doubts(
  { statuses, reviewed, stated, contradicted, outcomes }: ContentFigures,
  counts: Described["counts"],
): string {
  const rows = STATUSES_AND_NONE.map((status) => [status, String(statuses[status])]);
  return [
    `- ${reviewed} of ${counts.deliverables} rows have a reason to be checked by a person.`,
    `- ${statuses.unreadable} rows have no readable status.`,
    `- ${contradicted} of ${stated} counts that the reports state are contradicted by their rows; the table \`findings\` has ${counts.findings} findings.`,
    `- ${outcomes.failed} files could not be read, and ${outcomes["needs-ocr"]} have pages that are only pictures; the table \`files\` says which and why.`,
    "",
    markdownTable(["status", "rows"], rows),
  ].join("\n");
}

function columnsOf(name: TableName): string[] {
  const { primary, foreign } = TABLE_FACTS[name];
  const keys = [
    ...(primary.length === 0 ? [] : [`Key: ${primary.join(" and ")}.`]),
    ...foreign.map(({ column, table: other, its }) => `${column} refers to ${other}.${its}.`),
  ];
  return [`### ${name}`, ...(keys.length === 0 ? [] : [keys.join(" ")]), columnTable(COLUMNS[name])];
}

function columnTable(columns: readonly Column[]): string {
  const rows = columns.map(({ name, type, nullable, description }) => [
    name,
    nullable ? `${type}, or null` : type,
    description,
  ]);
  return markdownTable(["column", "type", "meaning"], rows);
}
