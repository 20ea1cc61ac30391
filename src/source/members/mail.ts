/**
 * Opens an e-mail, or a mailbox of several. In: its bytes. Out: a container: of an e-mail its text and attached files, of a mailbox
 * its e-mails. Of a text that is there both as a web page and as plain text, the web page is taken, since it has the tables.
 */
import PostalMime, { type Attachment, type Email } from "postal-mime";
import { type MemberContent, memberFailure, type OpenResult, tooLarge } from "./member.js";

export async function openMail(bytes: Uint8Array): Promise<OpenResult> {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: "arraybuffer" });
  } catch (error) {
    const what = error instanceof Error ? error.message.slice(0, 200) : "it is damaged";
    return memberFailure("CORRUPT", `the e-mail cannot be taken apart: ${what}`);
  }
  const parts = [
    ...bodyOf(email),
    ...email.attachments.map((attachment) => [nameOf(attachment), attachment.content] as const),
  ];
  return {
    ok: true,
    paths: parts.map(([path]) => path),
    read: async (index, maxBytes) => contentOf(parts[index]?.[1] ?? "", maxBytes),
  };
}

type Part = readonly [path: string, content: Attachment["content"]];

function bodyOf({ html, text }: Email): Part[] {
  if (html !== undefined && html.trim() !== "") return [["message.html", html]];
  return text === undefined || text.trim() === "" ? [] : [["message.txt", text]];
}

function nameOf({ filename, mimeType }: Attachment): string {
  if (filename !== null && filename !== "") return filename;
  return mimeType === "message/rfc822" ? "forwarded.eml" : "unnamed";
}

function contentOf(content: Attachment["content"], maxBytes: number): MemberContent {
  const bytes = typeof content === "string" ? new Uint8Array(Buffer.from(content)) : new Uint8Array(content).slice();
  return bytes.length > maxBytes ? tooLarge(bytes.length, maxBytes) : { ok: true, bytes };
}

/** The line before each e-mail of a mailbox. */
const SEPARATOR = "From ";
const LINE_FEED = 0x0a;

export async function openMailbox(bytes: Uint8Array): Promise<OpenResult> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = startsOf(file);
  const digits = String(starts.length).length;
  return {
    ok: true,
    paths: starts.map((_, index) => `message-${String(index + 1).padStart(digits, "0")}.eml`),
    read: async (index, maxBytes) => {
      const from = file.indexOf(LINE_FEED, starts[index]) + 1;
      const mail = file.subarray(from, starts[index + 1] ?? file.length);
      return mail.length > maxBytes ? tooLarge(mail.length, maxBytes) : { ok: true, bytes: new Uint8Array(mail) };
    },
  };
}

/** Where e-mails begin: at the start, and where such a line follows an empty one and the head of an e-mail follows it. */
function startsOf(file: Buffer): number[] {
  const starts = [0];
  for (let at = file.indexOf(`\n${SEPARATOR}`); at >= 0; at = file.indexOf(`\n${SEPARATOR}`, at + 1)) {
    const isAfterEmptyLine = file[at - 1] === LINE_FEED || (file[at - 1] === 0x0d && file[at - 2] === LINE_FEED);
    if (isAfterEmptyLine && isHead(file, file.indexOf(LINE_FEED, at + 1) + 1)) starts.push(at + 1);
  }
  return starts;
}

/** The name of a line at the head of an e-mail. */
const FIELD = /^[!-9;-~]{1,80}:/;
const FIELD_BYTES = 81;

const isHead = (file: Buffer, at: number): boolean =>
  at > 0 && FIELD.test(file.toString("latin1", at, at + FIELD_BYTES));
