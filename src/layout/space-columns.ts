/**
 * Text laid out in columns by spaces: a head line, found by its headings, says where the columns stand; the lines
 * below are cut where two spaces or more part them, and cells that wrap are put together again. What runs over the
 * full width stays a line. In: lines. Out: the same lines, with table rows in place of those that make them up.
 */
import type { HeadingReader } from "../language/headings.js";
import { isLabel } from "../language/labels.js";
import { hasIrregularSpaces } from "../language/spaces.js";
import type { TextLine } from "./lines.js";
import { type GapRows, rowsByGaps } from "./rows-by-gaps.js";
import { alignSegments, nearestColumn, type Segment, segmentsOf } from "./segments.js";

export interface SpacedRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly lineLast: number;
  readonly gapBefore: boolean;
  readonly pageStart: boolean;
}

export type SpacedLine = { readonly row: SpacedRow } | { readonly line: TextLine };

/** Lines that a column heading may take. */
const HEADING_LINES = 4;

/** How far, in characters, a wrapped heading may stand from the heading it belongs to. */
const HEADING_SHIFT = 6;

interface Table {
  anchors: number[];
  readonly numberColumn: number;
  readonly organisationColumn: number;
  readonly statusColumn: number;
}

interface OpenRow {
  readonly cells: string[][];
  readonly first: TextLine;
  last: number;
  /** Where this row's own columns start: a layout may shift them from row to row. */
  anchors: number[];
}

const PAGE_NUMBER = /^\s*\d{1,4}\s*$/;

function closeRow({ cells, first, last }: OpenRow): SpacedLine[] {
  return [
    {
      row: {
        cells: cells.map((parts) => parts.join("\n")),
        line: first.line,
        lineLast: last,
        gapBefore: first.gapBefore,
        pageStart: first.pageStart,
      },
    },
  ];
}

export function readSpaceColumns(
  lines: readonly TextLine[],
  role: HeadingReader,
  isPageNumberOrMarking: (text: string) => boolean,
): SpacedLine[] {
  const out: SpacedLine[] = [];
  let table: Table | null = null;
  let open: OpenRow | null = null;
  let closedByLine = true;
  const known: KnownHeadings = new Map();
  let gapRows: GapRows = { starts: new Set(), to: 0 };

  const flush = (): void => {
    if (open !== null) out.push(...closeRow(open));
    open = null;
  };

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    // Page numbers and markings stand between a page's rows and belong to none of them.
    const after = lines[index + 1];
    const atEdge = line.pageStart || after === undefined || after.pageStart;
    if (isPageNumberOrMarking(line.text) || (atEdge && PAGE_NUMBER.test(line.text))) {
      flush();
      out.push({ line });
      continue;
    }
    // Outside a table, only a line with a wide gap can be its heading: most lines need not be cut into segments.
    if (table === null && !hasIrregularSpaces(line.text)) {
      out.push({ line });
      continue;
    }
    const segments = segmentsOf(line.text);
    const heading = segments.length >= 2 ? readHeading(lines, index, segments, role, known) : null;
    if (heading !== null) {
      flush();
      table = heading.table;
      known.set(
        headingKey(line.text),
        lines.slice(index + 1, index + heading.length).map((below) => headingKey(below.text)),
      );
      open = { cells: heading.cells, first: line, last: heading.lastLine, anchors: table.anchors };
      flush();
      closedByLine = true;
      index += heading.length - 1;
      const [number, below] = [table.numberColumn, table.anchors[1] ?? 0];
      if (index >= gapRows.to && number === 0) gapRows = rowsByGaps(lines, index + 1, below, role);
      continue;
    }
    if (table === null) {
      out.push({ line });
      continue;
    }
    const first = segments[0];
    if (first === undefined) continue;
    const anchors: readonly number[] = open?.anchors ?? table.anchors;
    const second = table.anchors[1] ?? 0;
    const inFirst = first.start < Math.min(second, anchors[1] ?? second) - 1;
    const label = isLabel(first.text);
    // Where the number is not the first column, a label in its place begins a row as well.
    const labelAhead =
      table.numberColumn > 0 &&
      segments.some(
        (segment) =>
          isLabel(segment.text) && nearestColumn(segment.start, table?.anchors ?? []) === table?.numberColumn,
      );
    const columns = alignSegments(
      segments.map((segment) => segment.start),
      (inFirst && label) || labelAhead ? table.anchors : anchors,
    );
    const byGaps = gapRows.starts.size > 0 && index < gapRows.to;
    const startsRow = byGaps
      ? gapRows.starts.has(index)
      : ((label && columns[0] === table.numberColumn) || labelAhead) && segments.length >= 2;
    const wide = inFirst && !startsRow && !(byGaps && label) && (table.numberColumn === 0 || first.end > second + 1);
    if (wide || segments.length > table.anchors.length) {
      flush();
      out.push({ line });
      closedByLine = true;
      continue;
    }
    const lostNumber: boolean =
      !startsRow &&
      !byGaps &&
      columns.includes(table.organisationColumn) &&
      columns.includes(table.statusColumn) &&
      segments.length >= 3;
    if (startsRow || (lostNumber && closedByLine) || open === null) {
      flush();
      open = {
        cells: table.anchors.map(() => []),
        first: line,
        last: line.line,
        anchors: table.anchors.map((anchor, column) => {
          const at = columns.indexOf(column);
          return at < 0 ? anchor : (segments[at]?.start ?? anchor);
        }),
      };
    }
    segments.forEach((segment, at) => {
      open?.cells[columns[at] ?? 0]?.push(segment.text);
    });
    open.last = line.line;
    closedByLine = false;
  }
  flush();
  return out;
}

/** First line of a heading met before, to the lines it went on over: repeated on a page, it takes just those again. */
type KnownHeadings = Map<string, readonly string[]>;

const headingKey = (text: string): string => text.trim().replace(/\s+/g, " ");

/** A head line names three columns or more, or a number and a title; it may go on over the lines below. */
function readHeading(
  lines: readonly TextLine[],
  index: number,
  segments: readonly Segment[],
  role: HeadingReader,
  known: KnownHeadings,
) {
  const before = known.get(headingKey(lines[index]?.text ?? ""));
  const firstRoles = segments.map((segment) => role(segment.text));
  const named = new Set(firstRoles.filter((found) => found !== null));
  if (!(named.size >= 3 || (named.size === 2 && named.has("number") && named.has("title")))) return null;
  const cells = segments.map((segment) => [segment.text]);
  const anchors = segments.map((segment) => segment.start);
  let length = 1;
  let lastLine = lines[index]?.line ?? 0;
  for (; length < HEADING_LINES; length += 1) {
    const next = lines[index + length];
    if (next === undefined || next.gapBefore || next.pageStart) break;
    if (before !== undefined && before[length - 1] !== headingKey(next.text)) break;
    const more = segmentsOf(next.text);
    if (more.some((segment) => isLabel(segment.text)) || more.length === 0) break;
    const nearest = alignSegments(
      more.map((segment) => segment.start),
      anchors,
    );
    const fits =
      more.length <= anchors.length &&
      more.every((segment, at) => {
        const column = nearest[at] ?? 0;
        const below = segments[column];
        return (
          below !== undefined &&
          Math.abs(segment.start - below.start) <= Math.max(HEADING_SHIFT, (below.end - below.start) / 2) &&
          segment.end <= (anchors[column + 1] ?? Number.POSITIVE_INFINITY)
        );
      });
    if (!fits) break;
    more.forEach((segment, at) => {
      cells[nearest[at] ?? 0]?.push(segment.text);
    });
    lastLine = next.line;
  }
  const roles = cells.map((parts) => role(parts.join(" ")) ?? role(parts[0] ?? ""));
  const table: Table = {
    anchors,
    numberColumn: roles.indexOf("number"),
    organisationColumn: roles.indexOf("organisation"),
    statusColumn: roles.indexOf("status"),
  };
  return { table, cells, length, lastLine };
}
