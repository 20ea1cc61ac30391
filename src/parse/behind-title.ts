/**
 * The cells behind a title in running text: at the end of a line, on lines of their own, or before a text that follows.
 * In: the lines from the title on. Out: where the title ends, with status and organisation set in the head.
 */
import type { ColumnRole } from "../schema/profile.js";
import type { Context } from "./context.js";
import { AT_END, AT_START, ORGANISATIONS, setOrganisations, takeStatusAtStart } from "./flat-cells.js";
import { headingInside } from "./heading-inside.js";
import { emptyRowHead, type RowHead } from "./item.js";

interface Behind {
  readonly line: number;
  readonly title: string;
  readonly lastLine: number;
  readonly rest: string;
}

/** Looks for the cells behind the title, at the end of a line, on lines of their own, or before a text that follows. */
export function findBehindTitle(
  context: Context,
  head: RowHead,
  texts: readonly string[],
  from: number,
  after: readonly ColumnRole[],
  gaps: readonly boolean[],
): Behind | null {
  const { within, anywhere } = context.status.patterns;
  const wantsStatus = after.includes("status");
  const wantsOrganisation = after.includes("organisation");
  const statusLast = after.at(-1) === "status";
  for (let line = from; line < texts.length; line += 1) {
    const whole = texts[line] ?? "";
    const cut = headingInside(context, whole);
    const text = cut === null ? whole : whole.slice(0, cut).trim();
    const update = cut === null ? "" : whole.slice(cut);
    if (line > from && /^\d{1,3}$/.test(text)) return null;
    // A cell's own line: the organisation, then the status on the next, or the other way round.
    if (line > from) {
      const own = cellsOnLines(context, head, texts, line, after, gaps);
      if (own !== null) return { line, title: "", lastLine: own.lastLine, rest: own.rest };
      if (context.update.read(text) !== null) return null;
    }
    if (wantsStatus && statusLast) {
      const found = context.status.atEnd(text);
      if (found !== null) {
        const before = text.slice(0, text.length - found.length).trim();
        const organisation = wantsOrganisation ? AT_END.exec(before)?.[1] : undefined;
        if (before !== "" || line > from) {
          head.statusRaw = found;
          head.status = context.status.read(found);
          const taken = organisation !== undefined && setOrganisations(context, head, organisation);
          return {
            line,
            title:
              taken && organisation !== undefined
                ? before.slice(0, before.length - organisation.length).trim()
                : before,
            lastLine: line,
            rest: update,
          };
        }
      }
      for (const inside of text.matchAll(within)) {
        const before = text.slice(0, inside.index).trim();
        const organisation = wantsOrganisation ? AT_END.exec(before)?.[1] : undefined;
        // Within a title "Green" or "A" may be a word of it: a status has a code of an organisation before it.
        if (inside[1] === undefined || organisation === undefined || !context.organisations.isCodes(organisation))
          continue;
        head.statusRaw = inside[1];
        head.status = context.status.read(inside[1]);
        setOrganisations(context, head, organisation);
        return {
          line,
          title: before.slice(0, before.length - organisation.length).trim(),
          lastLine: line,
          rest: text
            .slice(inside.index + inside[0].length)
            .concat(" ", update)
            .trim(),
        };
      }
    } else if (wantsStatus) {
      const found = new RegExp(`(?:^|\\s)${anywhere}\\s+(${ORGANISATIONS})(?=\\s|$)`, "u").exec(text);
      if (found?.[1] !== undefined && found[2] !== undefined && setOrganisations(context, head, found[2])) {
        head.statusRaw = found[1];
        head.status = context.status.read(found[1]);
        return {
          line,
          title: text.slice(0, found.index).trim(),
          lastLine: line,
          rest: text
            .slice(found.index + found[0].length)
            .concat(" ", update)
            .trim(),
        };
      }
    } else if (wantsOrganisation) {
      const raw = AT_END.exec(text)?.[1];
      if (raw !== undefined && context.organisations.isCodes(raw) && setOrganisations(context, head, raw))
        return { line, title: text.slice(0, text.length - raw.length).trim(), lastLine: line, rest: update };
    }
    // What comes behind an update's heading is no cell of the row's head.
    if (cut !== null) return null;
    if (line > from && gaps[line] === true && line > from + 4) return null;
  }
  return null;
}

/** Characters of an organisation's name. */
const LONGEST_NAME = 40;
/** Capitalised words, and small ones between them: "Force HR", "Board of Governors". */
const NAME = /^\p{Lu}[\p{L}\p{N}'’.&/-]*(?:\s+(?:(?:and|of|for|the|&)\s+)?\p{Lu}[\p{L}\p{N}'’.&/-]*){1,4}$/u;

/** Whether a line is a name of several words, beside a line that is nothing but the row's status. */
function isNameOnLine(context: Context, texts: readonly string[], at: number, text: string): boolean {
  if (text !== texts[at] || text.length > LONGEST_NAME || !NAME.test(text) || /[.]$/.test(text)) return false;
  return [texts[at - 1], texts[at + 1]].some((line) => context.status.read(line ?? "") !== null);
}

function cellsOnLines(
  context: Context,
  head: RowHead,
  texts: readonly string[],
  line: number,
  after: readonly ColumnRole[],
  gaps: readonly boolean[],
): { lastLine: number; rest: string } | null {
  let at = line;
  let text = texts[at] ?? "";
  let found = 0;
  const trial = emptyRowHead();
  for (const role of after) {
    while (text === "" && at + 1 < texts.length) {
      at += 1;
      text = texts[at] ?? "";
    }
    if (role === "status") {
      const took = takeStatusAtStart(context, trial, text, texts[at + 1]);
      if (took === null) continue;
      found += 1;
      if (took.nextRest !== undefined) {
        at += 1;
        text = took.nextRest;
      } else text = took.rest;
    } else {
      const whole =
        context.organisations.isCodes(text) ||
        (text.length <= LONGEST_NAME && AT_START.exec(text)?.[1] === text) ||
        isNameOnLine(context, texts, at, text);
      const next = context.status.patterns;
      const prefix = whole ? text : AT_START.exec(text)?.[1];
      if (prefix === undefined) continue;
      const behindIt = text.slice(prefix.length).trim();
      const confirmed =
        behindIt === ""
          ? context.organisations.isCodes(prefix) ||
            next.start.test(texts[at + 1] ?? "") ||
            trial.statusRaw !== null ||
            (gaps[at] === true && gaps[at + 1] === true && context.update.read(texts[at + 1] ?? "") !== null)
          : next.start.test(behindIt) || trial.statusRaw !== null;
      if (!confirmed || !setOrganisations(context, trial, prefix)) continue;
      found += 1;
      text = behindIt;
    }
  }
  if (
    found === 0 ||
    (after.includes("status") &&
      trial.statusRaw === null &&
      found < after.length &&
      !context.organisations.isCodes(texts[line] ?? ""))
  )
    return null;
  if (text !== "" && found > 0 && at === line && text === texts[line]) return null;
  if (trial.statusRaw !== null) Object.assign(head, { status: trial.status, statusRaw: trial.statusRaw });
  if (trial.organisations !== null)
    Object.assign(head, { organisations: trial.organisations, organisationsRaw: trial.organisationsRaw });
  head.repairs.push(...trial.repairs);
  return { lastLine: at, rest: text };
}
