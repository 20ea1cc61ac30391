/** The review's style sheet: wide and narrow, light and dark. */
import { coloursOf, STATUSES_AND_NONE } from "../schema/statuses.js";

const STATUS_COLOURS = STATUSES_AND_NONE.map((status) => {
  const { fill, onFill } = coloursOf(status);
  return `.light.${status} { background: ${fill}; color: ${onFill}; }`;
}).join("\n");

export const REVIEW_STYLE = `
:root { color-scheme: light dark; --text: #1b2330; --faint: #51596a; --surface: #ffffff; --background: #f3f4f7; --line: #cfd4dd; --edge: #6b7485;
  --link: #134fae; --on-link: #ffffff; --error: #a3161c; --warning: #7a4b00; --info: #2d4a73; --ok: #17622a; --highlight: #fff1b8; }
@media (prefers-color-scheme: dark) { :root { --text: #e7eaf0; --faint: #aeb6c4; --surface: #1a1f29; --background: #11151c; --line: #3a4352; --edge: #8b95a6;
  --link: #93bdff; --on-link: #10151d; --error: #ff9d9d; --warning: #f5c46b; --info: #a9c7f5; --ok: #86d79a; --highlight: #4a4016; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--background); color: var(--text); font: 15px/1.45 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: var(--surface); padding: 8px; z-index: 2; }
header { display: flex; flex-wrap: wrap; gap: 6px 18px; align-items: center; padding: 8px 16px; background: var(--surface); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 1; }
h1 { font-size: 1.15rem; margin: 0; } h2 { font-size: 1.1rem; margin: 0 0 4px; } h3 { font-size: .98rem; margin: 14px 0 6px; } p { margin: 0 0 6px; }
.progress { margin: 0; } progress { vertical-align: middle; width: 9em; }
.actions { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
#message { flex-basis: 100%; margin: 0; min-height: 1.45em; color: var(--ok); } #message.refused { color: var(--error); font-weight: 600; }
main { display: grid; grid-template-columns: minmax(220px, 19rem) minmax(300px, 28rem) 1fr; gap: 12px; padding: 12px 16px; align-items: start; }
main > * { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 12px; min-width: 0; }
#queue, #place { position: sticky; top: 92px; max-height: calc(100vh - 104px); overflow: auto; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
button, input, select, textarea { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 5px; padding: 4px 8px; max-width: 100%; }
button { cursor: pointer; } button:disabled { color: var(--faint); cursor: default; border-style: dashed; }
button.main, button[aria-pressed="true"] { background: var(--link); color: var(--on-link); border-color: var(--link); }
kbd { font: .8em ui-monospace, "DejaVu Sans Mono", monospace; border: 1px solid currentColor; border-radius: 3px; padding: 0 4px; margin-left: 2px; }
.entries { list-style: none; margin: 6px 0; padding: 0; }
.entries button { display: block; width: 100%; text-align: left; border: 0; border-left: 4px solid transparent; border-radius: 0; padding: 5px 8px; background: none; }
.entries button[aria-current="true"] { background: var(--highlight); border-left-color: var(--link); }
.entries .what, .note, .why { color: var(--faint); font-size: .9em; display: block; }
.entries .what { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.entries .done { color: var(--ok); }
.pages { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
.field { display: grid; grid-template-columns: 8.5em minmax(0, 1fr); gap: 2px 8px; margin: 8px 0; align-items: start; } .field > label, .field > .label { font-weight: 600; padding-top: 4px; }
.field .box { display: flex; flex-wrap: wrap; gap: 6px; } .field .box > input, .field .box > textarea { flex: 1 1 10em; min-width: 0; }
.field .note { grid-column: 2; } textarea { min-height: 4.4em; resize: vertical; width: 100%; }
.lights { display: flex; flex-wrap: wrap; gap: 4px; } .light { border-radius: 5px; padding: 4px 8px; font-weight: 700; border: 1px solid var(--edge); } .light[aria-pressed="true"] { outline: 3px solid var(--link); outline-offset: 1px; border-color: var(--link); }
${STATUS_COLOURS}
.finding { border-left: 4px solid currentColor; padding: 4px 0 4px 10px; margin: 10px 0; } .finding > * { color: var(--text); } .finding .kind { font-weight: 700; color: inherit; margin: 0; }
.finding .box { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; } .finding .box label { flex: 1 1 12em; display: flex; gap: 6px; align-items: center; } .finding .box input { flex: 1; min-width: 0; }
.texts dt { font-weight: 600; } .texts dd { margin: 0 0 6px; white-space: pre-wrap; }
details { margin: 8px 0; } summary { cursor: pointer; font-weight: 600; }
.rows { border-collapse: collapse; width: 100%; } .rows td, .rows th { text-align: left; vertical-align: top; padding: 3px 8px 3px 0; border-bottom: 1px solid var(--line); } .rows button { text-align: left; padding: 1px 6px; }
.sheet { overflow: auto; max-height: calc(100vh - 190px); border: 1px solid var(--line); background: #ffffff; margin-top: 6px; }
.sheet svg { display: block; } .halo { fill: none; stroke: #ffffff; stroke-width: 4; } .frame { fill: none; stroke: #c2185b; stroke-width: 2; }
.lines { list-style: none; margin: 6px 0; padding: 0; font: .85rem ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
.lines li { display: flex; gap: 10px; white-space: pre-wrap; unicode-bidi: isolate; } .lines .at { flex: none; min-width: 3.2em; text-align: right; color: var(--faint); user-select: none; }
.lines .marked { background: var(--highlight); box-shadow: inset 4px 0 0 #c2185b; }
dialog { color: var(--text); background: var(--surface); border: 1px solid var(--edge); border-radius: 8px; padding: 18px; max-width: min(46rem, calc(100vw - 24px)); max-height: calc(100vh - 40px); overflow: auto; }
dialog::backdrop { background: rgb(0 0 0 / 45%); } dialog li { margin-bottom: 4px; } pre { white-space: pre-wrap; background: var(--background); padding: 8px 10px; border-radius: 5px; font-size: .86rem; }
.keys { display: grid; grid-template-columns: auto 1fr; gap: 4px 14px; margin: 0; } .keys dd { margin: 0; }
@media (max-width: 1100px) { main { grid-template-columns: minmax(200px, 16rem) 1fr; } #place { grid-column: 1 / -1; position: static; max-height: none; } .sheet { max-height: 70vh; } }
@media (max-width: 720px) { header { position: static; } main { display: block; padding: 8px; } main > * { margin-bottom: 10px; } #queue { position: static; max-height: 15rem; } .field { display: block; } }
`;
