/** What opens archives: their files one by one, or the reason why one of them, or all, cannot be had. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { containerFormatOf } from "../../../src/source/members/container-formats.js";
import { listMembers } from "../../../src/source/members/list-members.js";
import { buildTar, buildZip, latin } from "../build-archives.js";

const MIB = 1024 * 1024;

/** Name, and content or code, of each member; or the code for the archive as a whole. */
async function membersOf(archive: Uint8Array, maxBytes = 100 * MIB): Promise<unknown> {
  const opened = await containerFormatOf(archive)?.open(new Uint8Array(archive), maxBytes);
  if (opened === undefined || !opened.ok) return opened?.code;
  const found = [];
  for (const [index, path] of opened.paths.entries()) {
    const content = await opened.read(index, maxBytes);
    found.push([path, content.ok ? Buffer.from(content.bytes).toString() : content.code]);
  }
  return found;
}

describe("zip archives", () => {
  it("give their files, packed or stored, and no folders", async () => {
    const zip = buildZip([
      { name: "2019/", content: "" },
      { name: "2019/q3.txt", content: "words ".repeat(100), isPacked: true },
      { name: "q4.txt", content: "more" },
    ]);
    expect(await membersOf(zip)).toEqual([
      ["2019/q3.txt", "words ".repeat(100)],
      ["q4.txt", "more"],
    ]);
  });

  it("have names in UTF-8, said or not, and in the code page of old programs", async () => {
    const utf8 = Buffer.from("café").toString("latin1");
    const zip = buildZip([
      { name: "café 1", content: "1", flags: 0x800 },
      { name: `${utf8} 2`, content: "2" },
      { name: "caf\x82 3", content: "3" },
    ]);
    expect(await membersOf(zip)).toEqual([
      ["café 1", "1"],
      ["café 2", "2"],
      ["café 3", "3"],
    ]);
  });

  it("keep the other files where one is encrypted, damaged, or packed in an unknown way", async () => {
    const zip = buildZip([
      { name: "locked", content: "x", flags: 1 },
      { name: "odd", content: "x", method: 14 },
      { name: "changed", content: "x", crc: 7 },
      { name: "longer", content: "x".repeat(90), isPacked: true, size: 80 },
      { name: "shorter", content: "x".repeat(90), isPacked: true, size: 100 },
      { name: "good", content: "words" },
    ]);
    expect(await membersOf(zip)).toEqual([
      ["locked", "ENCRYPTED"],
      ["odd", "UNSUPPORTED"],
      ["changed", "CORRUPT"],
      ["longer", "CORRUPT"],
      ["shorter", "CORRUPT"],
      ["good", "words"],
    ]);
  });

  it("expand no file beyond the limits on size and ratio", async () => {
    const zip = buildZip([
      { name: "bomb", content: Buffer.alloc(20 * MIB), isPacked: true },
      { name: "large", content: "x".repeat(2000) },
      { name: "says it is large", content: "x", size: 0xfffffff0 },
    ]);
    expect(await membersOf(zip)).toMatchObject([
      ["bomb", "TOO_LARGE"],
      ["large", "x".repeat(2000)],
      ["says it is large", "TOO_LARGE"],
    ]);
    expect(await membersOf(zip, 1000)).toMatchObject([{}, ["large", "TOO_LARGE"], {}]);
  });

  it("that name one content ten thousand times expand to no more than the limit on all files", async () => {
    const content = Buffer.alloc(MIB, "words and more of them");
    const copies = Array.from({ length: 300 }, (_, at) => ({ name: `${at}`, content, isPacked: true, sameAs: 0 }));
    const zip = buildZip([{ name: "first", content, isPacked: true }, ...copies]);
    expect(zip.length).toBeLessThan(MIB);
    const opened = await containerFormatOf(zip)?.open(new Uint8Array(zip), 100 * MIB);
    if (opened?.ok !== true) throw new Error("not opened");
    const { members } = await listMembers(opened, 100 * MIB, { mostMembers: 1000, mostBytes: 10 * MIB });
    expect(members.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)).toBe(10 * MIB);
    expect(members.filter(({ failure }) => failure?.code === "TOO_LARGE")).toHaveLength(291);
  });

  it("that lost their end are damaged as a whole, and any bytes in them are no error", async () => {
    expect(await membersOf(buildZip([{ name: "a", content: "x" }], false))).toBe("CORRUPT");
    const zip = buildZip([
      { name: "a.txt", content: "words ".repeat(20), isPacked: true },
      { name: "b.txt", content: "more" },
    ]);
    for (let at = 4; at < zip.length; at += 3) {
      const damaged = Buffer.from(zip);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      await expect(membersOf(damaged, MIB)).resolves.toBeDefined();
      await expect(membersOf(zip.subarray(0, at), MIB)).resolves.toBeDefined();
    }
  });
});

describe("tar archives", () => {
  it("give their files, and name links without following them", async () => {
    const tar = buildTar([
      { name: "x/", type: "5" },
      { name: "x/a.txt", content: "words" },
      { name: "x/passwd", type: "2" },
      { name: "old.txt", content: "more", magic: "" },
    ]);
    expect(await membersOf(tar)).toEqual([
      ["x/a.txt", "words"],
      ["x/passwd", "UNSUPPORTED"],
      ["old.txt", "more"],
    ]);
  });

  it("say where they were cut short", async () => {
    const tar = buildTar([
      { name: "a.txt", content: "words" },
      { name: "b.txt", content: "x".repeat(2000) },
    ]);
    expect(await membersOf(tar.subarray(0, 2000))).toEqual([
      ["a.txt", "words"],
      ["b.txt", "CORRUPT"],
    ]);
    expect(await membersOf(tar.subarray(0, 1024))).toEqual([
      ["a.txt", "words"],
      ["rest of the archive", "CORRUPT"],
    ]);
    for (let at = 0; at < 1600; at += 13) {
      const damaged = Buffer.from(tar);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      await expect(membersOf(Buffer.concat([tar.subarray(0, 512), damaged]))).resolves.toBeDefined();
    }
  });
});

describe("gzip files", () => {
  it("give the file in them under its own name, or the files of the archive in them", async () => {
    expect(await membersOf(gzipSync("words"))).toEqual([["content", "words"]]);
    const named = Buffer.concat([latin("\x1f\x8b\x08\x08\0\0\0\0\0\x03report.txt\0"), gzipSync("words").subarray(10)]);
    expect(await membersOf(named)).toEqual([["report.txt", "words"]]);
    expect(await membersOf(gzipSync(buildTar([{ name: "a.txt", content: "words" }])))).toEqual([["a.txt", "words"]]);
  });

  it("are refused where they expand too much or are damaged", async () => {
    expect(await membersOf(gzipSync(Buffer.alloc(20 * MIB)))).toBe("TOO_LARGE");
    expect(await membersOf(gzipSync("words ".repeat(1000)), 1000)).toBe("TOO_LARGE");
    expect(await membersOf(gzipSync("words").subarray(0, 15))).toBe("CORRUPT");
  });
});
