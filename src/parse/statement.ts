/** One stated count: "8/14 (57%)", "Green (G): 9 (69%)", "9 (60%) are rated Green". In: a line. Out: what it states. */
import { anyOf, plainForm } from "../language/words.js";
import type { PrintedStatement } from "../model/printed.js";
import type { Profile } from "../schema/profile.js";
import { RAGS, type Rag } from "../schema/values.js";
import { statusReader } from "./status.js";

export interface Count {
  readonly count: number | null;
  readonly total: number | null;
  readonly percent: number | null;
  /** Whether count, total and percentage are all printed: nothing else looks like that. */
  readonly full: boolean;
}

const NUMBER = "\\d{1,4}";
const PERCENT = "(\\d{1,3}(?:\\.\\d+)?)\\s?%";
const COUNT = new RegExp(
  `^(${NUMBER})(?:\\s*(?:/|out of|of)\\s*(${NUMBER}))?(?:\\s*[,:–—-]?\\s*[(\\[]?\\s*${PERCENT}\\s*[)\\]]?)?$`,
  "i",
);

/** Reads a whole cell or line that is a count with a total or a percentage; a bare number is none. */
export function readCount(text: string): Count | null {
  const match = COUNT.exec(text.trim());
  if (match?.[1] === undefined || (match[2] === undefined && match[3] === undefined)) return null;
  return {
    count: Number(match[1]),
    total: match[2] === undefined ? null : Number(match[2]),
    percent: match[3] === undefined ? null : Number(match[3]),
    full: match[2] !== undefined && match[3] !== undefined,
  };
}

type Statement = Omit<PrintedStatement, "place">;

export interface StatementReader {
  label(text: string): { rag: Rag; colour: boolean } | null;
  /** The statements that a line makes by itself; none where label and count stand in different places. */
  statements(line: string): Statement[];
}

const readers = new WeakMap<Profile, StatementReader>();

export function statementReader(profile: Profile): StatementReader {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = buildReader(profile);
    readers.set(profile, reader);
  }
  return reader;
}

function buildReader(profile: Profile): StatementReader {
  const status = statusReader(profile);
  const words = RAGS.flatMap((rag) => profile.statuses[rag].words);
  const letters = RAGS.flatMap((rag) => profile.statuses[rag].letters);
  const word = `(${anyOf(words)})`;
  const ragOf = (printed: string): Rag | null => status.readLabel(plainForm(printed))?.rag ?? null;

  const labelFirst = new RegExp(
    `(?:^|[,;|•\\t]\\s*|\\s{2,}|\\band\\s+)((?:rated\\s+)?${word}(?:\\s*[(\\[](?:${anyOf(letters)})[)\\]])?)\\s*(?:[:=–—-]|\\t)?\\s*((${NUMBER})(?:\\s*(?:/|out of|of)\\s*(${NUMBER}))?(?:[\\s\\t]*[,–—-]?\\s*[(\\[]?\\s*${PERCENT}\\s*[)\\]]?)?)(?=$|[,;|.\\t]|\\s)`,
    "giu",
  );
  const countFirst = new RegExp(
    `\\b(${NUMBER})(?:\\s*(?:/|(?:out\\s+)?of(?:\\s+the)?)\\s*(${NUMBER}))?(?:\\s+(?!and\\b|or\\b)\\p{L}+){0,3}?\\s*(?:[(\\[]\\s*)?(?:${PERCENT})?(?:\\s*[)\\]])?(\\s+(?:(?!and\\b)\\p{L}+\\s+){0,5}?)["“'‘]?${word}\\b`,
    "giu",
  );
  const ofTheTotal = new RegExp(
    `\\b(?:of|out of|all|total of)\\s+(?:the\\s+|our\\s+|all\\s+|these\\s+)*(${NUMBER})\\s+(?:\\p{L}+\\s+){0,2}?(?:deliverables?|actions?|milestones?|objectives?|commitments?|activities|tasks|measures?|projects?|priorities|items?|recommendations?)\\b`,
    "iu",
  );
  const totalLine = new RegExp(
    `^(?:total|overall total|all deliverables|total deliverables)\\s*[:=–—\\t-]*\\s*((${NUMBER})(?:\\s*[(\\t]?\\s*100(?:\\.0+)?\\s?%\\s*\\)?)?)$`,
    "i",
  );

  const statement = (
    label: string,
    raw: string,
    count: string | undefined,
    total: string | undefined,
    percent: string | undefined,
  ): Statement => ({
    rag: ragOf(label.replace(/\(.*\)|\[.*\]|\brated\b/gi, " ")),
    label: label.trim(),
    raw: raw.trim(),
    count: count === undefined ? null : Number(count),
    total: total === undefined ? null : Number(total),
    percent: percent === undefined ? null : Number(percent),
  });

  return {
    label: (text) => status.readLabel(text),
    statements(line) {
      if (!/\d/.test(line) || line.length > 2000) return [];
      const total = totalLine.exec(line);
      if (total !== null)
        return [
          { rag: null, label: "Total", raw: total[1] ?? "", count: Number(total[2]), total: null, percent: null },
        ];
      const found: Statement[] = [];
      for (const match of line.matchAll(labelFirst)) {
        // A bare number states a count only right behind a colon or in a cell of its own.
        const bare = match[5] === undefined && match[6] === undefined;
        if (bare && !/[:=\t]\s*\d+$/.test(match[0])) continue;
        found.push(statement(match[1] ?? "", match[3] ?? "", match[4], match[5], match[6]));
      }
      if (found.length === 0) {
        const whole = ofTheTotal.exec(line)?.[1];
        for (const match of line.matchAll(countFirst)) {
          const linked =
            match[3] !== undefined ||
            /\b(?:rated|are|is|were|was|at|as|remain|be|reported|assessed|judged|currently)\b/i.test(match[4] ?? "");
          if (!linked || match[0].includes("\t")) continue;
          found.push(statement(match[5] ?? "", match[0], match[1], match[2] ?? whole, match[3]));
        }
      }
      const rags = new Set(found.map((item) => item.rag));
      return rags.size === found.length && !rags.has(null) ? found : [];
    },
  };
}
