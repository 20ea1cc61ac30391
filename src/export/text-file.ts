/**
 * Text to a file, gathered into large writes. One write may be under way while the next text is gathered and no more, so
 * that memory does not grow when the disk is slower than the reader.
 */
import { open } from "node:fs/promises";

/** Characters gathered before they are written. */
const BUFFER_CHARS = 1 << 18;

export interface TextFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Creates the file; UTF-8. Fails where there is one already. A failed write is thrown by a later call. */
export async function createTextFile(path: string): Promise<TextFile> {
  const handle = await open(path, "wx");
  let parts: string[] = [];
  let length = 0;
  let underWay: Promise<void> = Promise.resolve();
  const flush = async () => {
    const text = parts.join("");
    parts = [];
    length = 0;
    await underWay;
    underWay = handle.writeFile(text, "utf8");
    // Heard of at the next `await underWay`; until then it must not count as unhandled.
    underWay.catch(() => undefined);
  };
  return {
    async write(text) {
      parts.push(text);
      length += text.length;
      if (length >= BUFFER_CHARS) await flush();
    },
    async close() {
      try {
        await flush();
        await underWay;
      } finally {
        await handle.close();
      }
    },
  };
}
