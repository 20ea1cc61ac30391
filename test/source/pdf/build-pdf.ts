/**
 * PDFs by hand. In: content streams and page entries. Out: a whole file's bytes, with a cross-reference table. Helvetica
 * is /F1, its bold /F2; of the standard fonts pdf.js knows the widths.
 */
export interface PagePlan {
  readonly content: string;
  /** Further entries of the page's dictionary, such as "/Rotate 90". */
  readonly entries?: string;
  /** Entries of the page's resources besides the fonts, such as "/XObject << /Fm 20 0 R >>". */
  readonly resources?: string;
}

export interface PdfPlan {
  readonly pages: readonly PagePlan[];
  /** More objects by their number, from 100 on: the text between `obj` and `endobj`. */
  readonly objects?: ReadonlyMap<number, string>;
  /** Entries of the catalogue. */
  readonly catalog?: string;
}

export const stream = (entries: string, content: string): string =>
  `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;

export function buildPdf({ pages, objects = new Map(), catalog = "" }: PdfPlan): Uint8Array {
  const bodies = new Map<number, string>(objects);
  const kids = pages.map((_, index) => `${10 + index * 2} 0 R`);
  bodies.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  bodies.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(" ")}] >>`);
  bodies.set(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  bodies.set(4, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
  for (const [index, { content, entries = "", resources = "" }] of pages.entries()) {
    const box = entries.includes("/MediaBox") ? "" : "/MediaBox [0 0 400 300]";
    const fonts = "/Font << /F1 3 0 R /F2 4 0 R >>";
    const contents = `/Contents ${11 + index * 2} 0 R`;
    const page = `/Type /Page /Parent 2 0 R ${box} ${entries} /Resources << ${fonts} ${resources} >> ${contents}`;
    bodies.set(10 + index * 2, `<< ${page} >>`);
    bodies.set(11 + index * 2, stream("", content));
  }
  return assemble(bodies);
}

function assemble(bodies: ReadonlyMap<number, string>): Uint8Array {
  let file = "%PDF-1.7\n";
  const offsets = new Map<number, number>();
  for (const [number, body] of bodies) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...bodies.keys()) + 1;
  const start = file.length;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  file += `xref\n0 ${size}\n${rows.join("")}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, "latin1"));
}

export const onePage = (content: string, rest: Omit<PagePlan, "content"> = {}): Uint8Array =>
  buildPdf({ pages: [{ content, ...rest }] });
