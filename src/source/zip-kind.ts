/**
 * What a zip file is: a folder of files, or a document of a program that stores its documents as zip files. In: its bytes.
 * Out: what it is and what to do with it. Nothing is unpacked; of a list of files without end, only the first are looked at.
 */
import { convertTo } from "./conversion.js";

/** First bytes of an entry, of an entry in the list of files at the end, and of the record after that list. */
const ENTRY = Buffer.from("PK\x03\x04", "latin1");
const LISTED = Buffer.from("PK\x01\x02", "latin1");
const LIST_END = Buffer.from("PK\x05\x06", "latin1");
const SPANNED = Buffer.from("PK\x07\x08", "latin1");

/** The record after the list has 22 bytes and a comment of at most 65,535. */
const END_BYTES = 22 + 0xffff;
const LISTED_BYTES = 46;
const ENTRY_BYTES = 30;
/** Entries looked at: more than the parts of any document that come before those it is known by. */
const MOST_ENTRIES = 10_000;
/** The content of an entry `mimetype` is a media type, which is short. */
const MEDIA_TYPE_BYTES = 80;

/** Documents known by a folder in them. */
const BY_FOLDER: readonly (readonly [folder: string, what: string])[] = [
  ["word/", "a Word document (docx), which only a run over files reads"],
  ["xl/", "an Excel document (xlsx), which only a run over files reads"],
  ["ppt/", `a PowerPoint document (pptx); ${convertTo("pdf", "pptx")}`],
];

const ODT = "application/vnd.oasis.opendocument.text";
const ODS = "application/vnd.oasis.opendocument.spreadsheet";
/** Documents known by the media type that they begin with. */
const BY_MEDIA_TYPE: readonly (readonly [type: string, what: string])[] = [
  [ODT, "an OpenDocument text (odt), which only a run over files reads"],
  [ODS, "an OpenDocument spreadsheet (ods), which only a run over files reads"],
  ["application/vnd.oasis.opendocument.presentation", `an OpenDocument presentation (odp); ${convertTo("pdf", "odp")}`],
  ["application/epub+zip", "an electronic book (epub); convert it to HTML or PDF and import that"],
];

/** What a document of a program is, and what to do with it; null for other zip files, which are archives, and other content. */
const zipDocument = (file: Buffer): string | null => documentOf(file)?.[1] ?? null;

/** Its entry in one of the tables above. */
function documentOf(file: Buffer): readonly [mark: string, what: string] | undefined {
  const names = listedNames(file) ?? firstName(file);
  const mediaType = mediaTypeOf(file);
  return (
    BY_MEDIA_TYPE.find(([type]) => mediaType.startsWith(type)) ??
    BY_FOLDER.find(([folder]) => names.includes("[Content_Types].xml") && names.some((name) => name.startsWith(folder)))
  );
}

/** "a Word document (docx); convert it …"; null if the bytes are no zip file. */
export function zipKind(bytes: Uint8Array): string | null {
  const file = fileOf(bytes);
  if (!isZip(file)) return null;
  return zipDocument(file) ?? "a zip file, which only a run over files opens";
}

/** Whether it is a Word document of the newer kind. */
export const isDocx = (bytes: Uint8Array): boolean => hasMark(bytes, "word/");

/** Whether it is an Excel document of the newer kind. */
export const isXlsx = (bytes: Uint8Array): boolean => hasMark(bytes, "xl/");

/** Whether it is an OpenDocument text or spreadsheet. */
export const isOdt = (bytes: Uint8Array): boolean => hasMark(bytes, ODT);
export const isOds = (bytes: Uint8Array): boolean => hasMark(bytes, ODS);

function hasMark(bytes: Uint8Array, mark: string): boolean {
  const file = fileOf(bytes);
  return isZip(file) && documentOf(file)?.[0] === mark;
}

/** Whether it is a zip file that a person packed, not the document of a program. */
export function isZipArchive(bytes: Uint8Array): boolean {
  const file = fileOf(bytes);
  return isZip(file) && zipDocument(file) === null;
}

const fileOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const isZip = (file: Buffer): boolean => [ENTRY, LIST_END, SPANNED].some((signature) => startsAt(file, 0, signature));

const startsAt = (file: Buffer, at: number, signature: Buffer): boolean =>
  signature.equals(file.subarray(at, at + signature.length));

/** Names in the list of files at the end; null if that is lost. */
function listedNames(file: Buffer): string[] | null {
  const tail = file.subarray(Math.max(0, file.length - END_BYTES));
  const end = tail.lastIndexOf(LIST_END);
  if (end < 0 || end + 20 > tail.length) return null;
  const names: string[] = [];
  let at = tail.readUInt32LE(end + 16);
  while (names.length < MOST_ENTRIES && at + LISTED_BYTES <= file.length && startsAt(file, at, LISTED)) {
    const nameLength = file.readUInt16LE(at + 28);
    names.push(file.toString("latin1", at + LISTED_BYTES, at + LISTED_BYTES + nameLength));
    at += LISTED_BYTES + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return names;
}

/** The first entry's name, for a file that was cut short. A Word document says nothing else at its beginning. */
function firstName(file: Buffer): string[] {
  if (file.length < ENTRY_BYTES) return [];
  return [file.toString("latin1", ENTRY_BYTES, ENTRY_BYTES + file.readUInt16LE(26))];
}

/** The content of a first entry named `mimetype`, which is stored as it is. */
function mediaTypeOf(file: Buffer): string {
  if (file.length < ENTRY_BYTES || firstName(file)[0] !== "mimetype") return "";
  const at = ENTRY_BYTES + file.readUInt16LE(26) + file.readUInt16LE(28);
  return file.toString("latin1", at, at + MEDIA_TYPE_BYTES);
}
