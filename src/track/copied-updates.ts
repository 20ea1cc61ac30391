/**
 * In: the dated updates that a deliverable had in earlier reports, and an update of a later one. Out: the earlier update that it was
 * copied from: nearly the same words, no new figure, an earlier date. Compares only updates that share a hash of a word pair.
 */
import type { CopiedUpdate, ReportDigest, UpdateDigest } from "../model/series.js";
import { hashesOf, resemblance } from "./sketch.js";

/** Least share of common word pairs of near-identical texts: about one word in twelve may differ. */
const NEAR_IDENTICAL = 0.7;
/** The shorter text has at least this share of the longer one's words, so only a short remark may have been added. */
const LEAST_LENGTH = 0.8;
/** Number of hashes used to look up updates: near-identical ones almost certainly share one of them. */
const LOOKED_UP = 6;
/** Most updates kept for one hash (the latest) and for one deliverable (the first): far more than real ones have. */
const REMEMBERED_FOR_HASH = 12;
const REMEMBERED = 200;

interface Remembered {
  readonly update: UpdateDigest;
  readonly report: ReportDigest;
  readonly hashes: Uint32Array;
}

/** The updates of one deliverable in earlier reports. */
export class EarlierUpdates {
  readonly #byHash = new Map<number, Remembered[]>();
  readonly #known = new Set<string>();

  /** @returns the update's original; null if it is undated, repeated under its own date, or new */
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

/** Whether two dates are equal at the precision of the less precise one: 2019-05 and 2019-05-24. */
function sameDate(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
