import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/source/text.js";

const HEAD = "From: clerk@harbour.example\r\nSubject: Progress\r\nMIME-Version: 1.0\r\n";
const WORDS = "1. Repair the quay\r\nLead: HARBOUR   Status: Green\r\n";
const BASE64 = Buffer.from("%PDF-1.4\n".repeat(80)).toString("base64").replace(/.{76}/g, "$&\r\n");

const decode = (text: string) => decodeText(Buffer.from(text, "utf8"));
const mixed = (...parts: readonly string[]) =>
  `${HEAD}Content-Type: multipart/mixed;\r\n boundary="b"\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`;
const PLAIN = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${WORDS}`;
const attached = `Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n${BASE64}`;
const quoted = (type: string, words: string) =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${words}`;

describe("e-mails and saved web pages", () => {
  it.each([
    ["a base64 attachment", mixed(PLAIN, attached)],
    ["one part, in base64", `${HEAD}Content-Transfer-Encoding: BASE64\r\n\r\n${BASE64}`],
    [
      "one short line of base64",
      `${HEAD}Content-Transfer-Encoding: base64\r\n\r\nUmVwYWlyIHRoZSBxdWF5LiBHcmVlbi4=\r\n`,
    ],
    ["an encoding on a line of its own", mixed(attached.replace("Encoding: ", "Encoding:\r\n\t"))],
    ["lines that end as on old Macs", mixed(PLAIN, attached).replaceAll("\r\n", "\r")],
    [
      "pages of lines that servers added",
      `${HEAD}Content-Transfer-Encoding: base64\r\n${"X-Server: passed\r\n".repeat(900)}\r\n${BASE64}`,
    ],
    [
      "quoted-printable codes",
      `${HEAD}${quoted("text/plain", "The caf=C3=A9 opened =E2=80=93 and closed=\r\n again\r\n")}`,
    ],
    ["quoted-printable codes far down", mixed(quoted("text/plain", `${WORDS.repeat(2000)}caf=C3=A9\r\n`))],
    [
      "one code, between lines that are full of equals signs",
      mixed(quoted("text/plain", "caf=C3=A9\r\n"), PLAIN).replace(/^--b/gm, "--=======0815=="),
    ],
    ["an e-mail below a covering note", `Please read this.\r\n\r\n${mixed(PLAIN, attached)}`],
    ["base64 whose head was lost", `${WORDS}\r\n${BASE64}`],
    ["a uuencoded file", `Dear all,\r\nbegin 644 plan.pdf\r\nM${"9".repeat(60)}\r\n`],
  ])("are refused with advice if they have %s", (_, text) => {
    expect(decode(text)).toMatchObject({
      ok: false,
      code: "UNSUPPORTED",
      message: expect.stringMatching(/^the file is an e-mail with encoded parts; save its attachments/),
    });
  });

  it("are refused if they have their content as text and as a web page", () => {
    const text = mixed(PLAIN, "Content-Type: text/html\r\n\r\n<p>Repair the quay</p>");
    expect(decode(text)).toMatchObject({ ok: false, message: expect.stringContaining("several parts") });
  });

  it("are refused as a web page saved with its parts where they are one", () => {
    const page = mixed(quoted("text/html", "<p class=3Drow>Repair the quay</p>")).replace("mixed", "related");
    expect(decode(page)).toMatchObject({ ok: false, message: expect.stringMatching(/MHTML.*browser/) });
  });

  it.each([
    ["an e-mail saved as text", `From: clerk@harbour.example\r\nSubject: Progress\r\n\r\n${WORDS}`],
    ["an e-mail whose parts are not encoded", mixed(PLAIN)],
    ["an e-mail that names quoted-printable and needs no code", `${HEAD}${quoted("text/plain", WORDS)}`],
    ["a decoded e-mail that kept its head", `${HEAD}${quoted("text/plain", `Progress\r\n=======\r\n${WORDS}`)}`],
    ["words behind the name of an encoding", `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${WORDS}`],
    ["a web page with a picture over several lines", `<img src="data:image/png;base64,\r\n${BASE64}"><p>${WORDS}</p>`],
    ["a quoted head", `${WORDS}Content-Transfer-Encoding: base64\r\nContent-Type: text/html\r\n`],
  ])("are read where they are text: %s", (_, text) => {
    expect(decode(text)).toEqual({ ok: true, text });
  });

  it("are told from text in one pass: a search from each of so many lines would not end within the test's time", () => {
    const lines = "Content-Transfer-Encoding: quoted-printable\r\n".repeat(100_000);
    expect(decode(`${HEAD}${lines}`)).toMatchObject({ ok: true });
  });
});
