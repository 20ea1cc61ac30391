/**
 * Whether what was read is a report at all: minutes, budgets and price lists have numbered rows, codes and colours too.
 * In: a reading, and the blocks it was read from. Out: yes or no.
 */
import { plainForm } from "../../language/words.js";
import type { PrintedReport, PrintedRow } from "../../model/printed.js";
import type { Context } from "../context.js";
import { headLineAt, planAt } from "../header/header-lines.js";
import { isTitleLike } from "../header/plan-title.js";
import { firstTypedHead } from "../typed-list.js";
import { isMeasured } from "./registers.js";

/** Fewest rows that make a report where nothing names a plan, a theme or a quarter. */
const ROWS_WITHOUT_HEAD = 3;

/** Share of the rows with dated updates from which on a list in minutes is a report after all. */
const FOLLOWED_SHARE = 0.5;
/** Characters of a line that may name a paper. */
const LONGEST_NAME = 120;

type Reading = Pick<PrintedReport, "header" | "statements" | "rows">;

/** What the blocks say besides. */
interface Signs {
  /** Whether they head columns as a report does. */
  readonly headed: boolean;
  /** Whether their tables list risks or the like. */
  readonly isRegister: boolean;
  /** Whether a line that is a title, and not prose, names the plan or the theme; asked only where there are no rows. */
  readonly isTitled: () => boolean;
  /** Whether they are the minutes of a meeting; asked only where there are no rows. */
  readonly isMinuted: () => boolean;
  /** Whether their prose states shares of what plans count; asked only where there are neither rows nor counts. */
  readonly isCounting: () => boolean;
}

/**
 * What names a plan is a report. What only names a theme must rate its rows, and what names neither must also head its
 * columns as a report does, and say of some row what is to be done: risks and indicators are rated too. Without rows it
 * must have a report's head and state counts, and be no minutes: they quote.
 */
export function isReport({ header, statements, rows }: Reading, { headed, isRegister, ...asked }: Signs): boolean {
  if (isRegister) return false;
  const themed = header.themeNumber !== null;
  if (rows.length === 0)
    return (
      hasWholeHead(header) && (statements.length > 0 || asked.isCounting()) && asked.isTitled() && !asked.isMinuted()
    );
  if (header.planTitle !== null) return true;
  if (themed && (headed || rows.some((row) => isRated(row) || isFollowed(row)))) return true;
  const dated = themed || header.quarter !== null;
  return (
    headed &&
    rows.some((row) => row.title !== null) &&
    (dated || statements.length > 0 || rows.length >= ROWS_WITHOUT_HEAD)
  );
}

/** A plan or theme, and the time it is about. */
function hasWholeHead({ planTitle, themeNumber, quarter, publishedMonth, planStartYear }: Reading["header"]): boolean {
  const dated = quarter !== null || publishedMonth !== null;
  return (
    (planTitle !== null && (dated || themeNumber !== null || planStartYear !== null)) || (themeNumber !== null && dated)
  );
}

/**
 * Whether a paper that calls itself minutes or the like only tells of a report: it quotes the counts of more rows than it
 * has, or lists what people are to do.
 */
export function isAbout(context: Context, { statements, rows }: Reading, from: number, bodyFrom: number): boolean {
  const named = nameOfPaper(context, from, bodyFrom);
  if (!named) return false;
  const totals = statements.flatMap(({ total, count }) => total ?? count ?? []);
  if (totals.length > 0) return rows.length < Math.max(...totals);
  return rows.filter(isFollowed).length < rows.length * FOLLOWED_SHARE;
}

/** Whether a line of the head, on the page on which the body begins, is the name of another kind of paper. */
function nameOfPaper({ blocks, profile }: Context, from: number, bodyFrom: number): boolean {
  for (let index = bodyFrom - 1; index >= from; index -= 1) {
    const plain = plainForm((headLineAt(blocks, index) ?? "").slice(0, LONGEST_NAME));
    if (profile.papers.some((name) => plain === name || new RegExp(`^${name} (?:of|for|from|held|on|\\d)`).test(plain)))
      return true;
    if (blocks[index]?.pageStart === true) return false;
  }
  return false;
}

const isRated = (row: PrintedRow): boolean => row.rag !== null || row.ragColour !== null;

const isFollowed = (row: PrintedRow): boolean => row.updates.some((update) => update.date !== null);

/** Whether a line that is no sentence, nor goes on with one, names a plan, or theme or quarter. */
export function isTitled({ blocks, head }: Context, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const line = headLineAt(blocks, index);
    if (line === null || !isTitleLike(line)) continue;
    if (planAt(blocks, index, head) !== null || head.plan.undated(line) !== null) return true;
    const said = head.period.read(line)?.head;
    if (said?.themeNumber !== undefined || said?.quarter !== undefined) return true;
  }
  return false;
}

/** Whether column headings or labels say that statuses of deliverables follow. */
export function isHeaded(context: Context, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const heading = context.headings.get(index);
    if (heading === undefined || heading.isUnnamed === true || !heading.roles.includes("status")) continue;
    if (!isMeasured(context.blocks, index, heading.roles)) return true;
  }
  return firstTypedHead(context, from, to, new Set(), { labelled: true }) !== null;
}
