/**
 * A report's scale as it was understood. In: the report. Out: a table of its status labels, each with what the key says of it, what it
 * was taken for and by what, so that a person sees a wrong meaning at once; nothing where no label is printed.
 */
import type { Report, ScaleLabel } from "../schema/dataset.js";
import { type Hole, html, type Markup } from "./markup.js";

/** Labels, and characters of a meaning, that are shown: the dataset has all. */
const MOST_LABELS = 24;
const LONGEST_MEANING = 160;

const DEFINED_BY: Readonly<Record<"key" | "counts" | "profile" | "nothing", string>> = {
  key: "the report’s key",
  counts: "its stated counts",
  profile: "the profile: the key says nothing of it",
  nothing: "nothing: it is kept as printed",
};

const COLUMNS = ["Label", "Its key says", "Taken for", "By", "Rows that print it"] as const;

export function renderScale({ scale }: Pick<Report, "scale">, anchor: string): Hole {
  if (scale.length === 0) return null;
  const left = scale.length - MOST_LABELS;
  const rest = left > 0 ? html`<p>${left} more labels are in the dataset.</p>` : null;
  return html`<h3 id="${anchor}-scale">What its status labels were taken for</h3>
<table class="cards scale" role="table" aria-labelledby="${anchor}-scale">
<thead role="rowgroup"><tr role="row">${COLUMNS.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
<tbody role="rowgroup">
${scale.slice(0, MOST_LABELS).map(row)}</tbody></table>${rest}
`;
}

function row({ label, meaning, rag, defined_by, row_count }: ScaleLabel): Markup {
  const cells = [meaning ?? "", rag ?? "no status", DEFINED_BY[defined_by ?? "nothing"], String(row_count)];
  return html`<tr role="row"><th role="rowheader" scope="row">${label === "" ? "(a colour)" : label}</th>${cells.map(
    (text, at) => html`<td role="cell" data-label="${COLUMNS[at + 1] ?? ""}">${shortened(text)}</td>`,
  )}</tr>
`;
}

const shortened = (text: string): string =>
  text.length > LONGEST_MEANING ? `${text.slice(0, LONGEST_MEANING)}…` : text;
