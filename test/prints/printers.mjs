/**
 * The seven ways to print a table. In: a table of `table.mjs`. Out: the text of a file. A line break inside a cell stays where the form can
 * hold one, and is a space elsewhere.
 */

const GAP = 3;
const flat = (text) => text.replaceAll("\n", " ");
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const headingsOf = ({ columns, headings }) => columns.map((name) => headings[name]);
const cellsOf = ({ columns }, row) => columns.map((name) => row.cells[name]);

/** Headings, groups, rows and a last line in printed order: a group has `group`, the others have `cells`. */
function linesOf(table) {
  const lines = [{ cells: headingsOf(table) }];
  for (const [at, row] of table.rows.entries()) {
    const group = table.groups.get(at);
    if (group !== undefined) lines.push(Array.isArray(group) ? { cells: group } : { group });
    lines.push({ cells: cellsOf(table, row), row: at });
  }
  if (table.last !== null) lines.push({ cells: table.last });
  return lines;
}

/** Each line of the table as text, with the lines above and below it and empty lines between. */
function text(table, printed) {
  return [table.above.join("\n"), printed.join("\n"), table.below.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}

const tabs = (table) =>
  text(
    table,
    linesOf(table).map(({ cells, group }) => group ?? cells.map(flat).join("\t")),
  );

function markdown(table) {
  const line = (cells) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", "<br>")).join(" | ")} |`;
  const empty = table.columns.slice(1).map(() => "");
  const [head, ...rest] = linesOf(table).map(({ cells, group }) => line(cells ?? [group, ...empty]));
  return text(table, [head, line(table.columns.map(() => "---")), ...rest]);
}

function csv(table) {
  const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (cells) => cells.map(quoted).join(",");
  const full = (words) => line([words, ...table.columns.slice(1).map(() => "")]);
  const body = linesOf(table).map(({ cells, group }) => (cells === undefined ? full(group) : line(cells)));
  return [...table.above.map(full), ...body, ...table.below.map(full)].join("\n");
}

/** How many rows a merged cell spans from this row on; 0 where an earlier row's cell covers it. */
function spanOf(table, at, name) {
  const same = (one, other) =>
    table.rows[one]?.cells[name] === table.rows[other]?.cells[name] && !table.groups.has(Math.max(one, other));
  if (name !== table.merged) return 1;
  if (at > 0 && same(at, at - 1)) return 0;
  let span = 1;
  while (at + span < table.rows.length && same(at, at + span)) span += 1;
  return span;
}

function html(table) {
  const inner = (cell) => escaped(cell).replaceAll("\n", "<br>");
  const cell = (at) => (words, index) => {
    const span = at === undefined ? 1 : spanOf(table, at, table.columns[index]);
    if (span === 0) return "";
    return `<td${span > 1 ? ` rowspan="${span}"` : ""}>${inner(words)}</td>`;
  };
  const rows = linesOf(table).map(({ cells, group, row }) => {
    if (cells === undefined) return `<tr><td colspan="${table.columns.length}">${inner(group)}</td></tr>`;
    return `<tr>${cells.map(cell(row)).join("")}</tr>`;
  });
  const paragraphs = (lines) => lines.map((line) => `<p>${escaped(line)}</p>`).join("\n");
  return [paragraphs(table.above), "<table>", ...rows, "</table>", paragraphs(table.below)].join("\n");
}

/** Columns side by side; the lines of a cell stand below each other. */
function spaces(table) {
  const lines = linesOf(table);
  const broken = lines.flatMap(({ cells }) => (cells === undefined ? [] : [cells.map((cell) => cell.split("\n"))]));
  const widths = table.columns.map(
    (_, at) => Math.max(...broken.map((cells) => Math.max(...cells[at].map((part) => part.length)))) + GAP,
  );
  const print = (cells) => {
    const parts = cells.map((cell) => cell.split("\n"));
    const height = Math.max(...parts.map((part) => part.length));
    const level = (at) =>
      parts
        .map((part, column) => (part[at] ?? "").padEnd(widths[column]))
        .join("")
        .trimEnd();
    return Array.from({ length: height }, (_, at) => level(at)).join("\n");
  };
  return text(
    table,
    lines.map(({ cells, group }) => group ?? print(cells)),
  );
}

const filled = (cells) => cells.filter((cell) => cell !== "");
const cellALine = (table) =>
  text(
    table,
    linesOf(table).flatMap(({ cells, group }) => group ?? filled(cells)),
  );
const rowALine = (table) =>
  text(
    table,
    linesOf(table).map(({ cells, group }) => group ?? filled(cells).map(flat).join(" ")),
  );

/** Name of the print → the name of its file and how it is made. */
export const PRINTS = {
  tabs: ["table.txt", tabs],
  markdown: ["table.md", markdown],
  csv: ["table.csv", csv],
  html: ["table.html", html],
  spaces: ["table.txt", spaces],
  "cell a line": ["table.txt", cellALine],
  "row a line": ["table.txt", rowALine],
};
