/** The rules' explanations, as `ragtally explain` prints them. In: rules with examples as text. Out: a section for each. */
import type { Severity } from "../schema/values.js";
import { html, type Markup } from "./markup.js";

export interface RulePage {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What must have been read, in sentences. */
  readonly needs: string;
  readonly explanation: { readonly meaning: string; readonly importance: string; readonly remedy: string };
  /** Lines of text. */
  readonly passing: string;
  readonly failing: string;
}

export const ruleAnchor = (id: string): string => `rule-${id}`;

export function renderRules(rules: readonly RulePage[]): Markup {
  return html`<section id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">What the rules mean</h2>
${rules.map(renderRule)}</section>
`;
}

function renderRule({ id, severity, title, explanation, needs, passing, failing }: RulePage): Markup {
  const { meaning, importance, remedy } = explanation;
  return html`<section class="rule" id="${ruleAnchor(id)}" aria-labelledby="${ruleAnchor(id)}-title">
<h3 id="${ruleAnchor(id)}-title">${id} <span class="badge ${severity}">${severity}</span></h3>
<p class="says">${title}</p>
<dl><dt>What it means</dt><dd>${meaning}</dd><dt>Why it matters</dt><dd>${importance}</dd><dt>What to do</dt><dd>${remedy}</dd><dt>When it applies</dt><dd>${needs}</dd></dl>
<div class="examples"><div><h4>A report that passes</h4>
<pre>${passing}</pre></div>
<div><h4>A report that fails</h4>
<pre>${failing}</pre></div></div>
</section>
`;
}
