/**
 * Pictures as documents. In: pages of encoded image parts. Out: a PDF that shows them, so that pdf.js decodes them and all that reads PDFs
 * reads them. Nothing is decoded here.
 */
import { LARGEST_PIXELS, PictureError } from "./picture-error.js";

/** A part of a page's picture as it is encoded: a strip, a tile, or all of it. */
export interface PicturePart {
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What the PDF's dictionary says of the image: colour space, bits, filter and its settings. */
  readonly dictionary: string;
  readonly data: Uint8Array;
}

export interface PicturePage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Dots per inch; null where the file does not say. */
  readonly dpi: number | null;
  /** Degrees clockwise by which it is shown turned. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly parts: readonly PicturePart[];
}

/** Smaller pictures are logos and icons, as e-mails hold them: a page at 60 dots per inch is larger. */
const LEAST_PIXELS = 300_000;

/** Resolution where none is stated, or one that no scanner has. */
const USUAL_DPI = 200;
const LEAST_DPI = 60;
const MOST_DPI = 1300;
const POINTS_PER_INCH = 72;

/** @throws PictureError if a page is too large */
export function pdfOfPictures(pages: readonly PicturePage[]): Uint8Array {
  const writer = new PdfWriter();
  const pageNumbers: number[] = [];
  const pagesNumber = writer.reserve();
  for (const page of pages) pageNumbers.push(addPage(writer, page, pagesNumber));
  const kids = pageNumbers.map((number) => `${number} 0 R`).join(" ");
  writer.set(pagesNumber, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  const root = writer.add(`<< /Type /Catalog /Pages ${pagesNumber} 0 R >>`);
  return writer.end(root);
}

function addPage(writer: PdfWriter, { widthPx, heightPx, dpi, turn, parts }: PicturePage, parent: number): number {
  if (widthPx < 1 || heightPx < 1 || widthPx * heightPx > LARGEST_PIXELS)
    throw new PictureError(
      "TOO_LARGE",
      `a picture of ${widthPx} by ${heightPx} pixels, over the limit of ${LARGEST_PIXELS}`,
    );
  if (widthPx * heightPx < LEAST_PIXELS)
    throw new PictureError("UNSUPPORTED", `a picture of ${widthPx} by ${heightPx} pixels, too small to be a page`);
  const scale = POINTS_PER_INCH / (dpi !== null && dpi >= LEAST_DPI && dpi <= MOST_DPI ? dpi : USUAL_DPI);
  const points = (pixels: number): string => (pixels * scale).toFixed(3);
  const names: string[] = [];
  const painted = parts.map(({ left, top, widthPx: width, heightPx: height, dictionary, data }, at) => {
    const size = `/Width ${width} /Height ${height}`;
    const number = writer.addStream(`/Type /XObject /Subtype /Image ${size} ${dictionary}`, data);
    names.push(`/P${at} ${number} 0 R`);
    const place = `${points(left)} ${points(heightPx - top - height)}`;
    return `q ${points(width)} 0 0 ${points(height)} ${place} cm /P${at} Do Q`;
  });
  const content = writer.addStream("", Buffer.from(painted.join("\n")));
  return writer.add(
    `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 ${points(widthPx)} ${points(heightPx)}] /Rotate ${turn} ` +
      `/Contents ${content} 0 R /Resources << /XObject << ${names.join(" ")} >> >> >>`,
  );
}

/** Objects of a PDF, numbered from 1. */
class PdfWriter {
  readonly #objects: Uint8Array[][] = [];

  reserve(): number {
    return this.#objects.push([]);
  }

  set(number: number, text: string): void {
    this.#objects[number - 1] = [Buffer.from(text)];
  }

  add(text: string): number {
    return this.#objects.push([Buffer.from(text)]);
  }

  addStream(dictionary: string, data: Uint8Array): number {
    const head = Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`);
    return this.#objects.push([head, data, Buffer.from("\nendstream")]);
  }

  end(root: number): Uint8Array {
    const parts: Uint8Array[] = [Buffer.from("%PDF-1.5\n")];
    let length = 9;
    const offsets: number[] = [];
    const put = (part: Uint8Array): void => {
      parts.push(part);
      length += part.length;
    };
    for (const [at, object] of this.#objects.entries()) {
      offsets.push(length);
      put(Buffer.from(`${at + 1} 0 obj\n`));
      for (const part of object) put(part);
      put(Buffer.from("\nendobj\n"));
    }
    const start = length;
    const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    const size = this.#objects.length + 1;
    put(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${entries}`));
    put(Buffer.from(`trailer\n<< /Size ${size} /Root ${root} 0 R >>\nstartxref\n${start}\n%%EOF\n`));
    return new Uint8Array(Buffer.concat(parts));
  }
}
