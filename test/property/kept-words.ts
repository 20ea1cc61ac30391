/**
 * In: a report of the dataset and its source text. Out: the words that the report lost, and those that it invented. Words are
 * runs of letters and digits as printed. They are counted, so losing one of two equal words is noticed.
 */
import type { Report } from "../../src/schema/dataset.js";
import type { Repair } from "../../src/schema/values.js";

const WORD = /[\p{L}\p{N}]+/gu;
/** Markup does not count as words: the known tags with their attributes, as src/layout/markup.ts lists them. */
const TAG =
  /<\/?(?:p|br|div|span|b|i|u|em|strong|small|sup|sub|font|a|table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th|ul|ol|li|h[1-6]|hr|blockquote|section|article|header|footer|main|html|head|title|body|meta|link)\b[^<>]{0,2000}>/gi;
/** Characters written as entities; only those that are not letters and so are not part of a word. */
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|lsquo|rsquo|ldquo|rdquo|pound|bull|hellip);/gi;
const MONTHS =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
const NUMBER_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

type Bag = Map<string, number>;

function add(bag: Bag, text: string | null): void {
  for (const word of text?.match(WORD) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
}

/** The text with its line breaks as they were. */
const withoutMarkup = (text: string): string =>
  text.replace(TAG, (tag) => tag.replace(/[^\n]/g, " ")).replace(ENTITY, " ");

/** What a repair accounts for beyond its field: the printed words that the repaired text no longer has. */
function addRepair(bag: Bag, repair: Repair): void {
  const value: Bag = new Map();
  add(value, repair.value);
  for (const word of repair.raw.match(WORD) ?? []) {
    const left = value.get(word) ?? 0;
    if (left > 0) value.set(word, left - 1);
    else bag.set(word, (bag.get(word) ?? 0) + 1);
  }
}

/** All words of the source that a report has: fields as printed, repairs, residue. */
function heldWords(report: Report): Bag {
  const bag: Bag = new Map();
  const { plan_title, theme_title, period_label, version, overall_rating } = report;
  for (const text of [plan_title, theme_title, period_label, version, overall_rating]) add(bag, text);
  for (const count of report.stated_counts) add(bag, `${count.label}\n${count.stated_raw}`);
  for (const row of report.deliverables) {
    for (const text of [row.number_source === "printed" ? row.number : null, row.organisations_raw, row.title])
      add(bag, text);
    add(bag, row.rag_raw);
    for (const { text } of row.other_columns) add(bag, text);
    // The status that the row's own was taken from is already counted.
    for (const status of row.statuses) if (!status.chosen) add(bag, status.raw);
    for (const repair of row.repairs) addRepair(bag, repair);
    for (const update of row.updates) {
      add(bag, update.heading);
      add(bag, update.text);
      for (const repair of update.repairs) addRepair(bag, repair);
    }
  }
  for (const piece of report.residue) add(bag, piece.text);
  return bag;
}

/**
 * The few words that a report holds in normalised form alone: the plan's years ("2018-21"), the theme's number ("2",
 * "Two"), the published month and its year ("December 2019").
 */
function normalisedWords(report: Report): Bag {
  const bag: Bag = new Map();
  for (const year of [report.plan_start_year, report.plan_end_year]) if (year !== null) add(bag, String(year));
  if (report.plan_end_year !== null) add(bag, String(report.plan_end_year).slice(2));
  if (report.theme_number !== null) add(bag, `${report.theme_number} ${NUMBER_WORDS[report.theme_number - 1] ?? ""}`);
  if (report.published_month !== null)
    add(bag, `${report.published_month.slice(0, 4)} ${report.published_month.slice(2, 4)}`);
  return bag;
}

function sourceWords(report: Report, lines: readonly string[]): Bag {
  const bag: Bag = new Map();
  // A tag may go over a line's end, also where the report begins or ends.
  const unmarked = withoutMarkup(lines.join("\n")).split("\n");
  for (const line of unmarked.slice((report.line_first ?? 1) - 1, report.line_last ?? lines.length)) add(bag, line);
  return bag;
}

/** Words of the source that the report holds less often than its source prints them, and how often they are missing. */
export function lostWords(report: Report, lines: readonly string[]): Record<string, number> {
  const held = heldWords(report);
  const normalised = normalisedWords(report);
  let months = report.published_month === null ? 0 : 1;
  const lost: Record<string, number> = {};
  for (const [word, printed] of sourceWords(report, lines)) {
    let missing = printed - (held.get(word) ?? 0) - (normalised.get(word.toLowerCase()) ?? 0);
    if (missing > 0 && months > 0 && MONTHS.test(word)) {
      missing -= 1;
      months -= 1;
    }
    if (missing > 0) lost[word] = missing;
  }
  return lost;
}

/** Words of titles, headings and texts that neither the source prints nor a repair gives. */
export function madeUpWords(report: Report, lines: readonly string[]): string[] {
  const known = sourceWords(report, lines);
  for (const row of report.deliverables)
    for (const repair of [...row.repairs, ...row.updates.flatMap((update) => update.repairs)]) add(known, repair.value);
  const made = new Set<string>();
  for (const row of report.deliverables)
    for (const text of [row.title, ...row.updates.flatMap((update) => [update.heading, update.text])])
      for (const word of text?.match(WORD) ?? []) if (!known.has(word)) made.add(word);
  return [...made];
}
