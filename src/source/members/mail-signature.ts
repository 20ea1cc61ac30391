/**
 * Whether a file is an e-mail that must be taken apart, or a mailbox of several. In: its bytes. Out: which of these it is, if any. An
 * e-mail of plain text is read as text, and so is a text that quotes the head of an e-mail: encoded content or parts must follow.
 */
import { encodedKind } from "../encoded-parts.js";

/** Longest head of an e-mail that is looked at, in bytes. Mail servers add pages of lines. */
const HEAD_BYTES = 65_536;

const HEAD_START = /^(?:\xef\xbb\xbf)?\s{0,100}(From [^\r\n]{1,400}\r?\n)?(?=[!-9;-~]{1,80}:)/;
const HEAD_END = /\r?\n[ \t]{0,8}\r?\n/;
/** Lines that e-mails and saved web pages have at their head, and reports have not. */
const MAIL_FIELD = /^(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature|Content-Type):/im;
const ENCODED = /^Content-Transfer-Encoding:[ \t]*(?:\r?\n[ \t]+)?"?(?:base64|quoted-printable)/im;
const MULTIPART =
  /^Content-Type:[ \t]*(?:\r?\n[ \t]+)?multipart\/(?:[^\r\n]|\r?\n[ \t]){0,400}?boundary[ \t]*=[ \t]*(?:"([^"\r\n]{1,100})"|([^\s;"]{1,100}))/im;

export function mailKind(bytes: Uint8Array): "e-mail" | "mailbox" | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.toString("latin1", 0, HEAD_BYTES);
  const opening = HEAD_START.exec(start);
  if (opening === null) return null;
  const rest = start.slice(opening[0].length);
  const head = rest.slice(0, HEAD_END.exec(rest)?.index ?? rest.length);
  if (!MAIL_FIELD.test(head)) return null;
  if (opening[1] !== undefined) return "mailbox";
  const multipart = MULTIPART.exec(head);
  if (multipart !== null) return file.includes(`\n--${multipart[1] ?? multipart[2]}`) ? "e-mail" : null;
  return ENCODED.test(head) && encodedKind(file.toString("latin1")) !== null ? "e-mail" : null;
}
