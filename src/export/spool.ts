/**
 * Bytes, and values as JSON, that wait on disk until they are read, in a file without a name, which disappears when it is closed or
 * when the process ends. Memory holds only their positions, eight bytes each.
 */
import { randomBytes } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { outputError } from "./output-error.js";

/** Bytes collected before they are written. */
const BUFFER_BYTES = 1 << 18;
/**
 * Bytes read at once, as pieces are mostly read in the order in which they were added. The rows of a report take 20 to 70 KB: this
 * holds those of a dozen reports or more, so that not every report costs a read.
 */
const WINDOW_BYTES = 1 << 20;

export class ByteSpool {
  readonly #folder: string;
  readonly #starts: number[] = [];
  #file: Promise<FileHandle> | null = null;
  #collected: Uint8Array[] = [];
  #collectedBytes = 0;
  #writtenBytes = 0;
  /** The bytes that were read last, and their position in the file. */
  #window = Buffer.alloc(0);
  #windowStart = 0;

  /** @param folder in which the file is created, once there is something to write */
  constructor(folder: string) {
    this.#folder = folder;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** @returns its index, from 0 */
  async add(bytes: Uint8Array): Promise<number> {
    this.#starts.push(this.#writtenBytes + this.#collectedBytes);
    this.#collected.push(bytes);
    this.#collectedBytes += bytes.length;
    if (this.#collectedBytes >= BUFFER_BYTES) await this.#flush();
    return this.#starts.length - 1;
  }

  /** @throws RangeError if nothing has that index */
  async read(index: number): Promise<Buffer> {
    const start = this.#starts[index];
    if (start === undefined) throw new RangeError(`the spool holds ${this.count} pieces, none at ${index}`);
    if (this.#collectedBytes > 0) await this.#flush();
    const end = this.#starts[index + 1] ?? this.#writtenBytes;
    if (start < this.#windowStart || end > this.#windowStart + this.#window.length) await this.#moveWindow(start, end);
    return this.#window.subarray(start - this.#windowStart, end - this.#windowStart);
  }

  async close(): Promise<void> {
    await (await this.#file)?.close();
  }

  async #moveWindow(start: number, end: number): Promise<void> {
    const file = await this.#opened();
    const length = Math.max(end - start, Math.min(WINDOW_BYTES, this.#writtenBytes - start));
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; ) {
      const { bytesRead } = await file.read(bytes, at, length - at, start + at);
      if (bytesRead === 0) throw new Error("the spool's file was cut while it was in use");
      at += bytesRead;
    }
    this.#window = bytes;
    this.#windowStart = start;
  }

  async #flush(): Promise<void> {
    const file = await this.#opened();
    const bytes = Buffer.concat(this.#collected);
    this.#collected = [];
    this.#collectedBytes = 0;
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await file
        .write(bytes, at, bytes.length - at, this.#writtenBytes + at)
        .catch((error: unknown) => {
          throw outputError(error, this.#folder);
        });
      at += bytesWritten;
    }
    this.#writtenBytes += bytes.length;
  }

  #opened(): Promise<FileHandle> {
    this.#file ??= openNameless(this.#folder);
    return this.#file;
  }
}

/** Values as JSON. */
export class Spool<Value> {
  readonly #bytes: ByteSpool;

  /** @param folder as for `ByteSpool` */
  constructor(folder: string) {
    this.#bytes = new ByteSpool(folder);
  }

  get count(): number {
    return this.#bytes.count;
  }

  /** @returns the value's index, from 0 */
  add(value: Value): Promise<number> {
    return this.#bytes.add(Buffer.from(JSON.stringify(value)));
  }

  /** Adds a value that is already JSON, in UTF-8. */
  addJson(json: Uint8Array): Promise<number> {
    return this.#bytes.add(json);
  }

  /** @throws RangeError if no value has that index */
  async read(index: number): Promise<Value> {
    return JSON.parse((await this.#bytes.read(index)).toString());
  }

  close(): Promise<void> {
    return this.#bytes.close();
  }
}

async function openNameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `.ragtally-spool-${randomBytes(8).toString("hex")}`);
  const file = await open(path, "wx+", 0o600);
  await rm(path, { force: true });
  return file;
}
