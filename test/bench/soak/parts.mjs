// Takes a PDF apart and puts it together again, as far as damaging it needs. In: bytes of a PDF without object streams and
// encryption. Out: its objects as text with their streams; bytes with a correct cross-reference table.
import { deflateSync, inflateSync } from "node:zlib";

const OBJECT = /(?:^|[\r\n])(\d+) 0 obj\b/g;

/** @returns {{objects: Map<number, {dict: string, stream: Buffer | null}>, trailer: string}} */
export function takeApart(bytes) {
  const text = bytes.toString("latin1");
  const objects = new Map();
  for (const match of text.matchAll(OBJECT)) {
    const from = match.index + match[0].length;
    const streamAt = text.indexOf("stream", from);
    const endAt = text.indexOf("endobj", from);
    if (endAt < 0) continue;
    if (streamAt < 0 || streamAt > endAt) {
      objects.set(Number(match[1]), { dict: text.slice(from, endAt).trim(), stream: null });
      continue;
    }
    const start = streamAt + (text[streamAt + 6] === "\r" ? 8 : 7);
    const stop = text.indexOf("endstream", start);
    const stream = bytes.subarray(start, text[stop - 1] === "\n" ? stop - 1 : stop);
    objects.set(Number(match[1]), { dict: text.slice(from, streamAt).trim(), stream });
  }
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text)?.[1] ?? "";
  return { objects, trailer: trailer.replace(/\/(?:Size|Prev) \d+/g, "") };
}

/** Puts objects together; a stream's `/Length` is corrected unless `lengthSaid` gives another. */
export function putTogether({ objects, trailer }, { version = "1.7", end = "%%EOF\n" } = {}) {
  const pieces = [Buffer.from(`%PDF-${version}\n`, "latin1")];
  let length = pieces[0].length;
  const offsets = new Map();
  const add = (piece) => {
    const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece, "latin1");
    pieces.push(bytes);
    length += bytes.length;
  };
  for (const [number, { dict, stream, lengthSaid }] of objects) {
    offsets.set(number, length);
    if (stream === null) add(`${number} 0 obj\n${dict}\nendobj\n`);
    else {
      const said = lengthSaid ?? stream.length;
      add(`${number} 0 obj\n${dict.replace(/\/Length\s+\d+(?:\s+0\s+R)?/, `/Length ${said}`)}\nstream\n`);
      add(stream);
      add("\nendstream\nendobj\n");
    }
  }
  const size = Math.max(0, ...objects.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) =>
    offsets.has(number) ? `${String(offsets.get(number)).padStart(10, "0")} 00000 n \n` : "0000000000 65535 f \n",
  );
  const start = length;
  add(`xref\n0 ${size}\n${rows.join("")}trailer\n<< ${trailer} /Size ${size} >>\nstartxref\n${start}\n${end}`);
  return Buffer.concat(pieces);
}

/** Numbers of the content streams of pages. */
export const contentNumbers = ({ objects }) => {
  const found = [];
  for (const { dict } of objects.values()) {
    const said = /\/Contents\s*(?:\[([^\]]*)\]|(\d+) 0 R)/.exec(dict);
    for (const reference of (said?.[1] ?? (said?.[2] === undefined ? "" : `${said[2]} 0 R`)).matchAll(/(\d+) 0 R/g))
      found.push(Number(reference[1]));
  }
  return found;
};

export const numbersWith = ({ objects }, pattern) =>
  [...objects].filter(([, { dict }]) => pattern.test(dict)).map(([number]) => number);

/** A stream's content decompressed, or null where it has other filters than Flate. */
export function unpacked({ dict, stream }) {
  if (stream === null) return null;
  if (!dict.includes("/Filter")) return stream;
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dict) || dict.includes("/DecodeParms")) return null;
  try {
    return inflateSync(stream);
  } catch {
    return null;
  }
}

export const packed = (content) => deflateSync(content, { level: 6 });
