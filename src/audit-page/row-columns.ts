/**
 * A row's further cells. In: the row. Out: a list of its status columns where there are several, and of the columns that have no
 * field of their own, each with its heading; nothing where it has neither.
 */
import type { Deliverable } from "../schema/dataset.js";
import { type Hole, html, type Markup } from "./markup.js";

/** Characters of a cell, and cells, that are shown: the dataset has all. */
const LONGEST_CELL = 160;
const MOST_CELLS = 12;

export function renderColumns({ statuses, other_columns }: Deliverable): Hole {
  const cells = [
    ...statuses.map(({ heading, raw, rag, chosen }) => entry(heading, statusText(raw, rag, chosen))),
    ...other_columns.map(({ heading, text }) => entry(heading, shortened(text))),
  ];
  if (cells.length === 0) return null;
  const left = cells.length - MOST_CELLS;
  const rest = left > 0 ? html`<div><dt>…</dt><dd>${left} more in the dataset</dd></div>` : null;
  return html`<dl class="facts columns">${cells.slice(0, MOST_CELLS)}${rest}</dl>
`;
}

const entry = (heading: string, text: string): Markup =>
  html`<div><dt>${heading === "" ? "(no heading)" : shortened(heading)}</dt><dd>${text}</dd></div>`;

/** "A/G (amber-green), the row's status". */
function statusText(raw: string | null, rag: string | null, chosen: boolean): string {
  const printed = raw === null ? (rag ?? "nothing printed") : `${shortened(raw)}${rag === null ? "" : ` (${rag})`}`;
  return chosen ? `${printed}, the row’s status` : printed;
}

const shortened = (text: string): string => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text);
