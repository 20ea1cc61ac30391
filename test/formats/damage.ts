/** Damaged and hostile office documents, archives and e-mails. In: a seed. Out: files that are the same for the same seed. */
import { gzipSync } from "node:zlib";
import { buildTar, buildZip } from "../source/build-archives.js";
import { buildDocx, cell, para, row, table } from "../source/build-docx.js";
import { buildOdf } from "../source/build-odf.js";
import { buildXlsx } from "../source/build-xlsx.js";
import { WRITERS } from "./report-writers.js";
import { TEN_REPORTS } from "./ten-reports.js";

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Random {
  /** A whole number from 0 to below the limit. */
  readonly below: (limit: number) => number;
}

export function seeded(seed: number): Random {
  let state = seed;
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
    },
  };
}

function mail(name: string, attached: Uint8Array): Uint8Array {
  const head = ["From: clerk@harbour.example", "Subject: Papers", "MIME-Version: 1.0"];
  const body = Buffer.from(attached).toString("base64").replace(/.{76}/g, "$&\r\n");
  return Buffer.from(
    [
      ...head,
      'Content-Type: multipart/mixed; boundary="b"',
      ...["", "--b", "Content-Type: text/plain", "", "See the attached."],
      ...[
        "--b",
        `Content-Type: application/octet-stream; name="${name}"`,
        "Content-Transfer-Encoding: base64",
        "",
        body,
      ],
      ...["--b--", ""],
    ].join("\r\n"),
  );
}

/** A sound file of each kind that is damaged. */
function soundFiles(): NamedFile[] {
  const [report] = TEN_REPORTS;
  if (report === undefined) return [];
  const made = (format: string): Uint8Array => WRITERS[format]?.(report) ?? new Uint8Array();
  const documents = ["docx", "odt", "xlsx", "ods"].map((format) => ({ name: `report.${format}`, bytes: made(format) }));
  const text = { name: "2022/report.csv", content: Buffer.from(made("csv")).toString() };
  return [
    ...documents,
    {
      name: "papers.zip",
      bytes: buildZip([
        { ...text, isPacked: true },
        { name: "a.docx", content: made("docx") },
      ]),
    },
    { name: "papers.tar", bytes: buildTar([text]) },
    { name: "papers.tar.gz", bytes: gzipSync(buildTar([text])) },
    { name: "letter.eml", bytes: mail("report.docx", made("docx")) },
    {
      name: "letters.mbox",
      bytes: Buffer.concat([Buffer.from("From a@b Thu Dec  1 09:00:00 2022\n"), mail("r.xlsx", made("xlsx"))]),
    },
  ];
}

type Damage = (bytes: Buffer, random: Random) => Buffer;

const DAMAGES: readonly Damage[] = [
  (bytes, random) => bytes.subarray(0, 1 + random.below(bytes.length - 1)),
  (bytes, random) => bytes.subarray(1 + random.below(Math.min(2000, bytes.length - 1))),
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let left = 1 + random.below(40); left > 0; left -= 1) changed[random.below(bytes.length)] = random.below(256);
    return changed;
  },
  (bytes, random) => {
    const from = random.below(bytes.length);
    return Buffer.from(bytes).fill(0, from, Math.min(bytes.length, from + random.below(600)));
  },
  (bytes, random) => {
    const [from, length] = [random.below(bytes.length), random.below(bytes.length >> 2)];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
  },
  (bytes, random) => {
    const [from, to] = [random.below(bytes.length), random.below(bytes.length)];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => Buffer.concat([Buffer.alloc(1 + random.below(900), "junk "), bytes]),
];

/** Files that are made to take memory, time or other files, or to break a reader. */
export function hostileFiles(): NamedFile[] {
  const zeros = Buffer.alloc(30_000_000);
  const bomb = buildZip([{ name: "zeros.txt", content: zeros, isPacked: true }]);
  const many = Array.from({ length: 3000 }, (_, at) => ({ name: `${at}.txt`, content: `${at}` }));
  let nested = buildZip([{ name: "note.txt", content: "Words.\n" }]);
  for (let depth = 0; depth < 30; depth += 1) nested = buildZip([{ name: "inner.zip", content: nested }]);
  const entity =
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>';
  const outside = '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const document = (start: string, body: string): string =>
    `${start}<w:document ${W}><w:body>${body}</w:body></w:document>`;
  let tables = para("deep");
  for (let depth = 0; depth < 400; depth += 1) tables = table(row(cell(tables)));
  const wide = Array.from({ length: 3000 }, (_, at) => `<c r="A1" t="inlineStr"><is><t>${at}</t></is></c>`).join("");
  const sheet = (rows: string, after = "") => buildXlsx([{ name: "S", rows, after }]);
  const repeated = (count: number): string =>
    `<table:table><table:table-row table:number-rows-repeated="${count}"><table:table-cell table:number-columns-repeated="${count}"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`;
  return [
    { name: "bomb.zip", bytes: bomb },
    { name: "bombs.zip", bytes: buildZip(["a", "b", "c"].map((name) => ({ name: `${name}.zip`, content: bomb }))) },
    { name: "bomb.gz", bytes: gzipSync(zeros) },
    { name: "bomb.docx", bytes: buildDocx("", {}, document("", para(" ".repeat(20_000_000)))) },
    { name: "many.zip", bytes: buildZip(many) },
    { name: "nested.zip", bytes: nested },
    { name: "entities.docx", bytes: buildDocx("", {}, document(entity, para("&c;"))) },
    { name: "outside.docx", bytes: buildDocx("", {}, document(outside, para("&f;"))) },
    { name: "outside.odt", bytes: buildOdf("text", "", "", `${outside}<d><text><p>&f;</p></text></d>`) },
    { name: "deep.docx", bytes: buildDocx(tables) },
    { name: "deep-xml.docx", bytes: buildDocx("", {}, document("", "<w:sdt>".repeat(30_000))) },
    { name: "wide.xlsx", bytes: sheet(`<row r="1">${wide}</row>`) },
    { name: "far.xlsx", bytes: sheet('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>') },
    { name: "no-shared.xlsx", bytes: sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>') },
    {
      name: "merged.xlsx",
      bytes: sheet(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>',
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    },
    { name: "repeated.ods", bytes: buildOdf("spreadsheet", repeated(1_000_000)) },
    { name: "repeated.odt", bytes: buildOdf("text", repeated(1_000_000)) },
    {
      name: "paths.zip",
      bytes: buildZip([
        { name: "../../../tmp/out.txt", content: "x" },
        { name: "/etc/out.txt", content: "x" },
      ]),
    },
    {
      name: "same.zip",
      bytes: buildZip([
        { name: "a.txt", content: "x" },
        { name: "a.txt", content: "y" },
      ]),
    },
    { name: "liar.zip", bytes: buildZip([{ name: "a.txt", content: "x", size: 4_000_000_000 }]) },
    { name: "locked.docx", bytes: buildZip([{ name: "word/document.xml", content: "x", flags: 1 }]) },
    { name: "parts.eml", bytes: mail("a.eml", mail("b.eml", mail("c.eml", mail("d.eml", mail("e.zip", bomb))))) },
    { name: "header.eml", bytes: Buffer.from(`Subject: ${"a".repeat(3_000_000)}\r\n\r\nbody`) },
    {
      name: "links.tar",
      bytes: buildTar([
        { name: "passwd", type: "2" },
        { name: "a.txt", content: "x", type: "0" },
      ]),
    },
  ];
}

/** @param count of damaged files */
export function damagedFiles(seed: number, count: number): NamedFile[] {
  const random = seeded(seed);
  const sound = soundFiles();
  return Array.from({ length: count }, (_, at) => {
    const file = sound[at % sound.length];
    const damage = DAMAGES[Math.floor(at / sound.length) % DAMAGES.length];
    if (file === undefined || damage === undefined) throw new Error("there is nothing to damage");
    return { name: `${at}-${file.name}`, bytes: damage(Buffer.from(file.bytes), random) };
  });
}
