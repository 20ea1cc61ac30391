import { describe, expect, it } from "vitest";
import { lossyPath, onDisk, pathOfBytes, printableNames } from "../../src/source/file-path.js";

describe("paths as strings", () => {
  it.each([
    ["ASCII", "/reports/q1.txt"],
    ["UTF-8 of every length", "/é/–/🟢.txt"],
    ["a byte-order mark", "\ufeffq1.txt"],
    ["a replacement character", "q\ufffd.txt"],
  ])("leave %s as it is", (_, path) => {
    expect(pathOfBytes(Buffer.from(path))).toBe(path);
    expect(onDisk(path)).toBe(path);
    expect(printableNames([path])).toEqual([path]);
  });

  it("give every sequence of bytes back", () => {
    for (let seed = 1; seed < 2000; seed += 1) {
      const values = Array.from({ length: 1 + (seed % 9) }, (_, at) => (seed * 131 + at * at * 89 + at * seed) % 256);
      const bytes = Buffer.from([...values, ...(seed % 3 === 0 ? Buffer.from("é🟢") : [])]);
      const path = pathOfBytes(bytes);
      expect(Buffer.from(onDisk(path))).toEqual(bytes);
      expect(lossyPath(path)).toBe(bytes.toString("utf8"));
      expect(printableNames([path])[0]).not.toMatch(/\p{Cs}/u);
    }
  });

  it("keep the bytes of encoded surrogates, of sequences cut short and of those too long", () => {
    for (const hex of ["edb2a9", "e282", "f09f9f", "c080", "f8888080", "61e9"])
      expect(Buffer.from(onDisk(pathOfBytes(Buffer.from(hex, "hex")))).toString("hex")).toBe(hex);
  });
});
