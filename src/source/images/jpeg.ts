/** A JPEG's size, colours, resolution and turn. In: its bytes. Out: a page of one part. Refuses, with a `PictureError`, a damaged one. */
import type { PicturePage } from "./picture-document.js";
import { PictureError } from "./picture-error.js";
import { orientationOf, turnOf } from "./tiff-tags.js";

const START = 0xd8;
const APP0 = 0xe0;
const APP1 = 0xe1;
const SCAN = 0xda;
/** Markers that begin a frame, of which C4, C8 and CC are none. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a length. */
const isBare = (marker: number): boolean => marker === START || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === START && bytes[2] === 0xff;

export function jpegPage(bytes: Uint8Array): PicturePage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [dpi, turn]: [number | null, PicturePage["turn"]] = [null, 0];
  for (const { marker, from, length } of segmentsOf(view)) {
    if (marker === APP0 && length >= 12) dpi = densityOf(view, from) ?? dpi;
    if (marker === APP1) turn = turnOf(orientationOf(bytes.subarray(from, from + length)));
    if (!isFrame(marker) || length < 6) continue;
    const [heightPx, widthPx, channels] = [view.getUint16(from + 1), view.getUint16(from + 3), view.getUint8(from + 5)];
    const part = { left: 0, top: 0, widthPx, heightPx, dictionary: dictionaryOf(channels), data: bytes };
    return { widthPx, heightPx, dpi, turn, parts: [part] };
  }
  throw new PictureError("CORRUPT", "the JPEG is damaged: it does not say how large it is");
}

export function dictionaryOf(channels: number, colourTransform?: 0 | 1): string {
  const space =
    channels === 1 ? "/DeviceGray" : channels === 4 ? "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]" : "/DeviceRGB";
  const parms = colourTransform === undefined ? "" : ` /DecodeParms << /ColorTransform ${colourTransform} >>`;
  return `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode${parms}`;
}

interface Segment {
  readonly marker: number;
  /** Of its content, after its length. */
  readonly from: number;
  readonly length: number;
}

function* segmentsOf(view: DataView): Generator<Segment> {
  let at = 0;
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return;
    const marker = view.getUint8(at + 1);
    if (marker === SCAN) return;
    if (marker === 0xff || isBare(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > view.byteLength) return;
    yield { marker, from: at + 4, length: length - 2 };
    at += 2 + length;
  }
}

const PER_INCH = 1;
const PER_CENTIMETRE = 2;

/** Dots per inch as a JFIF header states them. */
function densityOf(view: DataView, from: number): number | null {
  if (view.getUint32(from) !== 0x4a464946) return null;
  const [unit, density] = [view.getUint8(from + 7), view.getUint16(from + 8)];
  return unit === PER_INCH ? density : unit === PER_CENTIMETRE ? density * 2.54 : null;
}
