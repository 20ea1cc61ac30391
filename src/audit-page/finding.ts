/**
 * Renders one finding. In: the finding, its evidence and the row that it is about. Out: an article with severity, rule, message,
 * the row's further columns, place and evidence.
 */
import type { Deliverable, Finding } from "../schema/dataset.js";
import type { Disposition } from "../schema/disposition.js";
import { renderDisposition } from "./disposition.js";
import { type Evidence, renderEvidence } from "./evidence.js";
import { html, type Markup } from "./markup.js";
import { renderColumns } from "./row-columns.js";
import { ruleAnchor } from "./rules.js";

/** A sign for each severity, shown besides its colour and name. */
const SIGNS: Readonly<Record<Finding["severity"], string>> = { error: "✕", warning: "!", info: "i" };

export const findingAnchor = (index: number): string => `finding-${index}`;

export interface FindingContent {
  readonly finding: Finding;
  readonly evidence: Evidence;
  /** Of the finding in the whole page, for its `id`. */
  readonly index: number;
  /** The row whose columns are shown; null for none. */
  readonly about: Deliverable | null;
  /** Whether a person corrected the row that it is about. */
  readonly isCorrected: boolean;
  /** What a person decided about it; null for nothing yet. */
  readonly disposition: Disposition | null;
}

export function renderFinding({ finding, evidence, index, about, isCorrected, disposition }: FindingContent): Markup {
  const { severity, rule, message, deliverable_number } = finding;
  const row = deliverable_number === null ? null : html` <span class="row-number">row ${deliverable_number}</span>`;
  const mark = isCorrected ? html` <span class="badge corrected">corrected by hand</span>` : null;
  return html`<article class="finding ${severity}" id="${findingAnchor(index)}" data-severity="${severity}" data-rule="${rule}" data-finding="${finding.finding_id}" data-name="F${index}" data-disposition="${disposition?.disposition ?? ""}" aria-labelledby="finding-${index}-says">
<p class="kind"><span class="badge ${severity}"><span aria-hidden="true">${SIGNS[severity]}</span> ${severity}</span> <span class="row-number">F${index}</span> <a href="#${ruleAnchor(rule)}">${rule}</a>${row}${mark}</p>
<p class="says" id="finding-${index}-says">${message}</p>
${about === null ? null : renderColumns(about)}${renderEvidence(evidence, finding)}
${renderDisposition(disposition)}
</article>
`;
}
