/** Small PDFs that ask for all time or all memory, and a text report to read between them. */
import { deflateSync } from "node:zlib";
import { buildPdf, onePage, stream } from "../source/pdf/build-pdf.js";

/** A report of one row; `row` is number, organisation, title and status. */
export const melford = (row: string): string =>
  [
    "SAFER MELFORD DELIVERY PLAN (2022-23)",
    "THEME 1 UPDATE - QRT 2 UPDATE (September 2022)",
    "Green (G): 1/1 (100%)",
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    row.replace(/^(\S+) (\S+) (.+) (\S+)$/, "$1\t$2\t$3\t$4"),
    "Update 12.09.22: Open since 3 September.",
    "",
  ].join("\n");

const form = (resources: string, content: string): string =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources}`, content);
const drawing = (number: number): string => `/Resources << /XObject << /Fm ${number} 0 R >> >>`;

/** Forms that each draw the next ten times: more operators than any memory holds. */
export function bomb(): Uint8Array {
  const depth = 9;
  const objects = new Map<number, string>();
  for (let level = 0; level < depth; level += 1) {
    const isLast = level + 1 === depth;
    objects.set(
      100 + level,
      form(isLast ? "" : drawing(101 + level), (isLast ? "0 0 m 1 1 l S " : "/Fm Do ").repeat(10)),
    );
  }
  return buildPdf({ pages: [{ content: "/Fm Do", resources: "/XObject << /Fm 100 0 R >>" }], objects });
}

/** Two forms that draw each other. */
export function endless(): Uint8Array {
  const objects = new Map([
    [100, form(drawing(101), "/Fm Do /Fm Do")],
    [101, form(drawing(100), "/Fm Do /Fm Do")],
  ]);
  return buildPdf({ pages: [{ content: "/Fm Do", resources: "/XObject << /Fm 100 0 R >>" }], objects });
}

const packed = (content: Buffer): { readonly entries: string; readonly content: string } => ({
  entries: "/Filter /FlateDecode",
  content: deflateSync(content, { level: 9 }).toString("latin1"),
});

/** A form whose content unpacks to so many bytes of one operator again and again. */
function unpacking(operator: string, bytes: number): Uint8Array {
  const { entries, content } = packed(Buffer.alloc(bytes, operator));
  const objects = new Map([[100, stream(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${entries}`, content)]]);
  return buildPdf({ pages: [{ content: "/Fm Do", resources: "/XObject << /Fm 100 0 R >>" }], objects });
}

const MIB = 1024 * 1024;

/** Spaces alone: nothing to draw, half a gigabyte to unpack. */
export const flateBomb = (): Uint8Array => unpacking(" ", 512 * MIB);

/** One path of millions of segments, never painted. */
export const longPath = (): Uint8Array => unpacking("0 0 m 9 9 l ", 120 * MIB);

/** Pages whose tree comes back to its root, which says that there are a million. */
export function pageTreeLoop(): Uint8Array {
  const text = Buffer.from(onePage("BT /F1 10 Tf 10 200 Td (Good words) Tj ET")).toString("latin1");
  return Buffer.from(text.replace("/Count 1 /Kids [10 0 R]", "/Count 9 /Kids [ 2 0 R]"), "latin1");
}
