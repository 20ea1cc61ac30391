import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { isPicture, pdfOfPicture } from "../../../src/source/images/picture-file.js";
import { scannedPage } from "../../../src/source/pdf/render-page.js";

const [WIDTH, HEIGHT] = [640, 800];

/** White, with a black box from (100, 200) to (300, 260). */
function canvas() {
  const drawn = createCanvas(WIDTH, HEIGHT);
  const pen = drawn.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = "#000000";
  pen.fillRect(100, 200, 200, 60);
  return drawn;
}

async function lightnessAt(pdf: Uint8Array, page: number, x: number, y: number): Promise<number> {
  const { picture } = await scannedPage(pdf.slice(), page);
  const scale = picture.widthPx / WIDTH;
  return picture.rgba[(Math.round(y * scale) * picture.widthPx + Math.round(x * scale)) * 4] ?? -1;
}

/** Black and white without compression, in two strips for each page, with the lowest byte first. */
function tiff(pageCount: number, changed: Readonly<Record<number, number>> = {}): Uint8Array {
  const stride = WIDTH / 8;
  const strip = Buffer.alloc((stride * HEIGHT) / 2, 0);
  const upper = Buffer.from(strip);
  for (let y = 200; y < 260; y += 1) upper.fill(0xff, y * stride + 13, y * stride + 37);
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 0x2a, 0, 0, 0, 0, 0]), upper, strip];
  let at = 8 + upper.length + strip.length;
  let link = 4;
  for (let page = 0; page < pageCount; page += 1) {
    const tags: Record<number, number> = {
      256: WIDTH,
      257: HEIGHT,
      258: 1,
      259: 1,
      262: 0,
      273: at,
      277: 1,
      278: HEIGHT / 2,
      279: at + 8,
      ...changed,
    };
    const lists = Buffer.alloc(16);
    lists.writeUInt32LE(8, 0);
    lists.writeUInt32LE(8 + upper.length, 4);
    lists.writeUInt32LE(upper.length, 8);
    lists.writeUInt32LE(strip.length, 12);
    const entries = Object.entries(tags).map(([tag, value]) => {
      const entry = Buffer.alloc(12);
      entry.writeUInt16LE(Number(tag), 0);
      entry.writeUInt16LE(4, 2);
      entry.writeUInt32LE(tag === "273" || tag === "279" ? 2 : 1, 4);
      entry.writeUInt32LE(value, 8);
      return entry;
    });
    const directory = Buffer.concat([Buffer.from([entries.length, 0]), ...entries, Buffer.alloc(4)]);
    const file = Buffer.concat(parts);
    file.writeUInt32LE(at + lists.length, link);
    parts.splice(0, parts.length, file, lists, directory);
    link = at + lists.length + directory.length - 4;
    at += lists.length + directory.length;
  }
  return new Uint8Array(Buffer.concat(parts));
}

describe("picture files as documents", () => {
  it.each([
    ["a PNG", () => canvas().toBuffer("image/png")],
    ["a JPEG", () => canvas().toBuffer("image/jpeg", 90)],
    ["a TIFF", () => tiff(1)],
  ])("shows the pixels of %s where they are", async (_, make) => {
    const bytes = new Uint8Array(make());
    expect(isPicture(bytes)).toBe(true);
    const pdf = await pdfOfPicture(bytes, 10);
    expect(await lightnessAt(pdf, 1, 200, 230)).toBeLessThan(20);
    expect(await lightnessAt(pdf, 1, 200, 150)).toBeGreaterThan(235);
    expect(await lightnessAt(pdf, 1, 400, 600)).toBeGreaterThan(235);
  });

  it("shows every page of a TIFF, up to the limit", async () => {
    const pdf = await pdfOfPicture(tiff(3), 10);
    expect(await lightnessAt(pdf, 3, 200, 230)).toBeLessThan(20);
    await expect(pdfOfPicture(tiff(3), 2)).rejects.toMatchObject({ code: "TOO_LARGE" });
  });

  it("refuses damaged, small, large and unusual pictures by a code", async () => {
    const png = new Uint8Array(canvas().toBuffer("image/png"));
    await expect(pdfOfPicture(png.slice(0, 30), 10)).rejects.toMatchObject({ code: "CORRUPT" });
    await expect(pdfOfPicture(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), 10)).rejects.toMatchObject({
      code: "CORRUPT",
    });
    const small = new Uint8Array(createCanvas(64, 64).toBuffer("image/jpeg"));
    await expect(pdfOfPicture(small, 10)).rejects.toMatchObject({ code: "UNSUPPORTED" });
    await expect(pdfOfPicture(tiff(1, { 256: 90_000, 257: 90_000 }), 10)).rejects.toMatchObject({ code: "TOO_LARGE" });
    await expect(pdfOfPicture(tiff(1, { 259: 34712 }), 10)).rejects.toMatchObject({ code: "UNSUPPORTED" });
    await expect(pdfOfPicture(new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), 10)).rejects.toMatchObject({
      code: "CORRUPT",
    });
  });

  it("is not taken in by a TIFF whose pages go in circles", async () => {
    const bytes = tiff(2);
    const view = new DataView(bytes.buffer);
    const first = view.getUint32(4, true);
    view.setUint32(first + 2 + view.getUint16(first, true) * 12, first, true);
    await expect(pdfOfPicture(bytes, 10)).rejects.toMatchObject({ code: "CORRUPT" });
  });

  it("leaves text alone that only begins like one", () => {
    expect(isPicture(new Uint8Array(Buffer.from("II* see the note below")))).toBe(false);
  });
});
