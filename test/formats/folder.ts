/** A folder as an office keeps it over the years: reports in every format among minutes, letters, programs' own files and odd names. */
import { gzipSync } from "node:zlib";
import { buildTar, buildZip } from "../source/build-archives.js";
import type { NamedFile } from "./damage.js";
import { WRITERS } from "./report-writers.js";
import { TEN_REPORTS } from "./ten-reports.js";

/** What is to become of a file: its outcome, and the error code of one that fails. */
export interface FolderFile extends NamedFile {
  readonly outcome: string;
  readonly code?: string;
}

/** The header of old Office files, and of other files that are no text. */
const OLE = Buffer.from("d0cf11e0a1b11ae1000000000000000000000000000000003e000300feff0900", "hex");
const NO_TEXT: readonly (readonly [kind: string, content: Buffer])[] = [
  ["doc", Buffer.concat([OLE, Buffer.alloc(2000, 7)])],
  ["xls", Buffer.concat([OLE, Buffer.alloc(2000, 9)])],
  ["ppt", Buffer.concat([OLE, Buffer.alloc(2000, 5)])],
  ["msg", Buffer.concat([OLE, Buffer.alloc(2000, 3)])],
  ["rtf", Buffer.from("{\\rtf1\\ansi Dear all, the minutes are attached.}")],
  [
    "pptx",
    buildZip([
      { name: "[Content_Types].xml", content: "<Types/>" },
      { name: "ppt/presentation.xml", content: "<p/>" },
    ]),
  ],
  ["ps", Buffer.from("%!PS-Adobe-3.0\n(Words) show\nshowpage\n")],
  ["epub", buildZip([{ name: "mimetype", content: "application/epub+zip" }])],
  ["7z", Buffer.concat([Buffer.from("377abcaf271c0004", "hex"), Buffer.alloc(400, 5)])],
  ["exe", Buffer.concat([Buffer.from("4d5a90000300000004000000ffff0000", "hex"), Buffer.alloc(900, 0)])],
  ["mp3", Buffer.concat([Buffer.from("49443303000000000000", "hex"), Buffer.alloc(900, 0x8b)])],
];

const MINUTES = "Minutes of the board\n\nPresent: the chair and six members.\nThe board agreed to meet again in May.\n";
/** Names that people and other systems give. */
const ODD_NAMES = [
  "Report (final) v2.csv",
  "naïve – copy.csv",
  "a b  c.csv",
  "100%.csv",
  "#3 [draft].csv",
  "报告.csv",
  "UPPER.CSV",
];

const mail = (subject: string, body: string): Buffer =>
  Buffer.from(
    `From: clerk@harbour.example\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n${body}`,
  );

export function folderFiles(): FolderFile[] {
  const files: FolderFile[] = [];
  const add = (name: string, bytes: Uint8Array | string, outcome: string, code?: string): void => {
    files.push({ name, bytes: Buffer.from(bytes), outcome, ...(code !== undefined && { code }) });
  };
  for (const [at, report] of TEN_REPORTS.entries())
    for (const [format, write] of Object.entries(WRITERS))
      add(`${2013 + at}/report.${format}`, write(report), "parsed");
  const csv = (at: number): Buffer => Buffer.from(WRITERS.csv?.(TEN_REPORTS[at % TEN_REPORTS.length] ?? never()) ?? "");
  add("web/saved page.htm", `${WRITERS.html?.(TEN_REPORTS[0] ?? never())}<!-- saved -->`, "parsed");
  for (const [at, name] of ODD_NAMES.entries()) add(`odd names/${name}`, `Copy ${at}\r\n${csv(at)}`, "parsed");
  for (let at = 0; at < 25; at += 1) add(`minutes/${at}.txt`, `${MINUTES}Item ${at}.\n`, "no-report");
  for (const [kind, content] of NO_TEXT) add(`old/file.${kind}`, content, "failed", "UNSUPPORTED");
  add("old/empty.txt", "", "failed", "EMPTY");
  for (let at = 0; at < 5; at += 1) add(`letters/${at}.eml`, mail(`Letter ${at}`, MINUTES), "no-report");
  add(
    "letters/box.mbox",
    Buffer.concat([Buffer.from("From a@b Thu Dec  1 09:00:00 2022\n"), mail("One", "Words.\n")]),
    "opened",
  );
  const inner = buildZip([{ name: "2019/q3.csv", content: Buffer.concat([Buffer.from("Inner\r\n"), csv(3)]) }]);
  add(
    "archives/papers.zip",
    buildZip([
      { name: "note.txt", content: "Words.\n" },
      { name: "inner.zip", content: inner },
    ]),
    "opened",
  );
  add("archives/papers.tar", buildTar([{ name: "q1.csv", content: `Tar\r\n${csv(1)}` }]), "opened");
  add("archives/papers.tar.gz", gzipSync(buildTar([{ name: "q2.csv", content: `Gz\r\n${csv(2)}` }])), "opened");
  add("archives/one.csv.gz", gzipSync(Buffer.concat([Buffer.from("Packed\r\n"), csv(4)])), "opened");
  return files;
}

/** Files that programs leave in folders: counted, but not listed. */
export const LEFT_OUT = ["Thumbs.db", "desktop.ini", ".DS_Store", "~$report.docx"];

function never(): never {
  throw new Error("there is no such report");
}
