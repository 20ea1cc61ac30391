/**
 * Opens a gzip file. In: its bytes. Out: a container of the one file in it, or of the files in that where it is an archive (tar.gz).
 */
import { gunzipSync } from "node:zlib";
import { isTar } from "../tar-signature.js";
import { isOverRatio, memberFailure, type OpenResult, OVER_RATIO, tooLarge } from "./member.js";
import { openTar } from "./tar.js";

const UNNAMED = "content";
/** Bit of the flags at the start that says a name follows; after ten bytes and, with another bit, a field with its length. */
const HAS_NAME = 0x08;
const HAS_FIELD = 0x04;
const HEAD_BYTES = 10;

export async function openGzip(packed: Uint8Array, maxBytes: number): Promise<OpenResult> {
  const expanded = expand(packed, maxBytes);
  if (!expanded.ok) return expanded;
  const { bytes } = expanded;
  if (isTar(bytes)) return openTar(bytes);
  return {
    ok: true,
    paths: [nameIn(packed)],
    read: async (_, most) => (bytes.length > most ? tooLarge(bytes.length, most) : { ok: true, bytes: bytes.slice() }),
  };
}

function expand(
  packed: Uint8Array,
  maxBytes: number,
): ReturnType<typeof memberFailure> | { ok: true; bytes: Uint8Array } {
  try {
    const bytes = gunzipSync(packed, { maxOutputLength: maxBytes });
    return isOverRatio(bytes.length, packed.length) ? OVER_RATIO : { ok: true, bytes };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") return memberFailure("TOO_LARGE", `it expands to more than ${maxBytes} bytes`);
    return memberFailure("CORRUPT", `the gzip file is damaged or was cut short: ${message.slice(0, 200)}`);
  }
}

/** The name that the file had before it was packed, in Latin-1; "content" where it is not stated. */
function nameIn(packed: Uint8Array): string {
  const flags = packed[3] ?? 0;
  if ((flags & HAS_NAME) === 0) return UNNAMED;
  const fieldBytes =
    (flags & HAS_FIELD) === 0 ? 0 : 2 + (packed[HEAD_BYTES] ?? 0) + (packed[HEAD_BYTES + 1] ?? 0) * 256;
  const from = HEAD_BYTES + fieldBytes;
  const end = packed.indexOf(0, from);
  const name = Buffer.from(packed.subarray(from, Math.max(from, end))).toString("latin1");
  return name === "" ? UNNAMED : name;
}
