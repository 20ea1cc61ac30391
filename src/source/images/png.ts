/**
 * A PNG's size, colours and resolution. In: its bytes. Out: a page of one part: its own data where a PDF can hold it, else its decoded pixels
 * over white. Refuses, with a `PictureError`, a damaged one.
 */
import { deflateSync } from "node:zlib";
import type { PicturePage, PicturePart } from "./picture-document.js";
import { LARGEST_PIXELS, PictureError } from "./picture-error.js";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const METRE_IN_INCHES = 0.0254;
/** Colour types of PNG. */
const GREY = 0;
const RGB = 2;
const PALETTE = 3;

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

interface Chunks {
  readonly head: DataView;
  readonly palette: Uint8Array;
  readonly data: readonly Uint8Array[];
  readonly dpi: number | null;
}

export async function pngPage(bytes: Uint8Array): Promise<PicturePage> {
  const { head, palette, data, dpi } = chunksOf(bytes);
  const [widthPx, heightPx] = [head.getUint32(0), head.getUint32(4)];
  if (widthPx * heightPx > LARGEST_PIXELS)
    throw new PictureError(
      "TOO_LARGE",
      `a picture of ${widthPx} by ${heightPx} pixels, over the limit of ${LARGEST_PIXELS}`,
    );
  const [bits, type, interlaced] = [head.getUint8(8), head.getUint8(9), head.getUint8(12) !== 0];
  const space = interlaced ? null : colourSpace(type, bits, palette);
  const colours = type === RGB ? 3 : 1;
  const parms = `<< /Predictor 15 /Colors ${colours} /BitsPerComponent ${bits} /Columns ${widthPx} >>`;
  const encoded =
    space === null
      ? await decoded(bytes)
      : {
          dictionary: `/ColorSpace ${space} /BitsPerComponent ${bits} /Filter /FlateDecode /DecodeParms ${parms}`,
          data: Buffer.concat(data),
        };
  return { widthPx, heightPx, dpi, turn: 0, parts: [{ left: 0, top: 0, widthPx, heightPx, ...encoded }] };
}

function colourSpace(type: number, bits: number, palette: Uint8Array): string | null {
  if (type === GREY) return "/DeviceGray";
  if (type === RGB) return "/DeviceRGB";
  if (type !== PALETTE || palette.length === 0) return null;
  const colours = Math.min(2 ** bits, Math.floor(palette.length / 3));
  return `[/Indexed /DeviceRGB ${colours - 1} <${Buffer.from(palette.subarray(0, colours * 3)).toString("hex")}>]`;
}

function chunksOf(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: { head?: DataView; palette: Uint8Array; dpi: number | null } = { palette: new Uint8Array(), dpi: null };
  const data: Uint8Array[] = [];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString("latin1");
    if (at + 12 + length > bytes.length) break;
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (name === "IHDR" && length >= 13) found.head = new DataView(content.buffer, content.byteOffset, length);
    else if (name === "PLTE") found.palette = content;
    else if (name === "IDAT") data.push(content);
    else if (name === "pHYs" && length >= 9 && content[8] === 1) found.dpi = view.getUint32(at + 8) * METRE_IN_INCHES;
    at += 12 + length;
  }
  if (found.head === undefined || data.length === 0)
    throw new PictureError("CORRUPT", "the PNG is damaged: it ends too early");
  return { head: found.head, palette: found.palette, data, dpi: found.dpi };
}

/** The pixels over white, of a PNG that is transparent or interlaced. */
async function decoded(bytes: Uint8Array): Promise<Pick<PicturePart, "dictionary" | "data">> {
  const { createCanvas, loadImage } = await import("@napi-rs/canvas").catch(() => {
    throw new PictureError("UNSUPPORTED", "a transparent PNG, for which the package @napi-rs/canvas must be installed");
  });
  const image = await loadImage(bytes).catch(() => {
    throw new PictureError("CORRUPT", "the PNG is damaged");
  });
  const pen = createCanvas(image.width, image.height).getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, image.width, image.height);
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, at = 0; from < data.length; from += 4, at += 3) rgb.set(data.subarray(from, from + 3), at);
  return {
    dictionary: "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode",
    data: deflateSync(rgb, { level: 1 }),
  };
}
