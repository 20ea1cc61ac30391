/**
 * Variants of what stands around the rows: headings of groups, totals, notes, repeated headings, cells that several rows share. Each changes
 * a table of `table.mjs` and the truth about its rows.
 */
import { status, wordOf } from "./table.mjs";

/** The cells of a line that has a text in the first column and at most one in others. */
const cellsWith = (table, texts) => table.columns.map((name) => texts[name] ?? "");

export const AROUND_VARIANTS = {
  "no lines above": (table) => {
    table.above = [];
  },
  "group headings": (table) => {
    table.groups.set(0, "Objective 1: Homes that are safe");
    table.groups.set(3, "Objective 2: Streets that are clean");
  },
  "months as group headings": (table) => {
    table.groups.set(0, "July 2022");
    table.groups.set(2, "August 2022");
  },
  "totals row": (table) => {
    table.last = cellsWith(table, { number: "Total", title: `${table.rows.length} actions` });
  },
  "repeated headings": (table) => {
    table.groups.set(
      3,
      table.columns.map((name) => table.headings[name]),
    );
  },
  "a note below": (table) => {
    table.below = ["Note: this paper was seen by the audit panel before it was published."];
  },
  "a key below": (table) => {
    table.below = ["Key: G = on course, A = late, R = stopped"];
  },
  "counts in a sentence above": (table) => {
    const count = (letter) => table.rows.filter((row) => row.letter === letter).length;
    const [green, amber, red] = ["G", "A", "R"].map(count);
    table.above.push(`Of the ${table.rows.length} actions, ${green} are Green, ${amber} are Amber and ${red} are Red.`);
  },
  "a paragraph above": (table) => {
    table.above.push("The panel asked for a short report. Each owner has said what was done, what was not, and why.");
  },
  "owners merged over rows": (table) => {
    table.merged = "lead";
    for (const [at, row] of table.rows.entries()) {
      const shared = table.rows[at - (at % 2)];
      row.cells.lead = shared.cells.lead;
      row.truth.organisations = shared.truth.organisations;
    }
  },
  "statuses merged over rows": (table) => {
    table.merged = "status";
    status(table, (_, at) => wordOf(table.rows[at - (at % 3)]));
    for (const [at, row] of table.rows.entries()) row.truth.rag = table.rows[at - (at % 3)].truth.rag;
  },
};
