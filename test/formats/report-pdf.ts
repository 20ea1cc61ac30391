/** A report as a page of a PDF: a ruled table, painted cells, and text in Helvetica. */
import { onePage } from "../source/pdf/build-pdf.js";
import { type Cell, plainLines, type ReportModel } from "./report-model.js";

const PAGE = { width: 842, height: 595 };
const MARGIN = 40;
const SIZE = 9;
const LINE = 12;
const PADDING = 4;
/** Average width of a letter, in the size of the font. */
const LETTER = 0.52;

const shown = (value: string): string => value.replaceAll(/[\\()]/g, "\\$&");
const write = (value: string, x: number, y: number): string =>
  `BT /F1 ${SIZE} Tf ${x.toFixed(1)} ${y.toFixed(1)} Td (${shown(value)}) Tj ET`;

/** Widths by the longest word and the length of all text of each column. */
function widthsOf({ rows }: ReportModel): number[] {
  const count = rows[0]?.length ?? 0;
  const needs = Array.from({ length: count }, (_, column) => {
    const texts = rows.flatMap((row) => {
      const cell = row[column];
      return cell && (cell.columns ?? 1) === 1 ? plainLines(cell, true) : [];
    });
    const longest = Math.max(...texts.map((value) => value.length), 4);
    return Math.min(longest, 34) * SIZE * LETTER + 3 * PADDING;
  });
  return needs;
}

function wrapped(lines: readonly string[], width: number): string[] {
  const most = Math.floor((width - 2 * PADDING) / (SIZE * LETTER));
  return lines.flatMap((line) => {
    const broken: string[] = [];
    let current = "";
    for (const word of line.split(" ")) {
      const longer = current === "" ? word : `${current} ${word}`;
      if (longer.length > most && current !== "") {
        broken.push(current);
        current = word;
      } else current = longer;
    }
    return [...broken, current];
  });
}

export function pdfOf(report: ReportModel): Uint8Array {
  const widths = widthsOf(report);
  const lefts = widths.map((_, at) => MARGIN + widths.slice(0, at).reduce((sum, one) => sum + one, 0));
  const widthOf = (column: number, cell: Cell): number =>
    widths.slice(column, column + (cell.columns ?? 1)).reduce((sum, one) => sum + one, 0);
  const heights = report.rows.map((row) =>
    Math.max(
      ...row.map((cell, column) =>
        cell === null ? 0 : wrapped(plainLines(cell, true), widthOf(column, cell)).length * LINE + 2 * PADDING,
      ),
    ),
  );
  const parts: string[] = ["0.5 w 0 0 0 RG"];
  let top = PAGE.height - MARGIN;
  for (const line of report.lines) {
    parts.push(write(line, MARGIN, top - SIZE));
    top -= LINE * 1.5;
  }
  top -= LINE;
  for (const [at, row] of report.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (cell === null) continue;
      const [left, width] = [lefts[column] ?? 0, widthOf(column, cell)];
      const height = heights.slice(at, at + (cell.rows ?? 1)).reduce((sum, one) => sum + one, 0);
      const box = `${left.toFixed(1)} ${(top - height).toFixed(1)} ${width.toFixed(1)} ${height.toFixed(1)} re`;
      if (cell.fill !== undefined) {
        const channels = [1, 3, 5].map((from) => Number.parseInt(cell.fill?.slice(from, from + 2) ?? "0", 16) / 255);
        parts.push(`${channels.map((one) => one.toFixed(3)).join(" ")} rg ${box} f 0 0 0 rg`);
      }
      parts.push(`${box} S`);
      for (const [line, value] of wrapped(plainLines(cell, true), width).entries())
        parts.push(write(value, left + PADDING, top - PADDING - SIZE - line * LINE));
    }
    top -= heights[at] ?? 0;
  }
  return onePage(parts.join("\n"), { entries: `/MediaBox [0 0 ${PAGE.width} ${PAGE.height}]` });
}
