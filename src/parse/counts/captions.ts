/**
 * Counts in the captions of a chart or the tiles of a web page: "5 Closed" above "3 On track", each alone on its line. In: the lines of
 * a header. Out: their counts; none where a line between them says anything else, a status comes twice, or the figures may
 * be a scale's own ("1 Red", "2 Amber") or number sections.
 */
import type { Block } from "../../model/block.js";
import type { PrintedStatement } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { plainLineAt } from "../plain-lines.js";
import type { ReportSpan } from "../report/report-span.js";
import { type StatusReader, statusReader } from "../status.js";
import { nameOfStatus } from "./labels.js";
import type { SummaryReading } from "./paragraph-counts.js";

/** A figure and a few words; the total in the middle of a ring may be beside them. */
const CAPTION = /^(?:\d{1,4}\s+)?(\d{1,4})\s{0,3}(\p{Lu}[\p{L} '’-]{1,30})$/u;
/** Captions of one chart, at least. */
const FEWEST = 2;

type Statement = Omit<PrintedStatement, "place">;
type Run = { readonly index: number; readonly statement: Statement }[];

export function countsInCaptions(blocks: readonly Block[], span: ReportSpan, profile: Profile): SummaryReading[] {
  const status = statusReader(profile);
  const runs: Run[] = [];
  let run: Run = [];
  for (let index = span.from; index < span.bodyFrom; index += 1) {
    if (span.skip.has(index)) continue;
    const statement = captionOf(plainLineAt(blocks, index) ?? "", status);
    if (statement !== null) run.push({ index, statement });
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return [...runs, run].filter(isChart).map((each) => readingOf(each, blocks));
}

function captionOf(line: string, status: StatusReader): Statement | null {
  const [, figure, label] = CAPTION.exec(line) ?? [];
  if (figure === undefined || label === undefined) return null;
  const rag = status.readLabel(label)?.rag ?? null;
  if (rag === null && !status.isUncoloured(label)) return null;
  return { rag, also: [], label, raw: figure, count: Number(figure), total: null, percent: null };
}

/** Whether lines are one chart's: several statuses, each once, with figures that do not merely number them. */
function isChart(run: Run): boolean {
  const names = new Set(run.map(({ statement }) => nameOfStatus(statement)));
  const figures = run.map(({ statement }) => statement.count ?? 0);
  const numbers = [...figures].sort((a, b) => a - b);
  const isScale = areConsecutive(numbers) && (numbers[0] ?? 0) <= 1;
  // "2 Completed", "3 On track": the sections of a list of contents.
  const isNumbered = isScale || areConsecutive(figures);
  return run.length >= FEWEST && names.size === run.length && !isNumbered && run.some(({ statement }) => statement.rag);
}

const areConsecutive = (figures: readonly number[]): boolean =>
  figures.every((each, at) => each === (figures[0] ?? 0) + at);

function readingOf(run: Run, blocks: readonly Block[]): SummaryReading {
  return {
    statements: run.flatMap(({ index, statement }) => {
      const place = blocks[index]?.place;
      return place === undefined ? [] : [{ ...statement, place }];
    }),
    total: null,
    taken: run.map(({ index }) => ({ block: index, text: plainLineAt(blocks, index) ?? "" })),
    blocks: new Set(run.map(({ index }) => index)),
  };
}
