/**
 * What a file in the container of old Office programs (OLE) is. In: its bytes. Out: what it is and what to do with it.
 * Nothing in it is opened: it is known by the names of its parts.
 */
import { convertTo } from "./conversion.js";

const SIGNATURE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const MESSAGE = "an Outlook message (msg); save its attachments and import those, or convert it to an e-mail (eml)";

/** Names of parts that tell what the file is. */
const BY_PART: readonly (readonly [part: string, what: string])[] = [
  ["__nameid_version1.0", MESSAGE],
  ["__properties_version1.0", MESSAGE],
  ["EncryptedPackage", "an Office document that needs a password; save it without one"],
  ["WordDocument", `an old Word document (doc); ${convertTo("pdf", "doc")}`],
  ["Workbook", `an old Excel document (xls); ${convertTo("html", "xls")}`],
  ["PowerPoint Document", `an old PowerPoint document (ppt); ${convertTo("pdf", "ppt")}`],
];

/** "an old Word document (doc); open it …"; null if the bytes are no such file. */
export function oleKind(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!SIGNATURE.equals(file.subarray(0, SIGNATURE.length))) return null;
  const from = partNamesAt(file);
  const found = BY_PART.map(([part, what]) => ({ what, at: file.indexOf(Buffer.from(part, "utf16le"), from) }))
    .filter(({ at }) => at >= 0)
    // The document's own parts come first, those of documents in it after them.
    .sort((a, b) => a.at - b.at);
  return found[0]?.what ?? "an old Office document; open it in its program and save it as PDF";
}

/** Where the names of the parts begin. */
function partNamesAt(file: Buffer): number {
  if (file.length < 52) return 0;
  const sectorBits = file.readUInt16LE(30);
  const at = (file.readUInt32LE(48) + 1) * 2 ** Math.min(sectorBits, 12);
  return at < file.length ? at : 0;
}
