/** Archives by hand. In: entries. Out: a whole zip file's or tar archive's bytes. */
import { crc32, deflateRawSync } from "node:zlib";

export const latin = (text: string) => Buffer.from(text, "latin1");

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isPacked?: boolean;
  /** Bits of the entry's flags: 1 says that it is encrypted, 0x800 that its name is UTF-8. */
  readonly flags?: number;
  /** In place of 0 or 8, for "stored" and "packed". */
  readonly method?: number;
  /** In place of the content's own. */
  readonly crc?: number;
  readonly size?: number;
  /** Repeats an earlier entry's content in place of having its own. */
  readonly sameAs?: number;
}

/** @param isComplete whether the list of entries at the end is there */
export function buildZip(entries: readonly ZipEntry[], isComplete = true): Buffer {
  const parts: Buffer[] = [];
  const listed: Buffer[] = [];
  const places: number[] = [];
  let at = 0;
  for (const { name, content, isPacked = false, flags = 0, ...stated } of entries) {
    const plain = typeof content === "string" ? latin(content) : Buffer.from(content);
    const stored = isPacked ? deflateRawSync(plain) : plain;
    const title = Buffer.from(name, (flags & 0x800) === 0 ? "latin1" : "utf8");
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(stated.method ?? (isPacked ? 8 : 0), 4);
    common.writeUInt32LE(stated.crc ?? crc32(plain), 10);
    common.writeUInt32LE(stored.length, 14);
    common.writeUInt32LE(stated.size ?? plain.length, 18);
    common.writeUInt16LE(title.length, 22);
    const isOwn = stated.sameAs === undefined;
    places.push(stated.sameAs === undefined ? at : (places[stated.sameAs] ?? 0));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(places.at(-1) ?? 0, 10);
    listed.push(Buffer.concat([latin("PK\x01\x02\x14\0"), common, place, title]));
    if (!isOwn) continue;
    const part = Buffer.concat([latin("PK\x03\x04"), common, title, stored]);
    parts.push(part);
    at += part.length;
  }
  if (!isComplete) return Buffer.concat(parts);
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

export interface TarEntry {
  readonly name: string;
  readonly content?: string;
  /** "0" is a file, "2" a link, "5" a folder. */
  readonly type?: string;
  /** As the standard has it; the oldest programs write none. */
  readonly magic?: string;
}

export function buildTar(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.map(({ name, content = "", type = "0", magic = "ustar\x0000" }) => {
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write("0000644\0", 100);
    head.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
    head.write(" ".repeat(8), 148);
    head.write(type, 156);
    head.write(magic, 257, "latin1");
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    return Buffer.concat([head, latin(content), padding]);
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
