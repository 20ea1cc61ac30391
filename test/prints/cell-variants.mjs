/**
 * Variants of what stands in the cells: labels, statuses, owners, titles and updates of other forms. Each changes a table of `table.mjs`
 * and the truth about its rows.
 */
import { number, retitle, status, statusAt, without, wordOf } from "./table.mjs";

const MARKS = { G: "🟢", A: "🟠", R: "🔴" };
const KEY_LETTERS = { G: "O", A: "B", R: "P" };
const KEY_FIGURES = { G: "1", A: "2", R: "3" };
const two = (at) => String(at).padStart(2, "0");
const lowered = (text) => text[0].toLowerCase() + text.slice(1);

function owners(table, names) {
  for (const [at, row] of table.rows.entries()) {
    row.cells.lead = names[at % names.length];
    row.truth.organisations = row.cells.lead.split("/").map((name) => name.trim().toUpperCase());
  }
}

function updates(table, print, truth) {
  for (const row of table.rows) {
    row.cells.update = print(row);
    row.truth.updates = truth(row);
  }
}

/** The report's own key, whose letters or figures mean something else elsewhere. */
function key(table, signs, lines) {
  status(table, (row) => signs[row.letter]);
  table.above.push(...lines);
}

/** Words with built-in meanings in place of colours, and one row complete and one not started. */
function statusWords(table) {
  status(table, (row) => ({ G: "On track", A: "At risk", R: "Behind schedule" })[row.letter]);
  statusAt(table, 1, "Complete", "blue");
  statusAt(table, 2, "Not started", "white");
}

export const CELL_VARIANTS = {
  plain: () => {},
  "labels with a letter": (table) => number(table, (at) => (at === 3 ? "2a" : String(at < 3 ? at : at - 1))),
  "labels of three levels": (table) => number(table, (at) => `2.1.${at}`),
  "coded labels": (table) => number(table, (at) => `AUD-${two(at * 7)}`),
  "labels with a year in brackets": (table) => number(table, (at) => `SR (25/26) ${two(at)}`),
  "labels by year": (table) => number(table, (at) => `2023/${two(at + 3)}`),
  "labels with a bracket": (table) => number(table, (at) => `${at < 4 ? 1 : 2}(${"abcabcd"[at - 1]})`),
  "labels of words": (table) => number(table, (at) => `Action ${at}`),
  "large numbers": (table) => number(table, (at) => String(1180 + at * 13)),
  "label and title in one cell": (table) => {
    number(table, (at) => `4.${at}`);
    for (const row of table.rows) row.cells.title = `${row.truth.number} ${row.truth.title}`;
    table.columns = table.columns.filter((name) => name !== "number");
  },
  "full words": (table) => status(table, wordOf),
  "words and letters": (table) => status(table, (row) => `${wordOf(row)} (${row.letter})`),
  "coloured marks": (table) => status(table, (row) => MARKS[row.letter]),
  "marks and words": (table) => status(table, (row) => `${MARKS[row.letter]} ${wordOf(row)}`),
  "status words": statusWords,
  "unknown word": (table) => statusAt(table, 1, "Parked", null),
  "word without a colour": (table) => statusAt(table, 3, "On hold", null),
  "empty status": (table) => statusAt(table, 2, "", null),
  "dash for a status": (table) => statusAt(table, 2, "-", null),
  "half ratings": (table) => {
    status(table, wordOf);
    statusAt(table, 1, "Amber/Green", "amber-green", null);
    statusAt(table, 3, "Amber/Red", "amber-red", null);
  },
  "letters of its own key": (table) =>
    key(table, KEY_LETTERS, ["Key to status", "O = on course (Green)", "B = behind (Amber)", "P = in peril (Red)"]),
  "figures of its own key": (table) => key(table, KEY_FIGURES, ["Key to status", "1 = Green", "2 = Amber", "3 = Red"]),
  "owners joined by and": (table) => owners(table, ["Roads and Lighting", "Museums", "Health and Safety"]),
  "owners of two names": (table) => owners(table, ["Roads / Museums", "Museums", "Roads"]),
  "owners that are posts": (table) => owners(table, ["Chief Librarian", "Deputy Town Clerk", "Head of Waste"]),
  "numbers that start titles": (table) =>
    retitle(table, (title, at) => (at % 2 === 1 ? `${at * 25} days: ${lowered(title)}` : title)),
  "numbers that start titles without labels": (table) => {
    without(table, "number");
    retitle(table, (title, at) => (at === 1 ? `700 hours: ${lowered(title)}` : title));
  },
  "colours that start titles": (table) =>
    retitle(table, (title, at) => `${["Green", "Red", "Amber", "Blue"][at % 4]} list: ${lowered(title)}`),
  "titles in lower case": (table) => retitle(table, lowered),
  "titles of one word": (table) =>
    retitle(table, (_, at) => ["Lifts", "Cycling", "Bandstand", "Surveys", "Payroll"][at % 5] + (at > 4 ? " II" : "")),
  "quotes and commas in titles": (table) =>
    retitle(table, (title, at) => (at % 2 === 0 ? `${title}, then test, mend and "sign off" the result` : title)),
  "long titles": (table) =>
    retitle(
      table,
      (title) => `${title}, with the\nadvice of the people who live and\nwork nearby, before the winter sets\nin`,
    ),
  "long updates": (table) =>
    updates(
      table,
      (row) => `${row.text} Since then the\nworking group has met twice and will\nreport again in the spring.`,
      (row) => [
        {
          date: null,
          text: `${row.text} Since then the working group has met twice and will report again in the spring.`,
        },
      ],
    ),
  "undated updates": (table) =>
    updates(
      table,
      (row) => row.text,
      (row) => [{ date: null, text: row.text }],
    ),
  "two updates in a cell": (table) =>
    updates(
      table,
      (row) => `Update 05.09.22: ${row.text}\nUpdate 14.06.22: A start was made.`,
      (row) => [
        { date: "2022-09-05", text: row.text },
        { date: "2022-06-14", text: "A start was made." },
      ],
    ),
};
