/**
 * The tags of a TIFF, and of the Exif part of a JPEG, which is one. In: bytes. Out: directories of tags with numbers, one for each page.
 * Refuses, with a `PictureError`, places outside the file and directories that go in circles.
 */
import { PictureError } from "./picture-error.js";

export type Tags = ReadonlyMap<number, readonly number[]>;

export const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  resolution: 282,
  planar: 284,
  faxOptions: 292,
  resolutionUnit: 296,
  predictor: 317,
  colourMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  jpegTables: 347,
} as const;

/** Bytes of a value of each type: 1 byte, 2 text, 3 short, 4 long, 5 fraction, 7 bytes. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
const MOST_VALUES = 1_000_000;
const ENTRY_BYTES = 12;

export function hasTiffSignature(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0x49 && b === 0x49 && c === 0x2a && d === 0) || (a === 0x4d && b === 0x4d && c === 0 && d === 0x2a);
}

/** The directories of a file, at most `most`. */
export function directoriesOf(bytes: Uint8Array, most: number): Tags[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const seen = new Set<number>();
  const directories: Tags[] = [];
  try {
    let at = view.getUint32(4, little);
    while (at !== 0) {
      if (seen.has(at)) throw new PictureError("CORRUPT", "the TIFF is damaged: its pages go in circles");
      if (directories.length >= most) throw new PictureError("TOO_LARGE", `more pages than the limit of ${most}`);
      seen.add(at);
      const count = view.getUint16(at, little);
      const tags = new Map<number, readonly number[]>();
      for (let index = 0; index < count; index += 1) addTag(view, little, at + 2 + index * ENTRY_BYTES, tags);
      directories.push(tags);
      at = view.getUint32(at + 2 + count * ENTRY_BYTES, little);
    }
  } catch (error) {
    // A view throws a RangeError for places outside the file.
    if (error instanceof PictureError) throw error;
    if (directories.length === 0) throw new PictureError("CORRUPT", "the TIFF is damaged: it ends too early");
  }
  return directories;
}

function addTag(view: DataView, little: boolean, at: number, tags: Map<number, readonly number[]>): void {
  const [tag, type, count] = [
    view.getUint16(at, little),
    view.getUint16(at + 2, little),
    view.getUint32(at + 4, little),
  ];
  const size = SIZES[type];
  if (size === undefined || count > MOST_VALUES) return;
  const from = count * size <= 4 ? at + 8 : view.getUint32(at + 8, little);
  tags.set(
    tag,
    Array.from({ length: count }, (_, index) => valueAt(view, little, type, from + index * size)),
  );
}

function valueAt(view: DataView, little: boolean, type: number, at: number): number {
  if (type === 3) return view.getUint16(at, little);
  if (type === 4) return view.getUint32(at, little);
  return type === 5 ? view.getUint32(at, little) / Math.max(1, view.getUint32(at + 4, little)) : view.getUint8(at);
}

const EXIF_HEADER_BYTES = 6;

/** The orientation that a JPEG's Exif part states; 1 where there is none. @param segment with its header "Exif\0\0" */
export function orientationOf(segment: Uint8Array): number {
  const tiff = segment.subarray(EXIF_HEADER_BYTES);
  if (!hasTiffSignature(tiff)) return 1;
  try {
    return directoriesOf(tiff, 2)[0]?.get(TAG.orientation)?.[0] ?? 1;
  } catch {
    return 1;
  }
}

/** The turn that an orientation asks for; mirrored ones are shown as they are stored. */
export const turnOf = (orientation: number): 0 | 90 | 180 | 270 =>
  orientation === 3 ? 180 : orientation === 6 ? 90 : orientation === 8 ? 270 : 0;
