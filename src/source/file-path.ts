/**
 * Paths whose names are not UTF-8, as strings. In: a path's bytes. Out: the path as a string, in which each byte that is not UTF-8 is
 * a lone surrogate from U+DC80 on, so that the bytes can be had again; and the path's form for the file system, and for people.
 */

const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Matches what stands for a byte. No decoded text has lone surrogates. */
const BYTE = /[\udc80-\udcff]/u;
const BYTES = /[\udc80-\udcff]/gu;
const SURROGATES_FROM = 0xdc00;

/** A name or path from its bytes. */
export function pathOfBytes(bytes: Buffer): string {
  try {
    return DECODER.decode(bytes);
  } catch {
    return withBytesKept(bytes);
  }
}

/** As `readFile` and the like take it: the path itself, or its bytes where it is not UTF-8. */
export function onDisk(path: string): string | Buffer {
  if (!BYTE.test(path)) return path;
  const pieces = path.split(/([\udc80-\udcff])/u);
  return Buffer.concat(
    pieces.map((piece) =>
      BYTE.test(piece) ? Buffer.from([piece.charCodeAt(0) - SURROGATES_FROM]) : Buffer.from(piece, "utf8"),
    ),
  );
}

/** Names with bytes that are not UTF-8 written as "\xE9"; with an underscore after it where another file has that name. */
export function printableNames(names: readonly string[]): string[] {
  const taken = new Set(names.filter((name) => !BYTE.test(name)));
  return names.map((name) => {
    if (!BYTE.test(name)) return name;
    let printable = name.replace(
      BYTES,
      (char) => `\\x${(char.charCodeAt(0) - SURROGATES_FROM).toString(16).toUpperCase()}`,
    );
    while (taken.has(printable)) printable += "_";
    taken.add(printable);
    return printable;
  });
}

/** The path as programs show it that cannot do with such bytes: a replacement character for each sequence of them. */
export function lossyPath(path: string): string {
  return BYTE.test(path) ? onDisk(path).toString("utf8") : path;
}

/** Valid sequences are decoded, and each byte that is in none of them is kept by itself. */
function withBytesKept(bytes: Buffer): string {
  let path = "";
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOfSequence(bytes, at);
    path +=
      length > 0 ? bytes.toString("utf8", at, at + length) : String.fromCharCode(SURROGATES_FROM + (bytes[at] ?? 0));
    at += Math.max(1, length);
  }
  return path;
}

/** Number of bytes of the UTF-8 character at a place; 0 if there is none. */
function lengthOfSequence(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    DECODER.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}
