/** What takes e-mails and mailboxes apart. */
import { describe, expect, it } from "vitest";
import { containerFormatOf } from "../../../src/source/members/container-formats.js";
import { mailKind } from "../../../src/source/members/mail-signature.js";

const HEAD = "From: clerk@harbour.example\nSubject: Progress\nMIME-Version: 1.0\n";
const PDF = Buffer.from("%PDF-1.4\n".repeat(20));
const plain = (words: string) =>
  `Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n${words}\n`;
const html = (words: string) =>
  `Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>${words}</p>\n`;
const attached = (name: string, type = "application/pdf") =>
  `Content-Type: ${type}; name="${name}"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="${name}"\n\n${PDF.toString("base64").replace(/.{76}/g, "$&\n")}\n`;
const multipart = (kind: string, boundary: string, ...parts: readonly string[]) =>
  `Content-Type: multipart/${kind};\n boundary="${boundary}"\n\n${parts.map((part) => `--${boundary}\n${part}`).join("")}--${boundary}--\n`;

async function partsOf(mail: string): Promise<unknown> {
  const bytes = new Uint8Array(Buffer.from(mail, "latin1"));
  const opened = await containerFormatOf(bytes)?.open(bytes, 1e6);
  if (opened?.ok !== true) return opened?.code;
  const found = [];
  for (const [index, path] of opened.paths.entries()) {
    const content = await opened.read(index, 1e6);
    found.push([path, content.ok ? Buffer.from(content.bytes).toString() : content.code]);
  }
  return found;
}

describe("e-mails", () => {
  it("give their text and the files attached to them, decoded", async () => {
    const mail = `${HEAD}${multipart("mixed", "b", plain("The caf\xe9 opened."), attached("../report.pdf"))}`;
    expect(await partsOf(mail)).toEqual([
      ["message.txt", "The café opened.\n"],
      ["../report.pdf", PDF.toString()],
    ]);
  });

  it("give the web page where the same text is there as a web page too", async () => {
    const both = multipart("alternative", "c", plain("Words"), html("caf=C3=A9"));
    expect(await partsOf(`${HEAD}${multipart("mixed", "b", both, attached("a.pdf"))}`)).toMatchObject([
      ["message.html", expect.stringContaining("<p>café</p>")],
      ["a.pdf", PDF.toString()],
    ]);
  });

  it("give an e-mail that is forwarded in them as one file", async () => {
    const inner = `Content-Type: message/rfc822\n\n${HEAD}${multipart("mixed", "i", plain("Inner"), attached("a.pdf"))}`;
    const parts = await partsOf(`${HEAD}${multipart("mixed", "b", plain("Outer"), inner)}`);
    expect(parts).toMatchObject([
      ["message.txt", "Outer\n"],
      ["forwarded.eml", expect.stringMatching(/^From: clerk[\s\S]*Inner/)],
    ]);
  });

  it("of a single encoded part are decoded, and so are saved web pages", async () => {
    expect(await partsOf(`${HEAD}${html("caf=C3=A9 =E2=80=93 open")}`)).toMatchObject([
      ["message.html", expect.stringContaining("café – open")],
    ]);
    expect(
      await partsOf(`${HEAD}${multipart("related", "b", html("caf=C3=A9"), attached("x.png", "image/png"))}`),
    ).toMatchObject([
      ["message.html", expect.stringContaining("café")],
      ["x.png", PDF.toString()],
    ]);
  });

  it("whose parts are nested without end are refused", async () => {
    let mail = plain("Words");
    for (let depth = 0; depth < 400; depth += 1) mail = multipart("mixed", `b${depth}`, mail);
    expect(await partsOf(HEAD + mail)).toBe("CORRUPT");
  });

  it.each([
    ["of plain text", `${HEAD}${plain("Words")}`],
    ["that are only quoted", `As agreed:\n\n${HEAD}${multipart("mixed", "b", plain("Words"))}`],
    [
      "whose head is quoted, with text below it",
      `${HEAD}Content-Type: multipart/mixed; boundary="b"\n\n1. Repair the quay\nStatus: Green\n`,
    ],
    ["whose head says base64, with text below it", `${HEAD}Content-Transfer-Encoding: base64\n\n1. Repair the quay\n`],
  ])("%s are not taken apart", (_, text) => {
    expect(mailKind(Buffer.from(text))).toBeNull();
  });

  it("are not seen in labels at the head of a report", () => {
    expect(
      mailKind(
        Buffer.from(
          "Subject: Plan\nDate: 3 May\nContent-Transfer-Encoding: base64\n\nUmVwYWlyIHRoZSBxdWF5LiBHcmVlbi4=\n",
        ),
      ),
    ).toBeNull();
  });
});

describe("mailboxes", () => {
  const line = "From clerk@harbour.example Mon Sep 12 10:00:00 2022\n";

  it("give their e-mails in order, and no sentence that begins with From", async () => {
    const text = "Dear all,\n\nFrom now on we meet monthly.\n\nFrom Monday\nthe quay is open.\n\n";
    const box = `${line}${HEAD}\n${text}${`${line}${HEAD}\nMore.\n\n`.repeat(10)}`;
    const found = (await partsOf(box)) as [string, string][];
    expect(found.map(([name]) => name)).toEqual(
      Array.from({ length: 11 }, (_, at) => `message-${String(at + 1).padStart(2, "0")}.eml`),
    );
    expect(found[0]?.[1]).toBe(`${HEAD}\n${text}`);
    expect(found[10]?.[1]).toBe(`${HEAD}\nMore.\n\n`);
  });

  it("are searched in one pass, however many such lines there are", async () => {
    const box = `${line}${HEAD}\n${"\n\nFrom a\n".repeat(100_000)}`;
    expect(await partsOf(box)).toHaveLength(1);
  });
});
