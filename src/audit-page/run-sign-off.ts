/**
 * The sign-off of a complete run: what was checked, with what version and settings, and what could not be. In: counts, files
 * and notes. Out: a section with a table of all sources and their hashes.
 */
import type { InputFile } from "../schema/dataset.js";
import { type Hole, html, type Markup } from "./markup.js";

export interface RunSignOff {
  readonly version: string;
  readonly schemaVersion: string;
  readonly profile: string | null;
  /** Number of rules that were applied; null if not known. */
  readonly ruleCount: number | null;
  /** A phrase on which reports could be compared with earlier ones; may be empty. */
  readonly comparing: string;
  /** A phrase on the rules that lacked something; may be empty. */
  readonly lacking: string;
  /** Number of corrections that persons made. */
  readonly corrections: number;
  /** What persons decided about findings, as a phrase; null if no dispositions were given. */
  readonly dispositions: string | null;
  /** Dispositions that are on no finding, and why, a phrase each. */
  readonly stale: readonly string[];
  /** The command's options as pairs of name and value. */
  readonly options: readonly (readonly [name: string, value: string])[];
  readonly counts: {
    readonly files: number;
    readonly reports: number;
    readonly rows: number;
    readonly statedCounts: number;
    readonly findings: number;
  };
  /** What could not be checked, by report: its anchor, its name and the phrases. */
  readonly unchecked: readonly {
    readonly anchor: string;
    readonly name: string;
    readonly phrases: readonly string[];
  }[];
  /** What the page leaves out, such as pictures over the limit. */
  readonly notes: readonly string[];
}

export function renderRunSignOff(signOff: RunSignOff, files: readonly Markup[], unread: readonly InputFile[]): Markup {
  const {
    version,
    schemaVersion,
    profile,
    ruleCount,
    comparing,
    lacking,
    corrections,
    dispositions,
    stale,
    options,
    counts,
    unchecked,
    notes,
  } = signOff;
  const facts: [string, Hole][] = [
    [
      "Checked",
      `${counts.files} files, ${counts.reports} reports, ${counts.rows} rows, ${counts.statedCounts} stated counts`,
    ],
    [
      "Rules",
      ruleCount === null
        ? "those in force when the dataset was written"
        : [String(ruleCount), comparing].filter((part) => part !== "").join("; "),
    ],
    ...(lacking === "" ? [] : [["Not applied", lacking] satisfies [string, Hole]]),
    ["Corrections", corrections === 0 ? "none" : `${corrections}; each report lists its own`],
    ["Findings", dispositions === null ? String(counts.findings) : `${counts.findings}: ${dispositions}`],
    ...(stale.length === 0
      ? []
      : [
          ["Stale dispositions", html`<ul>${stale.map((text) => html`<li>${text}</li>`)}</ul>`] satisfies [
            string,
            Hole,
          ],
        ]),
    ["Version", `ragtally ${version}, dataset schema ${schemaVersion}`],
    ["Profile", profile ?? "that of the dataset when it was written"],
    ...options.map(([name, value]): [string, Hole] => [name, value]),
    ...notes.map((note): [string, Hole] => ["Note", note]),
  ];
  return html`<section id="sign-off" aria-labelledby="sign-off-title">
<h2 id="sign-off-title">Sign-off</h2>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<h3>What could not be checked</h3>
${renderUnchecked(unchecked, unread)}
<h3>Sources</h3>
${renderSources(files)}
<p class="signature">Signed: <span></span> Date: <span></span></p>
</section>
`;
}

/** Sources that are shown from the start. */
const MOST_SOURCES_OPEN = 100;

function renderSources(files: readonly Markup[]): Markup {
  const headings = ["File", "Outcome", "Reports", "Bytes", "SHA-256"];
  const table = html`<table class="cards" role="table" aria-label="Sources">
<thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">
${files}</tbody></table>`;
  if (files.length <= MOST_SOURCES_OPEN) return table;
  return html`<details><summary>${files.length} files with their hashes</summary>
${table}</details>`;
}

function renderUnchecked(unchecked: RunSignOff["unchecked"], unread: readonly InputFile[]): Markup {
  if (unchecked.length + unread.length === 0)
    return html`<p>Nothing: every file was read, and every stated count was confirmed or contradicted.</p>`;
  const files = unread.map(
    ({ source_file, outcome, error_code, message }) =>
      html`<li><strong>${source_file}</strong>: ${error_code ?? outcome}${message === null ? "" : `, ${message}`}</li>\n`,
  );
  const reports = unchecked.map(
    ({ anchor, name, phrases }) => html`<li><a href="#${anchor}">${name}</a>: ${phrases.join("; ")}</li>\n`,
  );
  return html`<ul>${files}${reports}</ul>`;
}

/** One source as a row of the table. */
export function renderSource({
  source_file,
  outcome,
  error_code,
  report_count,
  bytes,
  source_sha256,
}: InputFile): Markup {
  const cells: readonly (readonly [string, Hole])[] = [
    ["Outcome", error_code ?? outcome],
    ["Reports", report_count],
    ["Bytes", bytes ?? "unknown"],
    ["SHA-256", html`<code>${source_sha256 ?? "unknown"}</code>`],
  ];
  return html`<tr role="row"><th role="rowheader" scope="row">${source_file}</th>${cells.map(
    ([label, content]) => html`<td role="cell" data-label="${label}">${content}</td>`,
  )}</tr>
`;
}
