/**
 * Opens a zip file. In: its bytes. Out: a container of its files, or why it cannot be opened. Refuses members that are encrypted,
 * packed in a way that is not known, damaged or larger than allowed; the others are read.
 */
import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from "yauzl";
import {
  isOverRatio,
  type MemberContent,
  memberFailure,
  type OpenResult,
  OVER_RATIO,
  REST,
  tooLarge,
} from "./member.js";

/** Bit of an entry's flags that says its name is UTF-8. */
const IS_UTF8 = 0x800;

export async function openZip(bytes: Uint8Array): Promise<OpenResult> {
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Sizes are checked where a file is read, so that a wrong one costs that file alone.
    const settings = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
    const zip = await fromBufferPromise(file, settings);
    const entries = await entriesOf(zip);
    return {
      ok: true,
      paths: entries.map((entry) => (entry === null ? REST : nameOf(entry))),
      read: async (index, maxBytes) => contentOf(zip, entries[index] ?? null, maxBytes),
    };
  } catch (error) {
    return memberFailure("CORRUPT", `the zip file is damaged or was cut short: ${messageOf(error)}`);
  }
}

/** Entries without folders; null at the end where the list of them is damaged. */
async function entriesOf(zip: ZipFile): Promise<(Entry | null)[]> {
  const entries: (Entry | null)[] = [];
  try {
    for await (const entry of zip.eachEntry()) if (!nameOf(entry).endsWith("/")) entries.push(entry);
  } catch (error) {
    if (entries.length === 0) throw error;
    entries.push(null);
  }
  return entries;
}

/** Names are UTF-8 where an entry says so, and also where it does not but they are: many programs forget to say it. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const flags = isUtf8(fileNameRaw) ? generalPurposeBitFlag | IS_UTF8 : generalPurposeBitFlag;
  return getFileNameLowLevel(flags, fileNameRaw, extraFields, false);
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

async function contentOf(zip: ZipFile, entry: Entry | null, maxBytes: number): Promise<MemberContent> {
  if (entry === null) return memberFailure("CORRUPT", "the list of files in the zip file is damaged");
  if (entry.isEncrypted())
    return memberFailure("ENCRYPTED", "the zip file needs a password for it; unpack it with the password");
  if (!entry.canDecodeFileData()) {
    const how = `by method ${entry.compressionMethod}`;
    return memberFailure("UNSUPPORTED", `it is packed in a way that cannot be read (${how}); unpack it and import it`);
  }
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > maxBytes) return tooLarge(uncompressedSize, maxBytes);
  if (isOverRatio(uncompressedSize, compressedSize)) return OVER_RATIO;
  try {
    // The stream fails where it does not give the size that the entry states.
    const content = new Uint8Array(uncompressedSize);
    let length = 0;
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      content.set(piece, length);
      length += piece.length;
    }
    if (length === uncompressedSize && crc32(content) === entry.crc32) return { ok: true, bytes: content };
    return memberFailure("CORRUPT", "it is damaged: its checksum does not agree");
  } catch (error) {
    return memberFailure("CORRUPT", `it is damaged: ${messageOf(error)}`);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);
