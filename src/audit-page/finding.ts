/** Renders one finding. In: the finding and its evidence. Out: an article with severity, rule, message, place and evidence. */
import type { Finding } from "../schema/dataset.js";
import { type Evidence, renderEvidence } from "./evidence.js";
import { html, type Markup } from "./markup.js";
import { ruleAnchor } from "./rules.js";

/** A sign for each severity, shown besides its colour and name. */
const SIGNS: Readonly<Record<Finding["severity"], string>> = { error: "✕", warning: "!", info: "i" };

export const findingAnchor = (index: number): string => `finding-${index}`;

/** @param index of the finding in the whole page, for its `id` */
export function renderFinding(finding: Finding, evidence: Evidence, index: number): Markup {
  const { severity, rule, message, deliverable_number } = finding;
  const row = deliverable_number === null ? null : html` <span class="row-number">row ${deliverable_number}</span>`;
  return html`<article class="finding ${severity}" id="${findingAnchor(index)}" data-severity="${severity}" data-rule="${rule}" aria-labelledby="finding-${index}-says">
<p class="kind"><span class="badge ${severity}"><span aria-hidden="true">${SIGNS[severity]}</span> ${severity}</span> <a href="#${ruleAnchor(rule)}">${rule}</a>${row}</p>
<p class="says" id="finding-${index}-says">${message}</p>
${renderEvidence(evidence, finding)}
</article>
`;
}
