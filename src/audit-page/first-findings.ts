/** The findings to look at first. In: some, from the worst. Out: a list of links to them. */
import type { Severity } from "../schema/values.js";
import { findingAnchor } from "./finding.js";
import { type Hole, html } from "./markup.js";

export interface NamedFinding {
  /** Of the finding in the whole page. */
  readonly index: number;
  readonly severity: Severity;
  readonly message: string;
  /** Of its report. */
  readonly name: string;
}

/** @param total number of findings in the page; where these are all there are, nothing is rendered */
export function renderFirstFindings(worst: readonly NamedFinding[], total: number): Hole {
  if (total <= worst.length) return null;
  return html`<section aria-labelledby="first-title">
<h2 id="first-title">To look at first</h2>
<ol class="first">${worst.map(({ index, severity, message, name }) => html`<li><span class="badge ${severity}">${severity}</span> <a href="#${findingAnchor(index)}">F${index}</a> ${message} <span class="note">${name}</span></li>\n`)}</ol>
</section>
`;
}
