/** A report of one page by hand: a head, then a ruled table of three rows whose status cells are painted. */
import { buildPdf } from "./build-pdf.js";

/** Left edges of the columns and the right edge of the last, and upper edges of the rows, in points from the top. */
const XS = [20, 55, 120, 320, 380];
const YS = [80, 100, 120, 140, 160];
const HEIGHT = 300;

const ROWS = [
  ["No", "Organisation", "Deliverable", "RAG"],
  ["1", "FORCE", "Reopen the Melford front counter", "G"],
  ["2", "MC/FORCE", "Light the river path", "R"],
  ["3", "MC", "Print the leaflet in Welsh", "G"],
];
const PAINT: Readonly<Record<string, string>> = { G: "0 0.69 0.31 rg", R: "1 0 0 rg" };

const text = (x: number, top: number, words: string): string =>
  `0 g BT /F1 9 Tf ${x} ${HEIGHT - top} Td (${words}) Tj ET`;

function table(): string {
  const parts: string[] = [];
  ROWS.forEach((cells, row) => {
    const [top = 0, bottom = 0] = [YS[row], YS[row + 1]];
    cells.forEach((words, column) => {
      const [x0 = 0, x1 = 0] = [XS[column], XS[column + 1]];
      const paint = row > 0 ? PAINT[words] : undefined;
      if (paint !== undefined) parts.push(`${paint} ${x0} ${HEIGHT - bottom} ${x1 - x0} ${bottom - top} re f`);
      parts.push(text(x0 + 4, top + 13, words));
    });
  });
  const [left, right] = [XS[0], XS.at(-1)];
  for (const y of YS) parts.push(`${left} ${HEIGHT - y} m ${right} ${HEIGHT - y} l S`);
  for (const x of XS) parts.push(`${x} ${HEIGHT - (YS[0] ?? 0)} m ${x} ${HEIGHT - (YS.at(-1) ?? 0)} l S`);
  return parts.join("\n");
}

const head = [
  text(20, 30, "SAFER MELFORD DELIVERY PLAN \\(2022-23\\)"),
  text(20, 50, "THEME 1 UPDATE - QRT 2 UPDATE \\(September 2022\\)"),
].join("\n");

/** The report on the first page, and prose on the second; `/Rotate` as given on both. */
export function melfordReport(rotate = 0): Uint8Array {
  const entries = `/Rotate ${rotate}`;
  return buildPdf({
    pages: [
      { content: `${head}\n${table()}`, entries },
      { content: text(20, 40, "Nothing more is to be said."), entries },
    ],
  });
}
