/**
 * What persons decided about findings. In: dispositions. Out: one as a sentence below its finding; and all of them for the page's script,
 * with the bar in which new ones are collected and saved. The script adds the buttons, so that without it there are none.
 */
import { DISPOSITION_COLUMNS, type Disposition } from "../schema/disposition.js";
import { type Hole, html, Markup } from "./markup.js";

/** "accepted (J. Ogden, 2024-03-31): seen on page 2". */
export function renderDisposition(made: Disposition | null): Markup {
  if (made === null) return html`<p class="decided"></p>`;
  const { disposition, by, date, note } = made;
  return html`<p class="decided"><span class="badge ${disposition}">${disposition}</span> ${by}, ${date}${note === "" ? "" : `: ${note}`}</p>`;
}

/** @param all every disposition that was given, stale ones too: the file that is saved has them again */
export function renderDecisions(all: readonly Disposition[]): Hole {
  const records = all.map((made) => DISPOSITION_COLUMNS.map((name) => made[name]));
  // "<" would end the element.
  const json = JSON.stringify(records).replaceAll("<", "\\u003c");
  return html`<script type="application/json" id="decided">${new Markup(json)}</script>
<form id="decisions" aria-label="Save what you decided" hidden>
<label>Your name <input type="text" name="by" autocomplete="name"></label>
<button type="submit">Save dispositions.csv</button>
<p id="unsaved" role="status"></p>
</form>
`;
}
