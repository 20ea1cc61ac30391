/**
 * Small reports that state counts of their rows: sound ones, and the same ones with one misstatement planted. In: nothing. Out: each report's
 * text, and the findings of which one at least must be raised; none for a sound report. Each is printed in the ways of `test/prints`.
 */
import { PRINTS } from "../prints/printers.mjs";
import { tableOf } from "../prints/table.mjs";
import { THEMES } from "../prints/themes.mjs";

const NAMES = { G: "Green", A: "Amber", R: "Red" };
const RAGS = { G: "green", A: "amber", R: "red" };
const LETTERS = Object.keys(NAMES);

const share = (count, total) => (100 * count) / total;
const rounded = (count, total) => `${Math.round(share(count, total))}%`;

/** Count, total and percentage of each status, as they are right for the rows. */
const figuresOf = (table, percent = rounded) =>
  new Map(
    LETTERS.map((letter) => {
      const count = table.rows.filter((row) => row.letter === letter).length;
      return [letter, { count, total: table.rows.length, percent: percent(count, table.rows.length) }];
    }),
  );

const each = (figures, line) => [...figures].map(([letter, one]) => line(NAMES[letter], one));

/** How a report states its figures: each gives lines above the table. `states` has what it prints besides the counts. */
const WORDINGS = {
  "lines with totals": {
    states: ["total", "percent"],
    lines: (figures) => each(figures, (name, { count, total, percent }) => `${name}: ${count}/${total} (${percent})`),
  },
  "lines with shares": {
    states: ["percent"],
    lines: (figures) => each(figures, (name, { count, percent }) => `${name}: ${count} (${percent})`),
  },
  "lines of words": {
    states: ["total", "percent"],
    lines: (figures) =>
      each(figures, (name, { count, total, percent }) => `${name} - ${count} of ${total} (${percent})`),
  },
  "a sentence": {
    states: ["total"],
    lines: (figures) => {
      const [green, amber, red] = each(figures, (name, { count }) => `${count} are ${name}`);
      const total = Math.max(...[...figures.values()].map((one) => one.total));
      return [`Of the ${total} actions, ${green}, ${amber} and ${red}.`];
    },
  },
};

const WITH_EDGES = Object.keys(PRINTS).filter((print) => print !== "row a line" && print !== "cell a line");

const set = (figures, letter, change) => figures.set(letter, { ...figures.get(letter), ...change });

/** The first row's letter, of which at least one row exists in each theme. */
const firstLetter = (table) => table.rows[0].letter;
const otherThan = (letter) => LETTERS.find((one) => one !== letter);

const renumbered = (table) => {
  for (const [at, row] of table.rows.entries()) row.cells.number = String(at + 1);
};

/** Each changes the table or the figures after they were taken from it; `wants` names findings of which one must be raised. */
const PLANTED = {
  "a count too high": {
    needs: [],
    plant: (table, figures) => {
      const letter = firstLetter(table);
      set(figures, letter, { count: figures.get(letter).count + 1 });
      return [`count-mismatch ${RAGS[letter]}`];
    },
  },
  "a count too low": {
    needs: [],
    plant: (table, figures) => {
      const letter = firstLetter(table);
      set(figures, letter, { count: figures.get(letter).count - 1 });
      return [`count-mismatch ${RAGS[letter]}`];
    },
  },
  "a total": {
    needs: ["total"],
    plant: (_, figures) => {
      for (const letter of LETTERS) set(figures, letter, { total: figures.get(letter).total + 1 });
      return ["total-mismatch green"];
    },
  },
  "a percentage": {
    needs: ["percent"],
    plant: (table, figures) => {
      const letter = firstLetter(table);
      const { count, total } = figures.get(letter);
      set(figures, letter, { percent: `${Math.round(share(count, total)) + 6}%` });
      return [`percent-mismatch ${RAGS[letter]}`];
    },
  },
  "the status of a row": {
    needs: [],
    plant: (table) => {
      const [row] = table.rows;
      const letter = otherThan(row.letter);
      row.cells.status = letter;
      return [`count-mismatch ${RAGS[row.letter]}`, `count-mismatch ${RAGS[letter]}`];
    },
  },
  "a row left out": {
    needs: [],
    plant: (table) => {
      const [row] = table.rows.splice(1, 1);
      return [`count-mismatch ${RAGS[row.letter]}`];
    },
  },
  "a row left out and the others renumbered": {
    needs: [],
    plant: (table) => {
      const [row] = table.rows.splice(1, 1);
      renumbered(table);
      return [`count-mismatch ${RAGS[row.letter]}`];
    },
  },
  "a row printed twice": {
    needs: [],
    // Where cells have no edges, lines after the last row are taken for the rest of its update.
    prints: WITH_EDGES,
    plant: (table) => {
      const [row] = table.rows;
      table.rows.push({ ...row, cells: { ...row.cells } });
      return [`count-mismatch ${RAGS[row.letter]}`, "number-duplicate null"];
    },
  },
};

const decimal = (point) => (count, total) => `${share(count, total).toFixed(1).replace(".", point)}%`;

/** Sound reports: figures taken from the table as it is, in some form, and lines that state more of it. */
const SOUND = {
  "as counted": {},
  "cut off percentages": { percent: (count, total) => `${Math.floor(share(count, total))}%` },
  "decimal percentages": { percent: decimal(".") },
  "decimal commas": { percent: decimal(",") },
  "a bound below": { more: () => ["Less than 1% of the actions are cancelled."] },
  "a bound on a status": {
    more: (table) => [`Fewer than ${table.rows.filter(({ letter }) => letter === "R").length + 1} actions are Red.`],
  },
  "a count of an earlier quarter": {
    more: () => ["At the end of the last quarter one action more was Red."],
  },
  "a paused row that the totals leave out": {
    change: (table) => {
      const at = table.rows.length;
      const cells = {
        ...table.rows[0].cells,
        number: String(at + 1),
        title: "Move the sorting office",
        status: "Paused",
      };
      const live = figuresOf(table);
      table.rows.push({ letter: "P", text: "", cells });
      return live;
    },
    more: () => ["Totals and percentages leave out one action that is paused."],
  },
};

function printed(table, print, lines) {
  const [file, make] = PRINTS[print];
  table.above.push(...lines);
  return { file, text: `${make(table).trimEnd()}\n` };
}

export function plantedCases() {
  const layouts = THEMES.flatMap((theme) =>
    Object.keys(PRINTS).flatMap((print) => Object.keys(WORDINGS).map((wording) => ({ theme, print, wording }))),
  );
  const planted = layouts.flatMap(({ theme, print, wording }) =>
    Object.entries(PLANTED)
      .filter(([, { needs, prints = Object.keys(PRINTS) }]) => {
        return prints.includes(print) && needs.every((one) => WORDINGS[wording].states.includes(one));
      })
      .map(([name, { plant }]) => {
        const table = tableOf(theme);
        const figures = figuresOf(table);
        const wants = plant(table, figures);
        return {
          name,
          theme: theme.name,
          print,
          wording,
          wants,
          ...printed(table, print, WORDINGS[wording].lines(figures)),
        };
      }),
  );
  const sound = layouts.flatMap(({ theme, print, wording }) =>
    Object.entries(SOUND)
      .filter(([, { percent }]) => percent === undefined || WORDINGS[wording].states.includes("percent"))
      .map(([name, { percent, more = () => [], change = (table) => figuresOf(table, percent) }]) => {
        const table = tableOf(theme);
        const figures = change(table);
        const lines = [...WORDINGS[wording].lines(figures), ...more(table)];
        return { name, theme: theme.name, print, wording, wants: [], ...printed(table, print, lines) };
      }),
  );
  return [...planted, ...sound];
}
