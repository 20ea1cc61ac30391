/**
 * E-mails and saved web pages whose parts are encoded, as base64 or quoted-printable, so that the file's lines are not what a
 * person reads. In: a text. Out: what the file is and what to do with it. An e-mail without such parts is text, and so is a
 * text that only quotes the lines at the head of one: the encoded content itself must be there.
 */

const EMAIL = "save its attachments and import those, or open it in its program and save it as plain text or PDF";
const WEB_PAGE = "a saved web page (MHTML); open it in a browser and save it as PDF";

/** Longest head of an e-mail or a part that is looked at, in characters. Mail servers add pages of lines. */
const HEAD_LENGTH = 32_768;
/** Shortest line that shows base64: a word of that many letters is rarer than one of fewer. */
const BASE64_LENGTH = 24;

const ENCODING = /^Content-Transfer-Encoding:[ \t]*(?:\r?\n[ \t]+)?"?([a-z0-9-]{1,40})/gim;
const UUENCODED = /^begin [0-7]{3,4} [^\r\n]{1,255}\r?\nM[!-`]{60}\r?$/m;
/** Encoded lines of which the head was lost: no text has eight lines that long without a space. */
const HEADLESS = /(?:^[A-Za-z0-9+/]{60,76}\r?\n){8}/m;
/** The name of a line at the head of an e-mail. */
const FIELD = /^[!-9;-~]{1,80}:/;
const MULTIPART = /^Content-Type:[ \t]*(?:\r?\n[ \t]+)?multipart\/([a-z]{1,20})/im;
const HTML_PART = /^Content-Type:[ \t]*(?:\r?\n[ \t]+)?text\/html/im;
const QUOTED_CODE = /=(?:[0-9A-F]{2}|[ \t]{0,8}(?:[\r\n]|$))/gi;
/** The line between two parts, or after the last. It may be full of equals signs, and so may the next part's head. */
const PART_END = /^--[^\r\n]{1,80}(?:--[ \t]{0,8}$|(?:\r\n|\n|\r)[A-Za-z-]{1,80}:)/m;
const BLANK_LINE = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))/;
const BASE64_LINE = /^[A-Za-z0-9+/]+={0,2}$/;

/** "an e-mail with encoded parts; save its …", as the rest of a sentence that says what the file is; null if it is neither. */
export function encodedKind(text: string): string | null {
  const multipart = multipartOf(text);
  const isEncoded = hasEncodedPart(text) || UUENCODED.test(text) || isHeadless(text);
  // The same content as text and as a web page, one after the other, would be read twice.
  const isTwice = multipart !== null && HTML_PART.test(text);
  if (!isEncoded && !isTwice) return null;
  if (multipart === "related" && isEncoded && HTML_PART.test(text)) return WEB_PAGE;
  return isEncoded ? `an e-mail with encoded parts; ${EMAIL}` : `an e-mail with several parts; ${EMAIL}`;
}

/** "mixed", "related" and so on, of a text that begins with the head of an e-mail with several parts; else null. */
export function multipartOf(text: string): string | null {
  const start = text.slice(0, HEAD_LENGTH).replace(/^\ufeff?\s*(?:From [^\r\n]*\r?\n)?/, "");
  if (!FIELD.test(start)) return null;
  const end = BLANK_LINE.exec(start)?.index ?? start.length;
  return MULTIPART.exec(start.slice(0, end))?.[1]?.toLowerCase() ?? null;
}

/** The picture in a web page or Markdown text may be as long, and is left out where that is read. */
const isHeadless = (text: string): boolean => !text.includes(";base64,") && HEADLESS.test(text);

/** Each part is looked at up to where the next one states its encoding, so that the whole takes one pass. */
function hasEncodedPart(text: string): boolean {
  let before: { readonly encoding: string; readonly from: number } | null = null;
  for (const { 0: line, 1: encoding = "", index } of text.matchAll(ENCODING)) {
    if (before !== null && isEncoded(before.encoding, text.slice(before.from, index))) return true;
    before = { encoding: encoding.toLowerCase(), from: index + line.length };
  }
  return before !== null && isEncoded(before.encoding, text.slice(before.from));
}

/** @param part the rest of the part's head, and its content */
function isEncoded(encoding: string, part: string): boolean {
  if (encoding !== "base64" && encoding !== "quoted-printable") return false;
  const head = BLANK_LINE.exec(part.slice(0, HEAD_LENGTH));
  if (head === null) return false;
  const content = part.slice(head.index + head[0].length);
  return encoding === "base64" ? isBase64(content) : hasCodes(content);
}

/** Whether the first line of the content is base64. */
function isBase64(content: string): boolean {
  const line = /^\s*([^\r\n]*)/.exec(content)?.[1]?.trimEnd() ?? "";
  return line.length >= BASE64_LENGTH && line.length % 4 === 0 && BASE64_LINE.test(line);
}

/** Whether equals signs in the content are mostly quoted-printable codes, and not the author's own. */
function hasCodes(contentAndBehind: string): boolean {
  const end = contentAndBehind.search(PART_END);
  const content = end < 0 ? contentAndBehind : contentAndBehind.slice(0, end);
  const codes = content.match(QUOTED_CODE)?.length ?? 0;
  return codes > content.split("=").length - 1 - codes;
}
