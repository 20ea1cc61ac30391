/**
 * The table of containers: files that hold other files. To add one, an entry here with a module beside this one that opens it. What
 * loads a large library is imported when it is needed.
 */
import { hasPdfSignature } from "../pdf/failure.js";
import { isTar } from "../tar-signature.js";
import { isZipArchive } from "../zip-kind.js";
import { isGzip } from "./gzip-signature.js";
import { mailKind } from "./mail-signature.js";
import type { OpenResult } from "./member.js";

export interface ContainerFormat {
  /** It looks at the content alone, never at a name. */
  readonly accepts: (bytes: Uint8Array) => boolean;
  /**
   * Never throws because of the content.
   * @param bytes handed over: not usable afterwards
   * @param maxBytes that may be expanded at once
   */
  readonly open: (bytes: Uint8Array, maxBytes: number) => Promise<OpenResult>;
}

const CONTAINER_FORMATS: readonly ContainerFormat[] = [
  {
    accepts: hasPdfSignature,
    async open(bytes) {
      const { openAttachments } = await import("../pdf/attachments.js");
      return openAttachments(bytes);
    },
  },
  {
    accepts: isZipArchive,
    async open(bytes) {
      const { openZip } = await import("./zip.js");
      return openZip(bytes);
    },
  },
  {
    accepts: isGzip,
    async open(bytes, maxBytes) {
      const { openGzip } = await import("./gzip.js");
      return openGzip(bytes, maxBytes);
    },
  },
  {
    accepts: isTar,
    async open(bytes) {
      const { openTar } = await import("./tar.js");
      return openTar(bytes);
    },
  },
  {
    accepts: (bytes) => mailKind(bytes) === "mailbox",
    async open(bytes) {
      const { openMailbox } = await import("./mail.js");
      return openMailbox(bytes);
    },
  },
  {
    accepts: (bytes) => mailKind(bytes) === "e-mail",
    async open(bytes) {
      const { openMail } = await import("./mail.js");
      return openMail(bytes);
    },
  },
];

/** The first format that accepts the content; null if it holds no files. */
export function containerFormatOf(bytes: Uint8Array): ContainerFormat | null {
  return CONTAINER_FORMATS.find(({ accepts }) => accepts(bytes)) ?? null;
}
