/**
 * The page around the reports: the `head` with a policy that allows only the page's own style, script and pictures, the
 * filters, and the end. In: title and choices. Out: the HTML before and after the reports.
 */
import { createHash } from "node:crypto";
import { DECIDE_SCRIPT } from "./decide-script.js";
import { type Hole, html, Markup } from "./markup.js";
import { OPEN_SCRIPT } from "./open-script.js";
import { FILTER_SCRIPT } from "./script.js";
import { STYLE } from "./style.js";

/** The start of every audit page. A file without it is never replaced. */
export const PAGE_START = "<!doctype html>\n<!-- ragtally audit -->";

const SCRIPT = `"use strict";${OPEN_SCRIPT}${FILTER_SCRIPT}${DECIDE_SCRIPT}`;

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const POLICY = [
  "default-src 'none'",
  "img-src data:",
  `style-src ${hash(STYLE)}`,
  `script-src ${hash(SCRIPT)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** @param hasHistory whether deliverables are followed through several reports */
export function renderStart(title: string, subtitle: string, hasHistory: boolean): Markup {
  return html`${new Markup(PAGE_START)}
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#reports">Skip to the findings</a>
<header>
<h1>${title}</h1>
<p>${subtitle}</p>
<nav aria-label="Parts of this page"><a href="#overview-title">Reports</a>${hasHistory ? html` <a href="#history">Deliverables</a>` : null} <a href="#reports">Findings</a> <a href="#sign-off">Sign-off</a> <a href="#rules">Rules</a></nav>
</header>
<main>
`;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** The filters are hidden until the script that they need shows them. */
export function renderFilters(rules: readonly Choice[], reports: readonly Choice[]): Markup {
  const options = (choices: readonly Choice[]): Hole =>
    choices.map(({ value, text }) => html`<option value="${value}">${text}</option>`);
  const severities = ["error", "warning", "info"].map(
    (severity) => html`<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity}</label> `,
  );
  return html`<form id="filters" aria-label="Filter the findings" hidden>
<fieldset><legend>Severity</legend>${severities}</fieldset>
<label>Rule <select name="rule"><option value="">all rules</option>${options(rules)}</select></label>
<label>Report <select name="report"><option value="">all reports</option>${options(reports)}</select></label>
<label>Search <input type="search" name="search" autocomplete="off"></label>
<button type="reset">Show all</button>
<p id="shown" role="status"></p>
</form>
`;
}

/** @param heldFrom number of the first report, in the page's order, that needs the script to be opened; null if none does */
export const renderReportsStart = (heldFrom: number | null): Markup => html`<div id="reports" tabindex="-1">
${
  heldFrom === null
    ? null
    : html`<noscript><p>This page has many reports: those from number ${heldFrom} on can be opened only where the page's script may run.</p></noscript>
`
}`;
export const REPORTS_END = html`</div>
`;

export function renderEnd(): Markup {
  return html`</main>
<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`;
}
