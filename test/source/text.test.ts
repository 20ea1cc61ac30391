import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/source/text.js";
import { decodeWindows1252 } from "../../src/source/windows-1252.js";

const SENTENCE = "Café trade rose by £4 – “well done” (57%)";
/** The sentence's characters that Windows-1252 puts at other places than Latin-1. */
const WINDOWS: Readonly<Record<string, number>> = { "–": 0x96, "“": 0x93, "”": 0x94 };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, order: "little" | "big"): Uint8Array => {
  const bytes = Buffer.from(text, "utf16le");
  return order === "little" ? bytes : bytes.swap16();
};
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (char) => WINDOWS[char] ?? char.charCodeAt(0));
const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

describe("decodeText", () => {
  it.each([
    ["UTF-8", utf8(SENTENCE)],
    ["UTF-8 with its mark", join([0xef, 0xbb, 0xbf], utf8(SENTENCE))],
    ["little-endian UTF-16 with its mark", join([0xff, 0xfe], utf16(SENTENCE, "little"))],
    ["big-endian UTF-16 with its mark", join([0xfe, 0xff], utf16(SENTENCE, "big"))],
    ["little-endian UTF-16 without a mark", utf16(SENTENCE, "little")],
    ["big-endian UTF-16 without a mark", utf16(SENTENCE, "big")],
    ["Windows-1252", windows1252(SENTENCE)],
  ])("reads %s, without the mark in the text", (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: SENTENCE });
  });

  it("keeps UTF-8 that has one bad byte, and marks its place", () => {
    const bytes = join(utf8("Café à la carte "), [0xff], utf8(" rosé"));
    expect(decodeText(bytes)).toEqual({ ok: true, text: "Café à la carte \ufffd rosé" });
  });

  it.each([
    ["Windows-1252", decodeWindows1252],
    ["Latin-1", (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1")],
  ])("repairs UTF-8 that was taken for %s and encoded once more", (_, misread) => {
    const text = "The crew’s £5 – “done” at the café 🟢";
    const printed = misread(utf8(text));
    expect(decodeText(utf8(printed))).toEqual({ ok: true, text, printed });
  });

  it("keeps a text of which only a part looks encoded twice", () => {
    const text = "The crewâ€™s plan – true dash";
    expect(decodeText(utf8(text))).toEqual({ ok: true, text });
  });

  it("leaves line endings, tabs and form feeds as they are", () => {
    expect(decodeText(utf8("a\r\nb\rc\td\fe\n"))).toEqual({ ok: true, text: "a\r\nb\rc\td\fe\n" });
  });

  it.each([
    ["no byte", []],
    ["white space alone", [0x20, 0x0d, 0x0a, 0x09]],
    ["a mark alone", [0xef, 0xbb, 0xbf]],
    ["a UTF-16 mark alone", [0xff, 0xfe]],
  ])("calls a file of %s empty", (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ ok: false, code: "EMPTY" });
  });

  it("does not take a PDF for text", () => {
    const decoded = decodeText(utf8("%PDF-1.7\n%âãÏÓ\n1 0 obj"));
    expect(decoded).toMatchObject({ ok: false, code: "UNSUPPORTED", message: expect.stringContaining("PDF") });
  });

  it.each([
    ["a zero byte", join(utf8("abc"), [0], utf8("defgh"))],
    ["control characters", Uint8Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? 1 : 65))],
  ])("takes %s for a sign of a binary file", (_, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, code: "UNSUPPORTED" });
  });

  it("throws on no bytes whatever", () => {
    for (let seed = 1; seed < 500; seed += 1) {
      const bytes = Uint8Array.from({ length: seed % 37 }, (_, index) => (seed * 31 + index * index * 17) % 256);
      expect(() => decodeText(bytes)).not.toThrow();
    }
  });
});
