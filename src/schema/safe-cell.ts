/** CSV cells that no spreadsheet runs as a formula. In: a text. Out: the cell, and back. */

const FORMULA = /^'*[=+\-@\t\r]/;

/** It gets an apostrophe in front where it would be run, which `plainCell` removes. */
export function safeCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
