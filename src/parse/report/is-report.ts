/**
 * Whether what was read is a report at all: minutes, budgets and price lists have numbered rows, codes and colours too.
 * In: what was read, and evidence from its blocks. Out: yes or no.
 */
import { anyOf, plainForm } from "../../language/words.js";
import type { PrintedReport, PrintedRow } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import type { Context } from "../context.js";
import { planAt } from "../header/find-plan.js";
import { isTitleLike } from "../header/plan-title.js";
import { plainLineAt } from "../plain-lines.js";

/** Fewest rows that make a report where nothing names a plan, a theme or a quarter. */
const ROWS_WITHOUT_HEADER = 2;
/** Share of such rows that must have a known status, and of those that print one. */
const RATED_SHARE = 1 / 3;
const KNOWN_SHARE = 0.5;
/** Share of the rows with dated updates from which on a list in minutes is a report after all. */
const DATED_SHARE = 0.5;
/** Characters of a line that may name a paper. */
const LONGEST_NAME = 120;

type Reading = Pick<PrintedReport, "header" | "statements" | "rows">;

/** What the blocks show besides what was read from them. The functions are called only where their answer decides. */
interface Evidence {
  /** Whether column headings or labels announce statuses of things to be done, and the cells are such statuses. */
  readonly listsThingsToDo: () => boolean;
  /** Whether a text is a status, with a colour or without one. */
  readonly isStatus: (text: string) => boolean;
  /** Whether all tables list risks or the like. */
  readonly onlyRegisters: boolean;
  /** Whether a line that is a title, and not prose, names the plan or the theme. */
  readonly hasTitle: () => boolean;
  /** Whether the blocks are the minutes of a meeting. */
  readonly isMinutes: () => boolean;
  /** Whether the prose states shares of what plans count. */
  readonly statesShares: () => boolean;
  /** Whether the prose or the key names what plans list. */
  readonly countsListed: () => boolean;
}

/**
 * What names a plan is a report. What names only a theme must also rate its rows. What names neither must have column
 * headings as a report has, and a row with a title: risks and indicators are rated too. Without rows it must state counts, and have a
 * report's header or counts that add up, and must not be minutes, which quote such counts.
 */
export function isReport(reading: Reading, evidence: Evidence): boolean {
  const { header, statements, rows } = reading;
  if (evidence.onlyRegisters) return false;
  if (rows.length === 0) return isReportWithoutRows(reading, evidence);
  if (header.planTitle !== null) return true;
  const hasTheme = header.themeNumber !== null;
  if (hasTheme && (evidence.listsThingsToDo() || rows.some((row) => isRated(row) || hasDatedUpdate(row)))) return true;
  const hasPeriod = hasTheme || header.quarter !== null;
  return (
    rows.some((row) => row.title !== null) &&
    evidence.listsThingsToDo() &&
    (hasPeriod || statements.length > 0 || (rows.length >= ROWS_WITHOUT_HEADER && areRated(rows, evidence)))
  );
}

/** Whether rows have statuses as a list of things to be done has them: words of another scale are few among its rows. */
function areRated(rows: readonly PrintedRow[], { isStatus }: Evidence): boolean {
  const printed = rows.filter((row) => isRated(row) || row.ragRaw !== null || row.statuses.length > 0);
  const known = printed.filter(
    (row) => isRated(row) || [row.ragRaw, ...row.statuses.map(({ raw }) => raw)].some((raw) => isStatus(raw ?? "")),
  ).length;
  return known >= rows.length * RATED_SHARE && known >= printed.length * KNOWN_SHARE;
}

function isReportWithoutRows({ header, statements }: Reading, evidence: Evidence): boolean {
  const hasHeader = hasCompleteHeader(header) && evidence.hasTitle();
  const states = hasHeader
    ? statements.length > 0 || evidence.statesShares()
    : countsAll(statements) && evidence.countsListed();
  return states && !evidence.isMinutes();
}

/** Whether counts of several statuses add up to one stated total: nothing else on a page without a header shows whose they are. */
function countsAll(statements: Reading["statements"]): boolean {
  const [first, second] = statements;
  const total = first?.total ?? null;
  if (second === undefined || total === null || statements.some((one) => one.total !== total)) return false;
  return statements.reduce((sum, { count }) => sum + (count ?? 0), 0) === total;
}

/** Whether the header names a plan or theme, and the time that it is about. */
function hasCompleteHeader(header: Reading["header"]): boolean {
  const { planTitle, themeNumber, quarter, publishedMonth, planStartYear } = header;
  const dated = quarter !== null || publishedMonth !== null;
  return (
    (planTitle !== null && (dated || themeNumber !== null || planStartYear !== null)) || (themeNumber !== null && dated)
  );
}

/**
 * Whether a paper that calls itself minutes or the like only quotes a report: it states counts of more rows than it has,
 * or lists what people are to do.
 */
export function onlyQuotesReport(
  context: Context,
  { statements, rows }: Omit<Reading, "header">,
  from: number,
  bodyFrom: number,
): boolean {
  if (!namesOtherPaper(context, from, bodyFrom)) return false;
  const totals = statements.flatMap(({ total, count }) => total ?? count ?? []);
  if (totals.length > 0) return rows.length < Math.max(...totals);
  return rows.filter(hasDatedUpdate).length < rows.length * DATED_SHARE;
}

/** Whether a line of the header, on the page on which the body begins, is the name of another kind of paper. */
function namesOtherPaper({ blocks, profile }: Context, from: number, bodyFrom: number): boolean {
  const pattern = paperPattern(profile);
  for (let index = bodyFrom - 1; index >= from; index -= 1) {
    const plain = plainForm((plainLineAt(blocks, index) ?? "").slice(0, LONGEST_NAME));
    if (pattern.test(plain)) return true;
    if (blocks[index]?.pageStart === true) return false;
  }
  return false;
}

const paperPatterns = new WeakMap<Profile, RegExp>();

/** The name of another kind of paper in plain form, with nothing after it or with what it is a paper of. */
function paperPattern(profile: Profile): RegExp {
  let pattern = paperPatterns.get(profile);
  if (pattern === undefined) {
    const { papers } = profile;
    pattern = papers.length === 0 ? /(?!)/ : new RegExp(`^(?:${anyOf(papers)})(?:$| (?:of|for|from|held|on|\\d))`);
    paperPatterns.set(profile, pattern);
  }
  return pattern;
}

const isRated = (row: PrintedRow): boolean => row.rag !== null || row.ragColour !== null;

const hasDatedUpdate = (row: PrintedRow): boolean => row.updates.some((update) => update.date !== null);

/** Whether a line that is no part of a sentence names a plan, a theme or a quarter. */
export function hasTitle({ blocks, header }: Context, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const line = plainLineAt(blocks, index);
    if (line === null || !isTitleLike(line)) continue;
    if (planAt(blocks, index, header) !== null || header.plan.undated(line) !== null) return true;
    const stated = header.period.read(line)?.fields;
    if (stated?.themeNumber !== undefined || stated?.quarter !== undefined) return true;
  }
  return false;
}
