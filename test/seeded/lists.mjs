/**
 * Labelled lists whose contents are those of the seeded reports, in dressings chosen by a seed: bullets, bold type, numbers and
 * glyphs before titles, values on lines of their own or beside each other, wrapped lines, entries without a status. In: a seed.
 * Out: a case as of `cases.mjs`. As a program, after a build, it reads many and tells how well:
 *   node test/seeded/lists.mjs FIRST_SEED [COUNT]
 */
import { pathToFileURL } from "node:url";
import { randomOf, report, rowsOf } from "./cases.mjs";
import { ABOVE, HEADINGS, LABELS, OWNERS, SCHEMES, UPDATES } from "./choices.mjs";

const OFTEN = 0.7;
const SELDOM = 0.2;
/** How many rows have no status where some have none. */
const UNRATED = 0.15;
/** Characters of a line where lines wrap. */
const WIDTH = 44;
const INDENT = "   ";
const GLYPHS = { green: "🟢", amber: "🟠", red: "🔴", blue: "🔵" };

/** How a number stands before its title. */
const NUMBERS = {
  dot: (label, title) => `${label}. ${title}`,
  bracket: (label, title) => `${label}) ${title}`,
  colon: (label, title) => `${label}: ${title}`,
  dash: (label, title) => `${label} – ${title}`,
  space: (label, title) => `${label} ${title}`,
};

/** How values stand beside or below each other. */
const VALUES = {
  lines: (pairs) => pairs,
  wide: (pairs) => [pairs.join("   ")],
  single: (pairs) => [pairs.join(" ")],
  bars: (pairs) => [pairs.join(" | ")],
  strokes: (pairs) => [pairs.join(" / ")],
  semicolons: (pairs) => [pairs.join("; ")],
  brackets: (pairs) => [`(${pairs.join(", ")})`],
};

function dressingOf({ one, chance }, numbered) {
  const rating = one(["label", "label", "label", "glyph first", "glyph last", "behind title"]);
  return {
    head: rating === "label" ? one(["line", "line", "line", "number alone", "labelled", "inline"]) : "line",
    number: numbered ? one(Object.keys(NUMBERS)) : "none",
    values: one(Object.keys(VALUES)),
    rating,
    bullet: one(["", "", "- ", "• ", "* "]),
    markdown: one(["plain", "plain", "bold titles", "bold labels", "headings"]),
    quoted: chance(SELDOM),
    wrapped: one(["no", "no", "hanging", "flush"]),
    labelled: chance(OFTEN),
    due: chance(SELDOM),
    unrated: chance(SELDOM),
  };
}

/** A line broken before the words that it has no room for. */
function wrap(line, form) {
  if (form === "no") return [line];
  const lines = [];
  let rest = line;
  while (rest.length > WIDTH) {
    const at = rest.lastIndexOf(" ", WIDTH);
    if (at <= 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest].map((part, at) => (at === 0 || form === "flush" ? part : `${INDENT}${part}`));
}

function printEntry({ cells, truth }, dressing, headings) {
  const { bullet, markdown, rating, head, wrapped } = dressing;
  const label = (name, value) =>
    `${markdown === "bold labels" ? `**${headings[name]}:**` : `${headings[name]}:`} ${value}`;
  const owner = cells.lead;
  const isRated = truth.rag[0] !== null;
  const pairs = [];
  if (truth.organisations.length > 0 && rating !== "behind title") pairs.push(label("lead", owner));
  if (rating === "label" && isRated) pairs.push(label("status", cells.status));
  if (dressing.due) pairs.push(label("due", "March 2024"));
  const printedNumber = truth.number === null ? null : cells.number;
  let title = cells.title;
  if (printedNumber !== null && head !== "labelled" && head !== "number alone")
    title = NUMBERS[dressing.number](printedNumber, title);
  const values = VALUES[dressing.values](pairs);
  let lines = [];
  if (markdown === "bold titles") title = `**${title}**`;
  if (rating === "glyph first" && isRated) title = `${GLYPHS[truth.rag[0]]} ${title}`;
  if (rating === "glyph last" && isRated) title = `${title} ${GLYPHS[truth.rag[0]]}`;
  if (rating === "behind title" && isRated)
    title = truth.organisations.length > 0 ? `${title} (${owner}) - ${cells.status}` : `${title} - ${cells.status}`;
  if (markdown === "headings") title = `### ${title}`;
  const isInline = head === "inline" && pairs.length > 0;
  const first = isInline ? `${title} (${pairs.join(", ")})` : title;
  if (head === "labelled")
    lines = [
      ...(printedNumber === null ? [] : [`${headings.number}: ${printedNumber}`]),
      ...wrap(`${headings.title}: ${cells.title}`, wrapped),
    ];
  else if (head === "number alone" && printedNumber !== null)
    lines = [
      /^Action/.test(printedNumber) ? printedNumber : `Action ${printedNumber}`,
      ...wrap(`${headings.title}: ${cells.title}`, wrapped),
    ];
  else lines = wrap(first, wrapped);
  const below = isInline || pairs.length === 0 ? [] : values.flatMap((line) => wrap(`${bullet}${line}`, wrapped));
  const update =
    truth.updates.length === 0
      ? []
      : wrap(dressing.labelled ? `${bullet}${label("update", cells.update)}` : `${cells.update}`, wrapped);
  return [...lines, ...below, ...update];
}

export function listCase(seed) {
  const random = randomOf(seed);
  const traits = {
    labels: random.one(Object.keys(LABELS)),
    scheme: random.one(Object.keys(SCHEMES)),
    owners: random.one(Object.keys(OWNERS)),
    updates: random.one(Object.keys(UPDATES)),
    numbered: random.chance(OFTEN),
    owned: random.chance(OFTEN),
    reported: random.chance(OFTEN),
  };
  const dressing = dressingOf(random, traits.numbered);
  // A list needs something besides titles that its entries are known by.
  if (!traits.numbered && dressing.rating !== "label") dressing.rating = "label";
  // An entry without its status is known by another label.
  dressing.unrated &&= traits.owned || dressing.due;
  const rows = rowsOf(random, traits);
  for (const row of rows) {
    if (dressing.unrated && random.chance(UNRATED)) {
      row.truth.rag = [null];
      // Where the status after a title is left out, so is the name before it.
      if (dressing.rating === "behind title") row.truth.organisations = [];
    }
    // "Action 3: Open …" is number 3; "Ref: Action 3" is its label.
    if (row.truth.number !== null && dressing.head !== "labelled")
      row.truth.number = row.truth.number.replace(/^Action /, "");
  }
  const headings = {
    ...Object.fromEntries(Object.entries(HEADINGS).map(([name, all]) => [name, random.one(all)])),
    due: "Due date",
  };
  const above = [
    ...random.one(ABOVE.filter(([title]) => !title.startsWith("Action log"))),
    ...(SCHEMES[traits.scheme].key ?? []),
  ];
  const entries = rows.map((row) => printEntry(row, dressing, headings).join("\n"));
  const text = [above.join("\n"), ...entries].join("\n\n");
  return {
    variant: `list ${seed}`,
    print: "labelled list",
    theme: "seeded",
    traits: { ...traits, ...dressing },
    file: dressing.markdown === "plain" ? "report.txt" : "report.md",
    text: `${dressing.quoted ? text.replace(/^/gm, "> ") : text}\n`,
    doubt: false,
    rows: rows.map(({ truth }) => truth),
  };
}

export const listCases = (first, count) => Array.from({ length: count }, (_, at) => listCase(first + at));

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await report(listCases(Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 200)));
