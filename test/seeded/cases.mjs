/**
 * Small reports whose contents, columns, labels, statuses, updates and print are chosen by a seed. In: a seed. Out: a case as of
 * `test/prints/cases.mjs`, its choices as `traits`. As a program, after a build, it reads many and tells how well:
 *   node test/seeded/cases.mjs FIRST_SEED [COUNT]
 */
import { pathToFileURL } from "node:url";
import { PRINTS } from "../prints/printers.mjs";
import { column } from "../prints/table.mjs";
import {
  ABOVE,
  HEADINGS,
  LABELS,
  OBJECTS,
  OTHERS,
  OWNERS,
  PLACES,
  REPORTS,
  SCHEMES,
  UPDATES,
  VERBS,
} from "./choices.mjs";

const FEWEST_ROWS = 4;
const MOST_ROWS = 11;
/** How often a report has each peculiarity. */
const OFTEN = 0.7;
const SELDOM = 0.2;

/** Random numbers of a seed: Mulberry32, with a step between seeds so that neighbours have nothing in common. */
export function randomOf(seed) {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  const one = (list) => list[below(list.length)];
  const shuffled = (list) =>
    list
      .map((item) => [next(), item])
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  return { below, one, shuffled, chance: (share) => next() < share };
}

/** The forms that this report has. */
function traitsOf({ one, chance }) {
  return {
    labels: one(Object.keys(LABELS)),
    scheme: one(Object.keys(SCHEMES)),
    owners: one(Object.keys(OWNERS)),
    updates: one(Object.keys(UPDATES)),
    print: one(Object.keys(PRINTS)),
    numbered: chance(OFTEN),
    owned: chance(OFTEN),
    reported: chance(OFTEN),
    mixed: chance(SELDOM),
    grouped: chance(SELDOM),
    noted: chance(SELDOM),
    previous: chance(SELDOM),
    others: chance(OFTEN) ? [] : [one(Object.keys(OTHERS))],
  };
}

export function rowsOf(random, traits) {
  const scheme = SCHEMES[traits.scheme];
  const code = random.one(["AP", "WS", "CR", "HB"]);
  const titles = random.shuffled(VERBS.flatMap((verb) => OBJECTS.map((object) => `${verb} ${object}`)));
  return Array.from({ length: FEWEST_ROWS + random.below(MOST_ROWS - FEWEST_ROWS + 1) }, (_, index) => {
    const label = LABELS[traits.labels](index + 1, code);
    const owner = random.one(OWNERS[traits.owners]);
    const title = random.chance(OFTEN) ? titles[index] : `${titles[index]} ${random.one(PLACES)}`;
    const rag = random.one(["green", "green", "amber", "red", "blue"]);
    const text = random.one(REPORTS);
    const [update, date] = UPDATES[traits.updates](1 + random.below(28), text);
    return {
      cells: { number: label, lead: owner, title, status: scheme[rag], update },
      truth: {
        number: traits.numbered ? label : null,
        organisations: traits.owned ? [owner.toUpperCase()] : [],
        title,
        rag: [rag],
        updates: traits.reported ? [{ date, text }] : [],
      },
    };
  });
}

function columnsOf(random, traits) {
  const wanted = { number: traits.numbered, lead: traits.owned, update: traits.reported };
  const columns = ["number", "lead", "title", "status", "update"].filter((name) => wanted[name] ?? true);
  return traits.mixed ? random.shuffled(columns) : columns;
}

export function seededCase(seed) {
  const random = randomOf(seed);
  const traits = traitsOf(random);
  const rows = rowsOf(random, traits);
  const table = {
    above: [...random.one(ABOVE), ...(SCHEMES[traits.scheme].key ?? [])],
    below: traits.noted ? ["Note: figures are those given by the owners and were not checked."] : [],
    columns: columnsOf(random, traits),
    headings: Object.fromEntries(Object.entries(HEADINGS).map(([name, headings]) => [name, random.one(headings)])),
    groups: new Map(
      traits.grouped
        ? [
            [0, "Priority A: Buildings"],
            [2, "Priority B: People"],
          ]
        : [],
    ),
    last: null,
    merged: null,
    rows,
  };
  if (traits.previous)
    column(table, "previous", "Previous status", (_, at) => rows[(at + 1) % rows.length].cells.status, "status");
  for (const name of traits.others) column(table, name, OTHERS[name][0], (_, at) => OTHERS[name][1](at + 1));
  const [file, print] = PRINTS[traits.print];
  return {
    variant: `seed ${seed}`,
    print: traits.print,
    theme: "seeded",
    traits,
    file,
    text: `${print(table).trimEnd()}\n`,
    doubt: traits.print === "row a line",
    rows: rows.map(({ truth }) => truth),
  };
}

export const seededCases = (first, count) => Array.from({ length: count }, (_, at) => seededCase(first + at));

/** Shares without a fault and silent wrong values, of all and by each choice. */
export async function report(cases) {
  const { figuresOf, readCases } = await import("../evaluate/printed.mjs");
  const read = await readCases(cases);
  const show = (name, some) => {
    const { documents, faultless, rows, rowsLost, silent } = figuresOf(some);
    console.log(
      `${name.padEnd(24)} ${faultless}/${documents} without a fault, ${rowsLost}/${rows} rows lost, ${silent} silent`,
    );
  };
  show("all", read);
  for (const trait of Object.keys(read[0]?.printed.traits ?? {})) {
    const values = [...new Set(read.map(({ printed }) => String(printed.traits[trait])))].sort();
    for (const value of values)
      show(
        `${trait} ${value}`,
        read.filter(({ printed }) => String(printed.traits[trait]) === value),
      );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [first = 1, count = 200] = process.argv.slice(2).map(Number);
  await report(seededCases(first, count));
}
