/**
 * A TIFF's pages with their strips or tiles as they are encoded. In: its bytes. Out: pages whose parts a PDF can hold: fax encodings,
 * JPEG, LZW, deflate, run lengths, or none. Refuses, with a `PictureError`, other encodings and layouts.
 */
import { dictionaryOf } from "./jpeg.js";
import type { PicturePage, PicturePart } from "./picture-document.js";
import { PictureError } from "./picture-error.js";
import { directoriesOf, TAG, type Tags, turnOf } from "./tiff-tags.js";

const COMPRESSION = {
  none: 1,
  huffman: 2,
  fax3: 3,
  fax4: 4,
  lzw: 5,
  jpeg: 7,
  deflate: 8,
  oldDeflate: 32946,
  packBits: 32773,
};
const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const RGB = 2;
const PALETTE = 3;
const CENTIMETRE = 3;
/** Small pictures of a page, such as a thumbnail, are left out. */
const THUMBNAIL = 1;
const SUBFILE_TYPE = 254;

export function tiffPages(bytes: Uint8Array, mostPages: number): PicturePage[] {
  const pages = directoriesOf(bytes, mostPages).filter(
    (tags) => ((tags.get(SUBFILE_TYPE)?.[0] ?? 0) & THUMBNAIL) === 0,
  );
  if (pages.length === 0) throw new PictureError("CORRUPT", "the TIFF has no pages");
  return pages.map((tags) => pageOf(bytes, tags));
}

const first = (tags: Tags, tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;

function pageOf(bytes: Uint8Array, tags: Tags): PicturePage {
  const [widthPx, heightPx] = [first(tags, TAG.width, 0), first(tags, TAG.height, 0)];
  if (first(tags, TAG.planar, 1) !== 1)
    throw new PictureError("UNSUPPORTED", "a TIFF with its colours in separate planes");
  const inch = first(tags, TAG.resolutionUnit, 2) === CENTIMETRE ? 2.54 : 1;
  const dpi = tags.has(TAG.resolution) ? first(tags, TAG.resolution, 0) * inch : null;
  return {
    widthPx,
    heightPx,
    dpi,
    turn: turnOf(first(tags, TAG.orientation, 1)),
    parts: partsOf(bytes, tags, widthPx, heightPx),
  };
}

function partsOf(bytes: Uint8Array, tags: Tags, widthPx: number, heightPx: number): PicturePart[] {
  const tiled = tags.has(TAG.tileWidth);
  const width = tiled ? first(tags, TAG.tileWidth, widthPx) : widthPx;
  const height = tiled
    ? first(tags, TAG.tileHeight, heightPx)
    : Math.min(heightPx, first(tags, TAG.rowsPerStrip, heightPx));
  const offsets = tags.get(tiled ? TAG.tileOffsets : TAG.stripOffsets) ?? [];
  const lengths = tags.get(tiled ? TAG.tileBytes : TAG.stripBytes) ?? [];
  const across = Math.ceil(widthPx / Math.max(1, width));
  if (offsets.length === 0 || width < 1 || height < 1 || offsets.length > across * Math.ceil(heightPx / height))
    throw new PictureError("CORRUPT", "the TIFF is damaged: its parts do not make up its pages");
  return offsets.map((offset, at) => {
    const [left, top] = [(at % across) * width, Math.floor(at / across) * height];
    const rows = tiled ? height : Math.min(height, heightPx - top);
    const data = bytes.subarray(offset, offset + (lengths[at] ?? bytes.length - offset));
    return { left, top, widthPx: width, heightPx: rows, ...encodingOf(tags, data, width, rows) };
  });
}

function encodingOf(
  tags: Tags,
  data: Uint8Array,
  columns: number,
  rows: number,
): Pick<PicturePart, "dictionary" | "data"> {
  const compression = first(tags, TAG.compression, COMPRESSION.none);
  const photometric = first(tags, TAG.photometric, WHITE_IS_ZERO);
  const samples = first(tags, TAG.samples, 1);
  const bits = first(tags, TAG.bits, 1);
  if (compression === COMPRESSION.jpeg) {
    const transform = photometric === RGB ? 0 : undefined;
    return { dictionary: dictionaryOf(samples, transform), data: withTables(tags, data) };
  }
  const fax = faxSettings(tags, compression);
  if (fax !== null) {
    const parms = `<< ${fax} /Columns ${columns} /Rows ${rows} >>`;
    const inverted = photometric === BLACK_IS_ZERO ? " /Decode [1 0]" : "";
    const filter = `/Filter /CCITTFaxDecode /DecodeParms ${parms}`;
    return {
      dictionary: `/ColorSpace /DeviceGray /BitsPerComponent 1${inverted} ${filter}`,
      data: inBitOrder(tags, data),
    };
  }
  const predictor = first(tags, TAG.predictor, 1);
  const parms =
    predictor === 2
      ? ` /DecodeParms << /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${columns} >>`
      : "";
  const filter = filterOf(compression);
  return {
    dictionary: `${coloursOf(tags, photometric, samples, bits)} /BitsPerComponent ${bits}${filter === null ? "" : ` /Filter ${filter}${parms}`}`,
    data,
  };
}

function filterOf(compression: number): string | null {
  if (compression === COMPRESSION.none) return null;
  if (compression === COMPRESSION.lzw) return "/LZWDecode";
  if (compression === COMPRESSION.packBits) return "/RunLengthDecode";
  if (compression === COMPRESSION.deflate || compression === COMPRESSION.oldDeflate) return "/FlateDecode";
  throw new PictureError("UNSUPPORTED", `a TIFF with an encoding that is not read (${compression})`);
}

function coloursOf(tags: Tags, photometric: number, samples: number, bits: number): string {
  if (photometric === PALETTE && samples === 1)
    return `/ColorSpace [/Indexed /DeviceRGB ${2 ** bits - 1} <${paletteOf(tags)}>]`;
  if (photometric === RGB && samples === 3) return "/ColorSpace /DeviceRGB";
  if (samples === 1 && photometric <= BLACK_IS_ZERO)
    return `/ColorSpace /DeviceGray${photometric === WHITE_IS_ZERO ? " /Decode [1 0]" : ""}`;
  throw new PictureError(
    "UNSUPPORTED",
    `a TIFF with colours that are not read (kind ${photometric}, ${samples} channels)`,
  );
}

/** Reds, then greens, then blues, of 16 bits each, as bytes in hexadecimal. */
function paletteOf(tags: Tags): string {
  const map = tags.get(TAG.colourMap) ?? [];
  const count = map.length / 3;
  const byte = (value: number | undefined): string => ((value ?? 0) >> 8).toString(16).padStart(2, "0");
  return Array.from(
    { length: count },
    (_, at) => byte(map[at]) + byte(map[count + at]) + byte(map[2 * count + at]),
  ).join("");
}

function faxSettings(tags: Tags, compression: number): string | null {
  if (compression === COMPRESSION.fax4) return "/K -1";
  if (compression === COMPRESSION.huffman) return "/K 0 /EncodedByteAlign true /EndOfBlock false";
  if (compression !== COMPRESSION.fax3) return null;
  const options = first(tags, TAG.faxOptions, 0);
  return `/K ${(options & 1) === 1 ? 1 : 0}${(options & 4) === 4 ? " /EncodedByteAlign true" : ""} /EndOfBlock false`;
}

const LOWEST_FIRST = 2;

/** Bits from the highest to the lowest, as PDF has them. */
function inBitOrder(tags: Tags, data: Uint8Array): Uint8Array {
  if (first(tags, TAG.fillOrder, 1) !== LOWEST_FIRST) return data;
  return data.map((byte) => {
    let reversed = 0;
    for (let bit = 0; bit < 8; bit += 1) reversed |= ((byte >> bit) & 1) << (7 - bit);
    return reversed;
  });
}

/** A JPEG without its own tables, with those that the file has once for all. */
function withTables(tags: Tags, data: Uint8Array): Uint8Array {
  const tables = tags.get(TAG.jpegTables);
  // Between the marker at the start of the tables and that at their end.
  return tables === undefined
    ? data
    : Buffer.concat([data.subarray(0, 2), Uint8Array.from(tables.slice(2, -2)), data.subarray(2)]);
}
