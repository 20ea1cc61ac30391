/**
 * The history of one plan and theme. In: the history, and the anchors of its reports and findings in the page. Out: a
 * section with tables of a few periods each, so that they fit paper: one cell per period with colour, letter and words, and
 * below each deliverable what changed.
 */
import type { HistoryCell, HistoryChange, PlanHistory, TrackHistory } from "../model/history.js";
import { RAGS, STATUSES, UNREADABLE } from "../schema/statuses.js";
import { type Hole, html, type Markup } from "./markup.js";
import { planText, themeText } from "./report-section.js";

export interface StripLinks {
  /** Anchors in the page; null if it has no such element. */
  readonly reportOf: (periodIndex: number) => string | null;
  readonly findingOf: (change: HistoryChange) => string | null;
  /** Draws the shares of statuses in some periods. @param id distinct in the page @param to exclusive */
  readonly sharesOf: (id: string, from: number, to: number) => Markup;
}

/** Periods in one table: two years of quarters. */
const BAND = 8;
const RENUMBERED = "deliverable-renumbered";

interface Band {
  readonly plan: PlanHistory;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly links: StripLinks;
}

/** @param index 1-based number of the plan among those shown */
export function renderStrips(plan: PlanHistory, index: number, links: StripLinks): Markup {
  const { periods } = plan;
  const id = `history-${index}`;
  const named = { ...plan, report_id: periods[0]?.report_id ?? "" };
  const name = [planText(named), themeText(named)].filter((part) => part !== "").join(" · ");
  const bands: Markup[] = [];
  for (let from = 0; from < periods.length; from += BAND) {
    const band = { plan, from, to: Math.min(from + BAND, periods.length), links };
    bands.push(renderBand(band, id));
  }
  return html`<section aria-labelledby="${id}-title">
<h3 id="${id}-title">${name}</h3>
${bands}</section>
`;
}

function renderBand(band: Band, id: string): Markup {
  const { plan, from, to, links } = band;
  const shown = plan.periods.slice(from, to);
  const headings = shown.map(({ label }, at) => {
    const anchor = links.reportOf(from + at);
    const parts = label.split(" ").map((part, turn) => html`${turn === 0 ? "" : " "}<span>${part}</span>`);
    const text = anchor === null ? html`${parts}` : html`<a href="#${anchor}">${parts}</a>`;
    return html`<th scope="col" class="period">${text}</th>`;
  });
  const [first, last] = [shown[0]?.label ?? "", shown.at(-1)?.label ?? ""];
  const which = first === last ? first : `${first} to ${last}`;
  const part = plan.periods.length > BAND ? `${which}, reports ${from + 1} to ${to} of ${plan.periods.length}` : which;
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-title ${id}-${from}">
${links.sharesOf(`${id}-${from}-shares`, from, to)}<table class="strip"><caption id="${id}-${from}">${part}</caption>
<thead><tr><th scope="col" class="number">No</th><th scope="col" class="title">Deliverable</th>${headings}</tr></thead>
${plan.tracks.map((track) => renderTrack(track, band))}</table></div>
`;
}

/** A deliverable's rows; null if it is in none of the periods and nothing changed in them. */
function renderTrack(track: TrackHistory, { plan, from, to, links }: Band): Hole {
  const cells = track.cells.slice(from, to);
  const changes = track.changes.filter(({ periodIndex }) => periodIndex >= from && periodIndex < to);
  if (changes.length === 0 && cells.every((cell) => cell === null)) return null;
  const items = [
    ...renumbered(cells, changes, from, links),
    ...changes.flatMap((one) => renderChange(one, plan, links)),
  ];
  const below =
    items.length === 0
      ? null
      : html`<tr><td colspan="${cells.length + 2}"><ul class="changes">${items}</ul></td></tr>
`;
  return html`<tbody><tr><td class="number">${track.number ?? "–"}</td><th scope="row" class="title">${track.title ?? "(title not read)"}</th>${cells.map(renderCell)}</tr>
${below}</tbody>
`;
}

function renderCell(cell: HistoryCell | null): Markup {
  return html`<td class="period">${cell === null ? ABSENT : renderLight(cell.rag)}</td>`;
}

const light = (kind: string, sign: string, words: string): Markup =>
  html`<span class="light ${kind}"><span aria-hidden="true">${sign}</span><span class="unseen">${words}</span></span>`;

const ABSENT = light("absent", "·", "not in the report");

const renderLight = (rag: HistoryCell["rag"]): Markup =>
  rag === null
    ? light("unreadable", UNREADABLE.letter, UNREADABLE.word)
    : light(rag, STATUSES[rag].letter, STATUSES[rag].word);

/** One line with all the numbers that a deliverable had, if they differ. */
function renumbered(
  cells: readonly (HistoryCell | null)[],
  changes: readonly HistoryChange[],
  from: number,
  { findingOf }: StripLinks,
): Markup[] {
  const own = changes.filter(({ rule }) => rule === RENUMBERED);
  if (own.length === 0) return [];
  const found = new Map(own.map((change) => [change.periodIndex, findingOf(change)]));
  const numbers = cells.flatMap((cell, at) => {
    if (cell === null) return [];
    const anchor = found.get(from + at) ?? null;
    const number = cell.number ?? "none";
    return [anchor === null ? html`${number}` : html`<a href="#${anchor}">${number}</a>`];
  });
  return [html`<li>numbered ${numbers.map((number, at) => (at === 0 ? number : html`, ${number}`))}</li>`];
}

function renderChange(change: HistoryChange, { periods }: PlanHistory, { findingOf }: StripLinks): Markup[] {
  const { rule, severity, message, periodIndex } = change;
  if (rule === RENUMBERED) return [];
  const anchor = findingOf(change);
  const name = anchor === null ? rule : html`<a href="#${anchor}">${rule}</a>`;
  return [
    html`<li><span class="badge ${severity}">${severity}</span>${periods[periodIndex]?.label ?? ""} ${name}: ${message}</li>`,
  ];
}

/** The history of all plans; null if there is none. @param left number of plans left out because of the limit */
export function renderHistory(strips: readonly Markup[], left: number): Hole {
  if (strips.length + left === 0) return null;
  const legend = [
    ...RAGS.map((rag) => [rag, STATUSES[rag].letter, STATUSES[rag].word] as const),
    ["unreadable", UNREADABLE.letter, UNREADABLE.word] as const,
    ["absent", "·", "not in the report"] as const,
  ].map(
    ([kind, sign, name]) =>
      html`<li><span class="light ${kind}" aria-hidden="true">${sign}</span> <span class="unseen">${sign}: </span>${name}</li>`,
  );
  const rest =
    left === 0
      ? null
      : html`<p>${left} more ${left === 1 ? "plan or theme is" : "plans and themes are"} left out, over the page’s limit; <code>ragtally history</code> shows them.</p>`;
  return html`<section id="history" aria-labelledby="history-title">
<h2 id="history-title">Deliverables through the reports</h2>
<ul class="legend" aria-label="Letters">${legend}</ul>
${strips}${rest}</section>
`;
}
