/**
 * Text to a file, collected into large writes. At most one write is in progress while the next text is collected, so that memory
 * does not grow when the disk is slower than the reader.
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";

/** Bytes collected before they are written. */
const BUFFER_BYTES = 1 << 18;

/** A string, or UTF-8. */
export type Text = string | Uint8Array;

export interface TextFile {
  write(text: Text): Promise<void>;
  /** @returns the SHA-256 of all that was written, in hexadecimal */
  close(): Promise<string>;
}

/** Creates the file; UTF-8. Fails if it exists. A failed write is thrown by a later call. */
export async function createTextFile(path: string): Promise<TextFile> {
  const handle = await open(path, "wx");
  const hash = createHash("sha256");
  let parts: Uint8Array[] = [];
  let length = 0;
  let inProgress: Promise<void> = Promise.resolve();
  const flush = async () => {
    const bytes = Buffer.concat(parts, length);
    parts = [];
    length = 0;
    hash.update(bytes);
    await inProgress;
    inProgress = handle.writeFile(bytes);
    // A failure is thrown by the next `await inProgress`; until then it must not count as unhandled.
    inProgress.catch(() => undefined);
  };
  return {
    async write(text) {
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      parts.push(bytes);
      length += bytes.length;
      if (length >= BUFFER_BYTES) await flush();
    },
    async close() {
      try {
        await flush();
        await inProgress;
      } finally {
        await handle.close();
      }
      return hash.digest("hex");
    },
  };
}
