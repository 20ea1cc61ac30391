/**
 * Files that are neither text nor PDF although they may hold either: packed files, documents of other programs, pictures. In: the
 * bytes. Out: what the file is and what to do with it. It looks at the signature that a file begins with, never at a name.
 */
import { convertTo } from "./conversion.js";
import { oleKind } from "./ole-kind.js";
import { isTar } from "./tar-signature.js";
import { zipKind } from "./zip-kind.js";

const UNPACK = "unpack it and import the PDFs or texts in it";
/** Runs open these; only single texts in memory come here. */
const OPENED = ", which only a run over files opens";
const CONVERT = "convert it to PNG, TIFF or PDF and import that";

/** How a file begins; a null stands for any byte. */
type Signature = readonly (number | null)[];

const ascii = (text: string): Signature => [...Buffer.from(text, "latin1")];
const anyBytes = (count: number): Signature => Array<null>(count).fill(null);

const SIGNATURES: readonly (readonly [signature: Signature, what: string])[] = [
  [ascii("\x1f\x8b"), `compressed (gzip)${OPENED}`],
  [[...ascii("BZh"), null, ...ascii("1AY&SY")], `compressed (bzip2); ${UNPACK}`],
  [ascii("\xfd7zXZ\0"), `compressed (xz); ${UNPACK}`],
  [ascii("\x28\xb5\x2f\xfd"), `compressed (zstd); ${UNPACK}`],
  [ascii("7z\xbc\xaf\x27\x1c"), `a 7-Zip file (7z); ${UNPACK}`],
  [ascii("Rar!\x1a\x07"), `a RAR file (rar); ${UNPACK}`],
  [ascii("MSCF\0\0\0\0"), `a cabinet file (cab); ${UNPACK}`],
  [ascii("!<arch>\n"), `an archive (ar); ${UNPACK}`],
  [ascii("\x78\x9f\x3e\x22"), "the attachments of an e-mail (winmail.dat); save them from the e-mail and import those"],
  [ascii("{\\rtf"), `rich text (rtf); ${convertTo("pdf", "rtf")}`],
  [ascii("%!PS"), "a PostScript file; convert it to PDF and import that"],
  [ascii("II*\0"), `a picture (TIFF); ${CONVERT}`],
  [ascii("MM\0*"), `a picture (TIFF); ${CONVERT}`],
  [ascii("II+\0"), `a picture (TIFF); ${CONVERT}`],
  [ascii("MM\0+"), `a picture (TIFF); ${CONVERT}`],
  [ascii("\x89PNG"), `a picture (PNG); ${CONVERT}`],
  [ascii("\xff\xd8\xff"), `a picture (JPEG); ${CONVERT}`],
  [ascii("GIF87a"), `a picture (GIF); ${CONVERT}`],
  [ascii("GIF89a"), `a picture (GIF); ${CONVERT}`],
  // Four bytes that are always zero: a text may well begin with "BM".
  [[...ascii("BM"), ...anyBytes(4), 0, 0, 0, 0], `a picture (BMP); ${CONVERT}`],
  [[...ascii("RIFF"), ...anyBytes(4), ...ascii("WEBP")], `a picture (WebP); ${CONVERT}`],
  [[...anyBytes(4), ...ascii("ftyphei")], `a picture (HEIC); ${CONVERT}`],
  [[...anyBytes(4), ...ascii("ftypmif1")], `a picture (HEIC); ${CONVERT}`],
  [[...anyBytes(4), ...ascii("ftypavif")], `a picture (AVIF); ${CONVERT}`],
  [[0, 0, 0, 12, ...ascii("jP  ")], `a picture (JPEG 2000); ${CONVERT}`],
];

/** "a zip file with 2 PDFs; unpack it …", as the rest of a sentence that says what the file is; null if it is none of these. */
export function containerKind(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(([signature]) => signature.every((byte, at) => byte === null || byte === bytes[at]));
  return known?.[1] ?? zipKind(bytes) ?? oleKind(bytes) ?? (isTar(bytes) ? `an archive (tar)${OPENED}` : null);
}
