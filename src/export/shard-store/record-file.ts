/**
 * Named records in one file: their parts one after another, then where each record is, then the length of that list in eight bytes.
 * In: records. Out: the pieces of the file; and from a file, each record by its name.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { ShardError } from "./store.js";

/** A name and the parts of what it names. */
export interface NamedRecord {
  readonly name: string;
  readonly parts: readonly Uint8Array[];
}

type Entry = readonly [name: string, offset: number, lengths: readonly number[]];

const LENGTH_BYTES = 8;

export async function* recordPieces(records: AsyncIterable<NamedRecord>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const { name, parts } of records) {
    const lengths = parts.map(({ length }) => length);
    entries.push([name, offset, lengths]);
    offset += lengths.reduce((sum, length) => sum + length, 0);
    yield* parts;
  }
  const list = Buffer.from(JSON.stringify(entries));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeBigUInt64LE(BigInt(list.length));
  yield* [list, length];
}

export class RecordFile {
  readonly #path: string;
  readonly #file: number;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** @param path of a file whose hash has been checked */
  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, "r");
    const { size } = fstatSync(this.#file);
    const length = Number(this.#read(size - LENGTH_BYTES, LENGTH_BYTES).readBigUInt64LE());
    const list: Entry[] = JSON.parse(this.#read(size - LENGTH_BYTES - length, length).toString());
    this.#entries = new Map(list.map((entry) => [entry[0], entry]));
  }

  /** The parts of a record. @throws ShardError where the file has none of that name */
  parts(name: string): Uint8Array[] {
    const entry = this.#entries.get(name);
    if (entry === undefined)
      throw new ShardError(`${this.#path} lacks ${name}; remove the file and run the shard again`);
    const [, offset, lengths] = entry;
    const bytes = this.#read(
      offset,
      lengths.reduce((sum, length) => sum + length, 0),
    );
    let at = 0;
    return lengths.map((length) => {
      at += length;
      return bytes.subarray(at - length, at);
    });
  }

  close(): void {
    closeSync(this.#file);
  }

  #read(from: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    for (let at = 0; at < length; ) {
      const count = readSync(this.#file, bytes, at, length - at, from + at);
      if (count === 0) throw new ShardError(`${this.#path} is cut off; remove it and run the shard again`);
      at += count;
    }
    return bytes;
  }
}
