/**
 * The table of containers: files that hold other files. To add one, an entry here with a module beside this one that opens it. What
 * loads a large library is imported when it is needed.
 */
import { hasPdfSignature } from "../pdf/failure.js";
import type { OpenResult } from "./member.js";

export interface ContainerFormat {
  /** It looks at the content alone, never at a name. */
  readonly accepts: (bytes: Uint8Array) => boolean;
  /** Never throws because of the content. @param bytes handed over: not usable afterwards */
  readonly open: (bytes: Uint8Array) => Promise<OpenResult>;
}

const CONTAINER_FORMATS: readonly ContainerFormat[] = [
  {
    accepts: hasPdfSignature,
    async open(bytes) {
      const { openAttachments } = await import("../pdf/attachments.js");
      return openAttachments(bytes);
    },
  },
];

/** The first format that accepts the content; null if it holds no files. */
export function containerFormatOf(bytes: Uint8Array): ContainerFormat | null {
  return CONTAINER_FORMATS.find(({ accepts }) => accepts(bytes)) ?? null;
}
