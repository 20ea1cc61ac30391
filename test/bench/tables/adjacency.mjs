// Cells of a table to relations between neighbours, and how many of them two sets share: as in the table competition of
// ICDAR 2013. Blank cells are skipped, texts are compared by their letters and figures alone.

export const normalised = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Relations of one table: `left|right|h` and `upper|lower|v`, each as often as it occurs. */
export function relationsOf(cells) {
  const filled = cells.filter((cell) => normalised(cell.text) !== "");
  const at = new Map();
  for (const cell of filled)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        at.set(`${row},${column}`, cell);
  const rows = Math.max(0, ...filled.map((cell) => cell.row + cell.rowSpan));
  const columns = Math.max(0, ...filled.map((cell) => cell.column + cell.columnSpan));
  const found = new Map();
  const add = (one, other, direction) => {
    if (other !== undefined && one !== other)
      found.set(`${filled.indexOf(one)}|${filled.indexOf(other)}|${direction}`, [one, other, direction]);
  };
  for (const cell of filled) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      let column = cell.column + cell.columnSpan;
      while (column < columns && !at.has(`${row},${column}`)) column += 1;
      add(cell, at.get(`${row},${column}`), "h");
    }
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
      let row = cell.row + cell.rowSpan;
      while (row < rows && !at.has(`${row},${column}`)) row += 1;
      add(cell, at.get(`${row},${column}`), "v");
    }
  }
  return [...found.values()].map(
    ([one, other, direction]) => `${normalised(one.text)}|${normalised(other.text)}|${direction}`,
  );
}

/** How many relations two lists share, each counted as often as it occurs in both. */
export function shared(truth, found) {
  const left = new Map();
  for (const relation of truth) left.set(relation, (left.get(relation) ?? 0) + 1);
  let count = 0;
  for (const relation of found) {
    const more = left.get(relation) ?? 0;
    if (more === 0) continue;
    left.set(relation, more - 1);
    count += 1;
  }
  return count;
}
