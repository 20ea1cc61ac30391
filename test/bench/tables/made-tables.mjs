// Tables like those that public bodies print, made up from a seed, with their cells as the truth. A cell is
// { text, row, column, rowSpan, columnSpan, head, indent, bold, figure }.

const WORDS =
  "annual local school water road rail energy housing waste health care staff budget grant income tax visitors forest harbour coast farm market trade export import steel timber fish dairy wheat barley river flood police fire court appeal permit licence survey sample region district county border customs transport freight vessel cargo passenger bus tram cycle bridge tunnel".split(
    " ",
  );
const PLACES =
  "Northmere Ashford Calder Dunmore Easby Farrow Gilden Harwick Ilmere Kelso Lorne Marrick Norden Otterby Penhale Quarn".split(
    " ",
  );
const UNITS = ["(£m)", "(%)", "(thousand)", "(number)", "(tonnes)", "(EUR million)", "(per cent)"];

export function seeded(seed) {
  let state = seed * 2654435761 + 1;
  const next = () => {
    state = (state ^ (state << 13)) >>> 0;
    state = (state ^ (state >>> 17)) >>> 0;
    state = (state ^ (state << 5)) >>> 0;
    return state / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  const pick = (list) => list[below(list.length)];
  const words = (from, to) => Array.from({ length: from + below(to - from + 1) }, () => pick(WORDS)).join(" ");
  const phrase = (from, to) => words(from, to).replace(/^./, (letter) => letter.toUpperCase());
  const sentence = () => `${phrase(9, 22)}.`;
  const prose = (count) => Array.from({ length: count }, sentence).join(" ");
  return { next, below, pick, words, phrase, sentence, prose };
}

/** Number formats of a column. */
const FIGURES = [
  (r) => (r.below(90000) / 10).toFixed(1),
  (r) => r.below(2_000_000).toLocaleString("en-GB"),
  (r) => `${r.below(100)}%`,
  (r) => `${r.below(100)}.${r.below(10)}`,
  (r) => `${r.pick(["-", "", ""])}${r.below(40)}.${r.below(100).toString().padStart(2, "0")}`,
  (r) => String(r.below(900)),
  (r) => `${r.below(999)}\u00a0${String(r.below(999)).padStart(3, "0")}`,
  (r) => `£${r.below(900)}m`,
  (r) => `(${r.below(900)})`,
];

const cellAt = (row, column, text, more = {}) => ({ text, row, column, rowSpan: 1, columnSpan: 1, ...more });

/** A table of figures: one or two rows of headings, row headers that may be long, grouped or indented, gaps, a total. */
export function figureTable(r) {
  const groups = r.next() < 0.45 ? 2 + r.below(2) : 0;
  const per = groups > 0 ? 2 + r.below(2) : 0;
  const columns = groups > 0 ? groups * per : 2 + r.below(6);
  const cells = [];
  const years = r.next() < 0.5;
  const firstYear = 1998 + r.below(20);
  const stubHead = r.pick(["", "Region", "Indicator", "Type of service", "Country", "Item"]);
  let row = 0;
  if (groups > 0) {
    if (stubHead !== "") cells.push(cellAt(0, 0, stubHead, { rowSpan: 2, head: true }));
    for (let group = 0; group < groups; group += 1)
      cells.push(cellAt(0, 1 + group * per, r.phrase(1, 3), { columnSpan: per, head: true }));
    row = 1;
  } else if (stubHead !== "") cells.push(cellAt(0, 0, stubHead, { head: true }));
  const longHeads = r.next() < 0.4;
  const unit = r.next() < 0.3 ? ` ${r.pick(UNITS)}` : "";
  for (let column = 0; column < columns; column += 1)
    cells.push(
      cellAt(row, 1 + column, years ? String(firstYear + column) : r.phrase(1, longHeads ? 4 : 2) + unit, {
        head: true,
      }),
    );
  row += 1;
  const style = Array.from({ length: columns }, () => r.pick(FIGURES));
  const same = r.next() < 0.6 ? r.pick(FIGURES) : null;
  const sections = r.next() < 0.35 ? 2 + r.below(2) : 0;
  const longStubs = r.next() < 0.35;
  const gaps = r.next() < 0.3;
  const count = 4 + r.below(10);
  for (let at = 0; at < count; at += 1) {
    if (sections > 0 && at % Math.ceil(count / sections) === 0) {
      cells.push(cellAt(row, 0, r.phrase(1, 3), { bold: r.next() < 0.7 }));
      row += 1;
    }
    const stub = longStubs && r.next() < 0.5 ? r.phrase(6, 11) : r.next() < 0.4 ? r.pick(PLACES) : r.phrase(1, 3);
    cells.push(cellAt(row, 0, stub, { indent: sections > 0 }));
    for (let column = 0; column < columns; column += 1) {
      const text = gaps && r.next() < 0.18 ? r.pick(["", "–", "n/a", ".."]) : (same ?? style[column])(r);
      cells.push(cellAt(row, 1 + column, text, { figure: true }));
    }
    row += 1;
  }
  if (r.next() < 0.4) {
    cells.push(cellAt(row, 0, "Total", { bold: true }));
    for (let column = 0; column < columns; column += 1)
      cells.push(cellAt(row, 1 + column, (same ?? style[column])(r), { bold: true, figure: true }));
    row += 1;
  }
  return { cells, rows: row, columns: columns + 1 };
}

/** A table of texts: two to five columns, cells of one to five lines, some of them empty or over several rows. */
export function textTable(r) {
  const columns = 2 + r.below(4);
  const cells = [];
  for (let column = 0; column < columns; column += 1) cells.push(cellAt(0, column, r.phrase(1, 2), { head: true }));
  const rows = 3 + r.below(6);
  const long = Array.from({ length: columns }, (_, at) => at > 0 && r.next() < 0.6);
  const merged = r.next() < 0.25;
  for (let row = 1; row <= rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (merged && column === 0) {
        if (row % 2 === 0) continue;
        cells.push(cellAt(row, 0, r.phrase(1, 2), { rowSpan: Math.min(2, rows - row + 1) }));
        continue;
      }
      const text = column > 1 && r.next() < 0.1 ? "" : long[column] ? r.phrase(5, 18) : r.phrase(1, 3);
      cells.push(cellAt(row, column, text));
    }
  return { cells, rows: rows + 1, columns };
}
