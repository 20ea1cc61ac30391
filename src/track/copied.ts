/**
 * The dated blocks that a deliverable had in earlier reports, to the block that a newly dated one was copied from: the same words, or
 * nearly, and no figure that is new, under an earlier date. Looks only at blocks that share a word pair, never at all.
 */
import type { CopiedUpdate, ReportDigest, UpdateDigest } from "../model/series.js";
import { hashesOf, resemblance } from "./sketch.js";

/** Share of word pairs in common from which two texts are near-identical: one word in a dozen may differ. */
const NEAR_IDENTICAL = 0.7;
/** The shorter text has at least this share of the longer one's words: what is added must not outweigh a remark. */
const LEAST_LENGTH = 0.8;
/** Hashes by which blocks are looked up: near-identical ones share one of them all but surely. */
const LOOKED_UP = 6;
/** Most blocks remembered for one hash, the latest, and for one deliverable, the first: far more than any has in earnest. */
const REMEMBERED_FOR_HASH = 12;
const REMEMBERED = 200;

interface Remembered {
  readonly update: UpdateDigest;
  readonly report: ReportDigest;
  readonly hashes: Uint32Array;
}

/** What one deliverable's earlier reports say under dates. */
export class EarlierUpdates {
  readonly #byHash = new Map<number, Remembered[]>();
  readonly #known = new Set<string>();

  /** @returns the block's original; null where it is undated, carried over under its own date, or new */
  originalOf(update: UpdateDigest): CopiedUpdate | null {
    if (update.date === null) return null;
    const alike = this.#nearIdentical(update);
    if (alike.some(({ update: { date } }) => date !== null && sameDate(date, update.date ?? ""))) return null;
    const original = alike.find(({ update: { date } }) => date !== null && date < (update.date ?? ""));
    return original === undefined ? null : { update, original: original.update, report: original.report };
  }

  has(update: UpdateDigest): boolean {
    return this.#nearIdentical(update).length > 0;
  }

  add(updates: readonly UpdateDigest[], report: ReportDigest): void {
    for (const update of updates) {
      const key = `${update.date ?? ""}/${update.sketch}`;
      if (this.#known.has(key) || this.#known.size >= REMEMBERED) continue;
      this.#known.add(key);
      const hashes = hashesOf(update.sketch);
      const remembered = { update, report, hashes };
      for (const hash of hashes.subarray(0, LOOKED_UP)) {
        const bearers = this.#byHash.get(hash) ?? [];
        bearers.push(remembered);
        if (bearers.length > REMEMBERED_FOR_HASH) bearers.shift();
        this.#byHash.set(hash, bearers);
      }
    }
  }

  #nearIdentical(update: UpdateDigest): Remembered[] {
    const hashes = hashesOf(update.sketch);
    const candidates = new Set<Remembered>();
    for (const hash of hashes.subarray(0, LOOKED_UP))
      for (const one of this.#byHash.get(hash) ?? []) candidates.add(one);
    return [...candidates].filter((one) => {
      if (one.update.sketch === update.sketch) return one.update.wordCount === update.wordCount;
      const [short, long] = [one.update.wordCount, update.wordCount].sort((a, b) => a - b);
      if ((short ?? 0) < LEAST_LENGTH * (long ?? 0)) return false;
      if (!update.figures.every((figure) => one.update.figures.includes(figure))) return false;
      return resemblance(one.hashes, hashes) >= NEAR_IDENTICAL;
    });
  }
}

/** Equal as far as the less precise of the two goes: 2019-05 and 2019-05-24. */
function sameDate(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
