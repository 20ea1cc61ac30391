import { describe, expect, it } from "vitest";
import { formatOf } from "../../src/pipeline/formats/input-formats.js";
import { containerKind } from "../../src/source/containers.js";
import { containerFormatOf } from "../../src/source/members/container-formats.js";
import { decodeText } from "../../src/source/text.js";
import { buildTar, buildZip, latin } from "./build-archives.js";

const PDF = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
const office = (folder: string): Buffer =>
  buildZip([
    { name: "[Content_Types].xml", content: "<Types/>", isPacked: true },
    { name: "_rels/.rels", content: "<Relationships/>", isPacked: true },
    { name: `${folder}document.xml`, content: "<document/>", isPacked: true },
  ]);

const openDocument = (type: string): Buffer =>
  buildZip([
    { name: "mimetype", content: `application/vnd.oasis.opendocument.${type}` },
    { name: "content.xml", content: "<office/>" },
  ]);

/** A file of old Office programs with these parts in its first sector of names. */
function ole(...parts: readonly string[]): Buffer {
  const file = Buffer.alloc(3 * 512);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  for (const [at, part] of ["Root Entry", ...parts].entries()) file.write(part, 1024 + at * 128, "utf16le");
  return file;
}

const messageOf = (bytes: Uint8Array): string => {
  expect(formatOf(bytes)).toBe("text");
  const decoded = decodeText(bytes);
  expect(decoded).toMatchObject({ ok: false, code: "UNSUPPORTED" });
  return decoded.ok ? "" : decoded.message;
};

describe("zip files", () => {
  it("are archives, not the first of two PDFs that are stored in them", () => {
    const two = buildZip([
      { name: "north.pdf", content: PDF },
      { name: "south.PDF", content: PDF },
    ]);
    expect(messageOf(two)).toBe("the file is a zip file, which only a run over files opens");
    expect(containerFormatOf(two)).not.toBeNull();
  });

  it.each([
    ["a PDF", buildZip([{ name: "a.pdf", content: PDF, isPacked: true }])],
    ["nothing", buildZip([])],
    ["a PDF, cut short", buildZip([{ name: "a.pdf", content: PDF }], false)],
    ["a folder named word, and no document", buildZip([{ name: "word/a.pdf", content: PDF }])],
  ])("that hold %s are archives", (_, bytes) => {
    expect(messageOf(bytes)).toMatch(/zip file, which only a run/);
    expect(containerFormatOf(bytes)).not.toBeNull();
  });

  it.each([
    ["pptx", office("ppt/"), /PowerPoint document \(pptx\); convert it/],
    ["odp", openDocument("presentation"), /OpenDocument presentation \(odp\); convert it/],
  ])("that are a %s are named as one", (_, bytes, message) => {
    expect(messageOf(bytes)).toMatch(message);
    expect(containerFormatOf(bytes)).toBeNull();
  });
});

describe("other containers", () => {
  it.each([
    ["Word", ole("1Table", "WordDocument"), /old Word document \(doc\); convert.*--convert-to pdf \*\.doc$/],
    ["Excel", ole("Workbook"), /old Excel document \(xls\); convert.*html \*\.xls$/],
    ["Excel in Word", ole("WordDocument", "ObjectPool", "Workbook"), /old Word document/],
    ["Word in an Outlook message", ole("__nameid_version1.0", "WordDocument"), /Outlook message \(msg\); save its att/],
    ["an unknown old program", ole("Contents"), /old Office document/],
    ["a signature alone", Buffer.from("d0cf11e0a1b11ae1", "hex"), /old Office document/],
  ])("of old Office programs are named: %s", (_, bytes, message) => {
    expect(messageOf(bytes)).toMatch(message);
  });

  it.each([
    ["tar", buildTar([{ name: "a.pdf", content: PDF }]), /tar.*only a run/],
    ["tar without a signature", buildTar([{ name: "a.pdf", content: PDF, magic: "" }]), /tar.*only a run/],
    ["gzip", latin("\x1f\x8b\x08\0"), /gzip.*only a run/],
    ["bzip2", latin("BZh91AY&SY"), /bzip2/],
    ["xz", latin("\xfd7zXZ\0"), /xz/],
    ["7z", latin("7z\xbc\xaf\x27\x1c\0\x04"), /7z/],
    ["rar", latin("Rar!\x1a\x07\x01\0"), /rar/],
    ["winmail.dat", latin(`\x78\x9f\x3e\x22\n${PDF}`), /winmail\.dat.*save them/],
    ["rich text", latin("{\\rtf1\\ansi words}"), /rtf.*--convert-to pdf \*\.rtf$/],
    ["PostScript", latin("%!PS-Adobe-3.0\n(words) show\n"), /PostScript.*convert/],
    ["GIF", latin("GIF89a\x01\0\x01\0"), /GIF/],
    ["BMP", latin("BM\x46\0\0\0\0\0\0\0\x36\0\0\0"), /BMP/],
    ["WebP", latin("RIFF\x24\0\0\0WEBPVP8 "), /WebP/],
    ["HEIC", latin("\0\0\0\x18ftypheic\0\0\0\0"), /HEIC/],
  ])("are named, with what to do: %s", (_, bytes, message) => {
    expect(messageOf(bytes)).toMatch(message);
  });

  it.each([
    ["BM", "BM\tHarbour\tRepair the quay\tGreen\n"],
    ["PK", "PK\tHarbour\tRepair the quay\tGreen\n"],
    ["II", "II. Harbour works\n"],
    ["a number", "070701 Harbour works\n"],
    ["many digits", `${"0 ".repeat(300)}\n`],
  ])("are not seen in text that begins with %s", (_, text) => {
    expect(containerKind(latin(text))).toBeNull();
    expect(decodeText(latin(text))).toMatchObject({ ok: true });
  });

  it("are looked at without an error whatever bytes follow their signature", () => {
    const signatures = ["PK\x03\x04", "PK\x05\x06", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", `${"\xff".repeat(148)}7777`];
    for (const signature of signatures)
      for (let length = 0; length < 600; length += 7)
        expect(() => containerKind(latin(signature + "\xff".repeat(length)))).not.toThrow();
    const endless = buildZip([{ name: "a.pdf", content: PDF }]);
    endless.writeUInt32LE(0xffffffff, endless.length - 6);
    expect(messageOf(endless)).toMatch(/zip file/);
  });
});

describe("the signature of a PDF", () => {
  it.each([
    ["after the lines of a printer", "\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n"],
    ["after twelve lines", "line\n".repeat(12)],
    ["after a byte-order mark", "\xef\xbb\xbf"],
    ["after the head of a single part", "Content-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n"],
  ])("is found %s", (_, before) => {
    expect(formatOf(latin(before + PDF))).toBe("pdf");
  });

  it.each([
    ["in a sentence", "Send us files that begin with %PDF-1.7 and no others.\n"],
    ["beyond the first 1,024 bytes", `${"words\n".repeat(200)}${PDF}`],
    [
      "in an e-mail of several parts",
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n${PDF}`,
    ],
  ])("does not make a PDF of a file that has it %s", (_, text) => {
    expect(formatOf(latin(text))).toBe("text");
  });
});
