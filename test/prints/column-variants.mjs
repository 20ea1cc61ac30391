/**
 * Variants of a table's columns: their order, columns more or fewer, and what they are called. Each changes a table of `table.mjs` and,
 * where it must, the truth about its rows.
 */
import { column, otherLetter, status, without, wordOf } from "./table.mjs";

const order =
  (...columns) =>
  (table) => {
    table.columns = columns;
  };
const WORDS = { G: "Green", A: "Amber", R: "Red" };
const PRIORITIES = ["High", "Low", "Medium"];

/** Two reports in one table: an earlier and a present column of updates, both of them the row's, in printed order. */
function twoUpdateColumns(table) {
  const earlier = (at) => `Plans were drawn up for part ${at + 1}.`;
  table.headings.update = "Quarter 2 update";
  column(table, "earlier", "Quarter 1 update", (_, at) => earlier(at), "update");
  for (const [at, row] of table.rows.entries()) {
    row.cells.update = row.text;
    row.truth.updates = [earlier(at), row.text].map((text) => ({ date: null, text }));
  }
}

/** The date of each update in a column of its own. */
function dateOfUpdate(table) {
  column(table, "date", "Date of update", () => "05/09/2022", "update");
  for (const row of table.rows) {
    row.cells.update = row.text;
    row.truth.updates = [{ date: "2022-09-05", text: row.text }];
  }
}

export const COLUMN_VARIANTS = {
  "status first": order("status", "number", "lead", "title", "update"),
  "status last": order("number", "lead", "title", "update", "status"),
  "title before number": order("title", "number", "status", "lead", "update"),
  "owner last": order("number", "title", "status", "update", "lead"),
  "update before title": order("number", "update", "title", "lead", "status"),
  "no numbers": (table) => without(table, "number"),
  "no owners": (table) => without(table, "lead"),
  "no updates": (table) => without(table, "update"),
  "titles and statuses only": (table) => {
    for (const name of ["number", "lead", "update"]) without(table, name);
  },
  "previous status before": (table) =>
    column(table, "previous", "Previous RAG", (_, at) => otherLetter(table, at), "status"),
  "previous status behind": (table) =>
    column(table, "previous", "Last quarter's status", (_, at) => WORDS[otherLetter(table, at)], "update"),
  "status of two quarters": (table) => {
    table.headings.status = "Q2 RAG";
    column(table, "first", "Q1 RAG", (_, at) => otherLetter(table, at), "status");
  },
  "status of two months": (table) => {
    status(table, wordOf);
    table.headings.status = "September 2022";
    column(table, "june", "June 2022", (_, at) => WORDS[otherLetter(table, at)], "status");
  },
  "forecast status": (table) => {
    table.headings.status = "Current RAG";
    column(table, "forecast", "Forecast RAG", (_, at) => otherLetter(table, at), "update");
  },
  "risk rating": (table) => column(table, "risk", "Risk rating", (_, at) => PRIORITIES[at % 3], "status"),
  "target date": (table) => column(table, "due", "Target date", (_, at) => `31/0${1 + (at % 9)}/2024`, "status"),
  "target month behind": (table) => column(table, "due", "By when", () => "March 2024"),
  "date of update": dateOfUpdate,
  "next steps": (table) => column(table, "next", "Next steps", (_, at) => `Hold meeting ${at + 1} with the suppliers`),
  "two update columns": twoUpdateColumns,
  "theme column": (table) =>
    column(table, "theme", "Priority area", (_, at) => (at < 3 ? "Safer homes" : "Open doors"), "title"),
  "eleven columns": (table) => {
    column(table, "area", "Area", (_, at) => ["North", "South"][at % 2], "lead");
    column(table, "priority", "Priority", (_, at) => PRIORITIES[at % 3], "status");
    column(table, "due", "Due date", () => "30/06/2023", "status");
    column(table, "done", "% complete", (_, at) => `${at * 15}%`, "status");
    column(table, "budget", "Budget", (_, at) => `£${at + 2},500`, "update");
    column(table, "next", "Next steps", () => "Report to the panel in spring");
  },
  "headings in capitals": (table) => {
    for (const name of table.columns) table.headings[name] = table.headings[name].toUpperCase();
  },
  "headings over two lines": (table) => {
    table.headings.lead = "Lead\nagency";
    table.headings.status = "RAG\nrating";
  },
  "update called achievements": (table) => {
    table.headings.update = "Achievements";
  },
};
