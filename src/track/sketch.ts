/**
 * In: texts. Out: short sketches that recognise near-identical texts without keeping the texts: the smallest hashes of all pairs of
 * neighbouring words (Broder, "On the resemblance and containment of documents", 1997). Exact for blocks of up to 48 words.
 */
import { eachWord } from "../language/words.js";

/** Number of hashes kept. For texts with more pairs, similarity is an estimate, usually within 0.1. */
const KEPT = 48;
/** Offset and factor of the 32-bit FNV-1a hash. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const FIGURE = /\p{N}/u;

export interface Sketch {
  readonly wordCount: number;
  /** Hashes of the distinct words that contain a digit. */
  readonly figures: readonly number[];
  /** Base64 of the hashes, ascending. */
  readonly sketch: string;
}

export function sketchOf(text: string): Sketch {
  let wordCount = 0;
  const figures = new Set<number>();
  let last = 0;
  const pairs = new Set<number>();
  eachWord(text.toLowerCase(), (word) => {
    const hash = hashOf(word);
    if (FIGURE.test(word)) figures.add(hash);
    if (wordCount > 0) pairs.add(mix(last, hash));
    wordCount += 1;
    last = hash;
  });
  if (wordCount === 1) pairs.add(last);
  const smallest = Uint32Array.from(pairs).sort().subarray(0, KEPT);
  const bytes = Buffer.from(smallest.buffer, smallest.byteOffset, smallest.byteLength);
  return { wordCount, figures: [...figures], sketch: bytes.toString("base64") };
}

/** A sketch's hashes, ascending. */
export function hashesOf(sketch: string): Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(sketch, "base64"));
  return new Uint32Array(bytes.buffer);
}

/** Share of common word pairs among all pairs of both texts, 0 to 1; for long texts an estimate from the smallest hashes. */
export function resemblance(one: Uint32Array, other: Uint32Array): number {
  let [i, j, seen, common] = [0, 0, 0, 0];
  // A list that is not full has all pairs of its text; two such lists are compared completely.
  const most = Math.max(one.length, other.length) < KEPT ? one.length + other.length : KEPT;
  while (seen < most && (i < one.length || j < other.length)) {
    const a = one[i] ?? Number.POSITIVE_INFINITY;
    const b = other[j] ?? Number.POSITIVE_INFINITY;
    if (a === b) common += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
    seen += 1;
  }
  return seen === 0 ? 0 : common / seen;
}

function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}

/** The hash of an ordered pair, spread evenly (the finaliser of MurmurHash3), so that the smallest hashes are a random sample of all. */
function mix(first: number, second: number): number {
  let hash = Math.imul(first, FNV_PRIME) ^ second;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
