/**
 * A table to be printed and what a careful reader takes from it. In: a theme. Out: its plain table; the helpers change a column's cells
 * together with the truth about them.
 */

const RAG = { G: "green", A: "amber", R: "red" };

/** Cells by column and the truth of each row; `above` and `below` are lines around the table. */
export function tableOf(theme) {
  return {
    above: [...theme.above],
    below: [],
    columns: ["number", "lead", "title", "status", "update"],
    headings: { ...theme.headings },
    /** Lines before a row, by its index: a text alone, or cells that are not a row's. */
    groups: new Map(),
    /** Cells below the rows that are not a row's. */
    last: null,
    /** A column whose equal neighbouring cells are one cell where the print can show that. */
    merged: null,
    rows: theme.rows.map((row, at) => ({
      letter: row.letter,
      text: row.text,
      cells: {
        number: String(at + 1),
        lead: row.lead,
        title: row.title,
        status: row.letter,
        update: theme.dated(row.text),
      },
      truth: {
        number: String(at + 1),
        organisations: row.organisations,
        title: row.title,
        rag: [RAG[row.letter]],
        updates: [{ date: theme.date, text: row.text }],
      },
    })),
  };
}

/** The full word for a row's colour. */
export const wordOf = (row) => ({ G: "Green", A: "Amber", R: "Red" })[row.letter];

/** The letter that the row after this one has: a status that is not this row's own. */
export const otherLetter = (table, at) => table.rows[(at + 1) % table.rows.length].letter;

/** Writes numbers, as printed and in truth. */
export function number(table, text) {
  for (const [at, row] of table.rows.entries()) row.truth.number = row.cells.number = text(at + 1);
}

/** Writes titles, as printed; what is read has spaces in place of line breaks. */
export function retitle(table, text) {
  for (const [at, row] of table.rows.entries()) {
    row.cells.title = text(row.truth.title, at, row);
    row.truth.title = row.cells.title.replaceAll("\n", " ");
  }
}

/** Writes the status cells of all rows, or of one row with its true status, null included. */
export function status(table, text) {
  for (const [at, row] of table.rows.entries()) row.cells.status = text(row, at);
}
export function statusAt(table, at, text, ...rag) {
  table.rows[at].cells.status = text;
  table.rows[at].truth.rag = rag;
}

/** Adds a column that no field takes, or that `kept` writes to the truth, before another column or at the end. */
export function column(table, name, heading, text, before = null) {
  const at = before === null ? table.columns.length : table.columns.indexOf(before);
  table.columns.splice(at, 0, name);
  table.headings[name] = heading;
  for (const [index, row] of table.rows.entries()) row.cells[name] = text(row, index);
}

/** Takes a column away, and with it what only this column says. */
export function without(table, name) {
  table.columns = table.columns.filter((other) => other !== name);
  const nothing = { number: { number: null }, lead: { organisations: [] }, update: { updates: [] } };
  for (const row of table.rows) Object.assign(row.truth, nothing[name]);
}
