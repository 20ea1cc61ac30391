import { coloursOf, STATUSES_AND_NONE } from "../schema/statuses.js";

const CHART_COLOURS = STATUSES_AND_NONE.map((status) => {
  const { fill, onFill } = coloursOf(status);
  return `.chart .status-${status} { fill: ${fill}; } .chart .on-${status} { fill: ${onFill}; }`;
}).join("\n");
const STRIP_COLOURS = STATUSES_AND_NONE.map((status) => {
  const { fill, onFill } = coloursOf(status);
  return `.light.${status} { background: ${fill}; color: ${onFill}; }`;
}).join("\n");

/** The page's only style sheet: screen (wide and narrow, light and dark) and print on A4. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1b2330; --faint-text: #51596a; --surface: #ffffff; --background: #f3f4f7; --line: #cfd4dd;
  --link: #134fae; --error: #a3161c; --warning: #7a4b00; --info: #2d4a73; --highlight: #fff1b8; --ok: #17622a; }
@media screen and (prefers-color-scheme: dark) { :root { --text: #e7eaf0; --faint-text: #aeb6c4; --surface: #1a1f29; --background: #11151c;
  --line: #3a4352; --link: #93bdff; --error: #ff9d9d; --warning: #f5c46b; --info: #a9c7f5; --highlight: #4a4016; --ok: #86d79a; } }
* { box-sizing: border-box; }
html { scroll-behavior: auto; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--background); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
.place, code, pre, .lines, .id, .sign-off, dd { overflow-wrap: anywhere; }
header, main { max-width: 1120px; margin: 0 auto; padding: 0 24px; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 28px 0 4px; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 6px; }
h3 { font-size: 1.02rem; margin: 20px 0 8px; }
h4 { font-size: .9rem; margin: 12px 0 4px; }
p { margin: 0 0 8px; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
nav a { display: inline-block; margin-right: 14px; padding: 4px 0; }
.skip { position: absolute; left: -999px; background: var(--surface); padding: 8px 12px; }
.skip:focus { left: 8px; top: 8px; }
main > section, section.report { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 20px 24px; margin: 20px 0; }
table { border-collapse: collapse; width: 100%; margin: 10px 0; font-size: .93rem; }
th, td { text-align: left; vertical-align: top; padding: 7px 10px 7px 0; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
thead th { color: var(--faint-text); font-weight: 600; font-size: .9em; }
tbody th { font-weight: 600; }
td ul { list-style: none; margin: 0; padding: 0; }
.overview { table-layout: fixed; }
.overview th:nth-child(1) { width: 16%; } .overview th:nth-child(2) { width: 13%; } .overview th:nth-child(3) { width: 11%; }
.overview th:nth-child(4) { width: 26%; } .overview th:nth-child(5) { width: 12%; } .overview th:nth-child(6) { width: 12%; }
section.report:has(> details:not([open])) { padding: 8px 24px; margin: 6px 0; }
summary { cursor: pointer; } summary h2 { display: inline; margin-right: 10px; } details[open] > summary { margin-bottom: 10px; }
.first li { margin-bottom: 6px; }
.note, .place, .why, .id { color: var(--faint-text); font-size: .92em; }
.id { display: inline-block; margin-left: 8px; }
.contradicted { color: var(--error); font-weight: 700; }
.undetermined { color: var(--warning); font-weight: 700; }
.confirmed { color: var(--ok); font-weight: 700; }
code, pre, .lines { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .84rem; }
pre { background: var(--background); border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px; white-space: pre-wrap; margin: 0 0 10px; }
.chart { display: block; border-radius: 4px; overflow: hidden; max-width: 640px; margin: 4px 0; }
.chart rect { stroke: var(--surface); stroke-width: 2; }
.chart text { font-size: 13px; font-weight: 600; }
${CHART_COLOURS}
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.scroll { position: relative; overflow-x: auto; margin: 10px 0 18px; }
.scroll > svg { display: block; border-radius: 4px; margin: 0 0 10px; }
.strip { width: auto; min-width: 100%; margin: 0; }
.strip caption { text-align: left; color: var(--faint-text); font-size: .92em; padding-bottom: 4px; }
.strip tbody { border-bottom: 1px solid var(--line); } .strip tbody th, .strip tbody td { border: 0; padding-bottom: 3px; }
.strip .number, .strip .title { overflow-wrap: anywhere; } .strip .number { width: 3em; min-width: 2em; } .strip .period { width: 4.2em; min-width: 4.2em; padding-right: 4px; } .strip .title { min-width: 9em; font-weight: 400; }
.light { display: inline-block; width: 2.6em; border-radius: 4px; text-align: center; font-weight: 700; font-size: .95em; }
${STRIP_COLOURS}
.light.absent { color: var(--faint-text); font-weight: 400; }
.legend { list-style: none; margin: 0 0 8px; padding: 0; } .legend li { display: inline-block; margin: 0 16px 4px 0; }
.strip .period span { display: inline-block; white-space: nowrap; }
.changes { list-style: none; margin: 0 0 6px; padding: 0 0 0 3em; font-size: .93em; }
.changes .badge { font-size: .8em; }
.changes li { margin: 0 0 2px; overflow-wrap: anywhere; }
.finding { border-left: 5px solid var(--info); background: var(--background); border-radius: 0 6px 6px 0; padding: 12px 16px; margin: 12px 0; }
.finding.error { border-color: var(--error); } .finding.warning { border-color: var(--warning); }
.kind { margin: 0 0 4px; font-size: .9rem; }
.badge { display: inline-block; border: 1px solid; border-radius: 4px; padding: 0 7px; font-size: .8rem; font-weight: 700; margin-right: 6px; }
.badge.error { color: var(--error); } .badge.warning { color: var(--warning); } .badge.info { color: var(--info); } .badge.corrected { font-weight: 400; }
.badge.accepted { color: var(--ok); } .badge.false { color: var(--faint-text); } .badge.query { color: var(--warning); }
.decided { margin: 6px 0 0; font-size: .92em; } .decided:empty { display: none; }
.decide { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; margin-top: 10px; } .decide label { flex: 1 1 14em; display: flex; gap: 6px; align-items: center; }
.decide input { flex: 1; min-width: 0; } .decide button[aria-pressed="true"] { background: var(--link); border-color: var(--link); color: var(--surface); }
.row-number { color: var(--faint-text); margin-left: 6px; }
.says { font-weight: 600; }
figure { margin: 10px 0 0; }
figcaption { margin-top: 4px; }
.store { position: absolute; }
.picture { display: block; max-width: 100%; height: auto; background: #ffffff; border: 1px solid var(--line); border-radius: 4px; }
.halo, .frame { fill: none; } .halo { stroke: #ffffff; stroke-width: 4; } .frame { stroke: #c2185b; stroke-width: 1.8; }
.lines { list-style: none; margin: 0; padding: 8px 0; background: var(--surface); border: 1px solid var(--line); border-radius: 4px; }
.lines li { display: flex; gap: 10px; padding: 1px 12px; white-space: pre-wrap; unicode-bidi: isolate; }
.lines .at { flex: none; min-width: 3.5em; text-align: right; color: var(--faint-text); user-select: none; }
.lines .highlighted { background: var(--highlight); box-shadow: inset 4px 0 0 #c2185b; }
.lines mark { background: none; color: inherit; font-weight: 600; }
.sign-off { border-top: 1px solid var(--line); padding-top: 10px; margin: 16px 0 0; color: var(--faint-text); font-size: .88rem; }
.columns { margin: 6px 0 0; font-size: .92em; } .columns dd { margin-bottom: 2px; }
.facts > div { display: flex; gap: 12px; } .facts dt { flex: none; width: 8em; } dt { font-weight: 600; } dd { margin: 0 0 6px; }
.examples { display: grid; grid-template-columns: 1fr 1fr; gap: 0 16px; } .examples > div { min-width: 0; }
.rule { border-top: 1px solid var(--line); padding-top: 12px; margin-top: 16px; }
.signature span { display: inline-block; width: 14em; border-bottom: 1px solid var(--text); margin-right: 24px; height: 2em; }
form { display: flex; flex-wrap: wrap; gap: 10px 20px; align-items: end; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 14px 24px; }
form[hidden], [hidden] { display: none; }
fieldset { border: 0; padding: 0; margin: 0; } legend { font-weight: 600; padding: 0; }
form > label { flex: 0 1 auto; min-width: 0; max-width: 100%; }
form label { display: inline-block; font-weight: 600; } fieldset label { font-weight: 400; margin-right: 10px; }
select, button, input[type="text"], input[type="search"] { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--faint-text); border-radius: 5px; padding: 5px 9px; max-width: 100%; }
form > label select { display: block; width: 100%; max-width: 24em; font-weight: 400; }
#shown { margin: 0; color: var(--faint-text); flex-basis: 100%; }
@media screen and (min-width: 721px) and (min-height: 600px) { #filters { position: sticky; top: 0; z-index: 1; padding: 8px 24px; } .finding, section.report, #reports { scroll-margin-top: 130px; } }
@media screen and (max-width: 720px) {
  header, main { padding: 0 12px; }
  main > section, section.report, form { padding: 14px; }
  .cards thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; width: 100% !important; }
  .cards tr { border-bottom: 2px solid var(--line); padding: 8px 0; }
  .cards td, .cards th { border: 0; padding: 2px 0; }
  .cards td { display: grid; grid-template-columns: 7em 1fr; gap: 8px; }
  .cards td::before { content: attr(data-label); color: var(--faint-text); font-weight: 400; }
  .cards td:empty { display: none; }
  .strip .number { width: 1.8em; } .strip .title { min-width: 7.5em; } .strip .period { width: 3.2em; min-width: 3.2em; } .strip thead .period { font-size: .76em; } .light { width: 2.3em; }
  .changes { position: sticky; left: 0; padding: 0; max-width: calc(100vw - 56px); }
  .lines .at { min-width: 2.2em; }
  .facts > div { display: block; }
  .examples { grid-template-columns: 1fr; }
  .signature span { display: block; width: 100%; }
}
@page { size: A4; margin: 15mm; }
@media print {
  body { background: none; font-size: 10pt; }
  header, main { max-width: none; padding: 0; }
  form, nav, .skip, .decide { display: none !important; }
  main > section, section.report { border: 0; border-radius: 0; padding: 0; margin: 0 0 14pt; }
  section.report, #sign-off, #rules { border-top: 1.5pt solid var(--text); padding-top: 8pt; }
  h1 { font-size: 18pt; margin-top: 0; } h2 { font-size: 13pt; } h2, h3, h4 { break-after: avoid; }
  .finding, .rule, tr, figure, .chart { break-inside: avoid; }
  .finding { background: none; border: .75pt solid var(--line); border-left-width: 4pt; }
  .scroll { overflow: visible; } .scroll > svg { max-width: 100%; height: auto; break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; } .strip tbody, .strip caption { break-inside: avoid; break-after: auto; } .strip thead { break-after: avoid; }
  .strip .period { width: 11mm; min-width: 11mm; } .strip .title { min-width: 30mm; } .changes { max-width: none; position: static; }
  .light { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .picture { max-height: 120mm; } table { font-size: 8.5pt; } th, td { padding-right: 6pt; } pre { font-size: 7.5pt; }
  .chart rect, .lines .highlighted { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; }
}
`;
