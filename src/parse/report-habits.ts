/**
 * What a report's header and status key say of its own habits. In: a context, the header and the stated counts. Out: the context
 * with readers for this report: what its letters, words and colours mean, its words, its period.
 */
import { ragOfColour } from "../language/colours.js";
import { periodOf } from "../language/quarters.js";
import type { PrintedHeader, PrintedStatement } from "../model/printed.js";
import { HALVES, RAGS, type Rag } from "../schema/values.js";
import type { Context } from "./context.js";
import type { CountSummary } from "./counts/stated-counts.js";
import { uncolouredWords } from "./counts/status-words.js";
import { wholeWords } from "./cut-words.js";
import { textOf } from "./ledger.js";
import type { ReportSpan } from "./report/report-span.js";
import { hasHalves } from "./scale/half-ratings.js";
import { listedWords } from "./scale/listed-words.js";
import { paintedWords } from "./scale/painted-words.js";
import { reportScale } from "./scale/report-scale.js";
import { meaningOfFill } from "./scale/swatches.js";
import { statusReader } from "./status.js";
import { KEY_STATUSES } from "./status-patterns.js";

/** Statuses that a key must name before letters for others are doubted: a key of fewer may leave some out. */
const FEWEST_IN_KEY = 3;

/** The statuses that letters beside a title may be. */
function statusesInKey({ statements }: CountSummary): readonly Rag[] {
  const named = RAGS.filter((rag) => statements.some((statement) => statement.rag === rag));
  return named.length < FEWEST_IN_KEY ? RAGS : named;
}

/** The context with what this report's header and status key say of its statuses, its words and its period. */
export function withReportsHabits(
  context: Context,
  { from, bodyFrom, rowsEnd, end }: ReportSpan,
  header: PrintedHeader,
  counts: CountSummary,
  keyAmongRows: ReadonlySet<number>,
): Context {
  const { blocks, profile } = context;
  // A key may be printed above the first report's title.
  const keyFrom = context.isFirst(from) ? 0 : from;
  const among = blocks.slice(bodyFrom, rowsEnd).filter((_, at) => keyAmongRows.has(bodyFrom + at));
  const around = [...blocks.slice(keyFrom, bodyFrom), ...among, ...blocks.slice(rowsEnd, end)];
  const key = statusReader(profile, KEY_STATUSES);
  const scale = reportScale(around, profile, key, paintedWords(blocks.slice(bodyFrom, rowsEnd), key));
  const headings = [...context.headings.keys()].flatMap((at) => (at >= from && at < end ? (blocks[at] ?? []) : []));
  const halves = hasHalves(
    {
      defined: scale.defined,
      counted: counts.statements.map(({ rag }) => rag),
      texts: [...around, ...headings].map(textOf),
      body: blocks.slice(bodyFrom, rowsEnd),
    },
    key,
  );
  const status = statusReader(scale.profile).narrowed({ halves });
  const meaningOfColour = (rag: Rag): Rag | null => {
    if (!halves && HALVES.includes(rag)) return null;
    return scale.changed.get(rag) ?? (scale.changed.has(rag) ? null : rag);
  };
  const uncoloured = [
    ...uncolouredWords(blocks.slice(from, bodyFrom), profile, status),
    ...listedWords(blocks.slice(bodyFrom, rowsEnd), status),
  ];
  return {
    ...context,
    status: status.narrowed({ inKey: statusesInKey(counts), uncoloured }),
    words: wholeWords(blocks, from, rowsEnd),
    periodStart: periodOf(header)?.start ?? null,
    meaningOfColour,
    meaningOfFill: (fill) => {
      const own = meaningOfFill(fill, scale.painted);
      const rag = own === undefined ? ragOfColour(fill) : own;
      return rag === null ? null : meaningOfColour(rag);
    },
    key: scale.labels,
    reported: { header, lines: blocks.slice(from, bodyFrom).map(textOf), statements: counts.statements },
  };
}

/**
 * A stated count under the status that its label means in this report; null where it has no colour there. A word that says no status by
 * itself has the one that the key gives it: "Ongoing | On schedule (green) | 6"; one that names no colour has its own meaning there.
 */
export function inScale({ meaningOfColour, status }: Context, statement: PrintedStatement): PrintedStatement {
  const { rag, label } = statement;
  if (rag === null) return { ...statement, rag: status.read(label)?.rag ?? null };
  const named = status.readLabel(label);
  return { ...statement, rag: named?.colour === false ? named.rag : meaningOfColour(rag) };
}
