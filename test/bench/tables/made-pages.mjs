// Pages with tables and with parts that only look like tables. In: a seed. Out: { name, html, tables } with the tables' cells.
import { figureTable, seeded, textTable } from "./made-tables.mjs";

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const RULINGS = {
  booktabs: "table{border-top:1.2pt solid;border-bottom:1.2pt solid} thead{border-bottom:.6pt solid}",
  spanrules:
    "table{border-top:1pt solid;border-bottom:1pt solid} thead{border-bottom:.6pt solid} th[colspan]{border-bottom:.5pt solid}",
  none: "",
  all: "td,th{border:.5pt solid #444}",
  rows: "tr{border-bottom:.5pt solid #999} table{border-top:.5pt solid #999}",
  columns:
    "td,th{border-left:.5pt solid #444;border-right:.5pt solid #444} table{border:.8pt solid} thead{border-bottom:.8pt solid}",
  zebra: "tbody tr:nth-child(even){background:#e8eef4}",
  headerfill: "thead{background:#1f4e79;color:#fff}",
  filledrows: "tbody tr{background:#eef;border-bottom:2pt solid #fff} thead{background:#ccd}",
};
const FONTS = ["Liberation Serif", "Liberation Sans", "DejaVu Sans", "Liberation Sans Narrow", "DejaVu Serif"];

function tableHtml({ cells, rows }, r) {
  const headRows = Math.max(...cells.filter((cell) => cell.head).map((cell) => cell.row + cell.rowSpan));
  const columns = Math.max(...cells.map((cell) => cell.column + cell.columnSpan));
  const taken = new Set(
    cells.flatMap((cell) =>
      Array.from(
        { length: cell.rowSpan * cell.columnSpan },
        (_, at) => `${cell.row + Math.floor(at / cell.columnSpan)},${cell.column + (at % cell.columnSpan)}`,
      ),
    ),
  );
  const line = (row) => {
    const own = cells.filter((cell) => cell.row === row);
    const blank = Array.from({ length: columns }, (_, column) => column).filter(
      (column) => !taken.has(`${row},${column}`),
    );
    const all = [...own, ...blank.map((column) => ({ text: "", row, column, rowSpan: 1, columnSpan: 1 }))].sort(
      (a, b) => a.column - b.column,
    );
    return `<tr>${all
      .map((cell) => {
        const tag = cell.head ? "th" : "td";
        const spans = `${cell.rowSpan > 1 ? ` rowspan=${cell.rowSpan}` : ""}${cell.columnSpan > 1 ? ` colspan=${cell.columnSpan}` : ""}`;
        const kind = [cell.indent ? "in" : "", cell.bold ? "b" : "", cell.figure ? "f" : ""].filter(Boolean).join(" ");
        return `<${tag}${spans} class="${kind}">${escaped(cell.text)}</${tag}>`;
      })
      .join("")}</tr>`;
  };
  const part = (from, to) => Array.from({ length: to - from }, (_, at) => line(from + at)).join("");
  const width = r.next() < 0.5 ? ' style="width:100%"' : "";
  return `<table${width}><thead>${part(0, headRows)}</thead><tbody>${part(headRows, rows)}</tbody></table>`;
}

const contents = (r) =>
  `<h2>Contents</h2>${Array.from({ length: 14 }, (_, at) => `<div class=toc><span>${at + 1}. ${r.phrase(2, 6)}</span><span>${3 + at * 4}</span></div>`).join("")}`;
const list = (r) => `<ol>${Array.from({ length: 8 }, () => `<li>${r.phrase(4, 24)}</li>`).join("")}</ol>`;
const address = (r) =>
  `<p>${r.phrase(2, 3)}<br>${r.below(90)} ${r.phrase(1, 2)} Road<br>Tel: 01${r.below(90)} ${r.below(900000)}<br>${r.phrase(2, 4)}</p>`;

export function pageOf(seed) {
  const r = seeded(seed + 17);
  for (let at = 0; at < 9; at += 1) r.next();
  const ruling = r.pick(Object.keys(RULINGS));
  const [font, size] = [r.pick(FONTS), 7.5 + r.below(8) / 2];
  const pad = `${r.pick([1, 1, 2, 4])}pt ${r.pick([2, 4, 6, 10])}pt`;
  const kind = r.pick(["figures", "figures", "figures", "texts", "texts", "beside", "prose2", "several", "none"]);
  const tables = [];
  const made = (make) => {
    const table = make(r);
    tables.push(table.cells);
    return tableHtml(table, r);
  };
  const note = () => (r.next() < 0.5 ? `<p class=note>Source: ${r.phrase(3, 8)}. * ${r.phrase(4, 9)}</p>` : "");
  const caption = () => `<p class=cap>Table ${1 + r.below(9)}: ${r.phrase(3, 9)}</p>`;
  const one = (make) => `${caption()}${made(make)}${note()}`;
  const para = () => `<p>${r.prose(3)}</p>`;
  const bodies = {
    figures: () => `<h1>${r.phrase(2, 5)}</h1>${para()}${one(figureTable)}${para()}`,
    texts: () => `<h1>${r.phrase(2, 5)}</h1>${para()}${one(textTable)}${para()}`,
    several: () => `${para()}${one(figureTable)}${para()}${one(textTable)}${one(figureTable)}${para()}`,
    beside: () => {
      const small = (x) => figureTableSmall(x);
      return `${para()}<div class=pair><div>${made(small)}</div><div>${made(small)}</div></div>${para()}${para()}`;
    },
    prose2: () =>
      `<h1>${r.phrase(2, 5)}</h1><div class=two><p>${r.prose(12)}</p></div>${one(figureTable)}<div class=two><p>${r.prose(14)}</p></div>`,
    none: () =>
      `<h1>${r.phrase(2, 5)}</h1>${r.next() < 0.5 ? contents(r) : ""}${list(r)}<div class=two><p>${r.prose(14)}</p></div>${address(r)}${list(r)}`,
  };
  const body = bodies[kind]();
  const css = `@page{size:A4;margin:18mm} body{font:${size}pt/${r.pick([1.15, 1.25, 1.45])} "${font}"} table{border-collapse:collapse;margin:4pt ${r.pick(["0", "auto"])}}
td,th{padding:${pad};vertical-align:${r.pick(["top", "middle", "bottom", "top"])};text-align:left} th{${r.pick(["font-weight:bold", "font-weight:normal"])};text-align:${r.pick(["left", "center", "right"])}} th:first-child{text-align:left}
td.f{text-align:${r.pick(["right", "right", "center", "left"])}} td.in{padding-left:14pt} td.b{font-weight:bold} .note{font-size:80%} .toc{display:flex;justify-content:space-between}
.two{columns:2;column-gap:16pt;text-align:${r.pick(["left", "justify"])}} .pair{display:flex;gap:24pt} h1{font-size:150%} tr{break-inside:avoid} ${RULINGS[ruling]}`;
  return {
    name: `${String(seed).padStart(3, "0")}-${kind}-${ruling}`,
    html: `<!doctype html><meta charset=utf-8><style>${css}</style>${body}`,
    tables,
  };
}

/** A table of two or three columns, narrow enough to be beside another. */
function figureTableSmall(r) {
  let table = figureTable(r);
  while (table.columns > 4) table = figureTable(r);
  return table;
}
