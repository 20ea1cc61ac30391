/**
 * Which of the rows that may begin at a table's blocks do. In: the candidates in printed order, each with what speaks for it. Out: those whose
 * cells and whose sequence of labels together speak most for them.
 */
import { plainNumber } from "../../language/labels.js";
import { stepWeight } from "../layouts/row-starts.js";
import type { DamagedRow } from "./damaged-row.js";
import { ENOUGH, HEAD_EVIDENCE, LATER } from "./head-evidence.js";

export interface FoundRow {
  readonly row: DamagedRow;
  readonly from: number;
  /** Blocks that it takes: a second one has the lower half of its title. */
  readonly length: number;
  /** Whether each of its cells fits its column as it is printed. */
  readonly isWhole: boolean;
}

/** A row that may begin at a block, among those that may. */
export interface Candidate extends FoundRow {
  readonly evidence: number;
  /** Whether it and the block above it are no more than labels, one the next of the other, and texts, as items of a list are. */
  readonly isItem: boolean;
}

/** Candidates before one that are looked at. */
const REACH = 60;
/** A choice of rows that ends with a candidate. */
interface Chain {
  readonly score: number;
  readonly before: number;
  /** The first block after its last row. */
  readonly end: number;
  /** The last label printed, and the rows without one since. */
  readonly label: string | null;
  readonly unlabelled: number;
}

const START: Chain = { score: 0, before: -1, end: -1, label: null, unlabelled: 0 };

/** The candidates that together have the most evidence beyond what each needs. */
export function bestRows(candidates: readonly Candidate[]): Candidate[] {
  const chains: Chain[] = [];
  candidates.forEach((candidate, at) => {
    let best = extend(START, -1, candidate);
    for (let before = Math.max(0, at - REACH); before < at; before += 1) {
      const [earlier, chain] = [candidates[before], chains[before]];
      if (earlier === undefined || chain === undefined || earlier.from + earlier.length > candidate.from) continue;
      const found = extend(chain, before, candidate);
      if (found.score > best.score) best = found;
    }
    chains.push(best);
  });
  let at = chains.reduce((most, { score }, index) => (score > (chains[most]?.score ?? 0) ? index : most), -1);
  const chosen: Candidate[] = [];
  while (at >= 0) {
    const candidate = candidates[at];
    if (candidate !== undefined) chosen.unshift(candidate);
    at = chains[at]?.before ?? -1;
  }
  return chosen;
}

function extend(chain: Chain, before: number, { row, evidence, isItem, from, length }: Candidate): Chain {
  const step = row.label === null ? 0 : labelEvidence(chain.label, chain.unlabelled, row.label);
  // Below an item of a list that is no row stands another one.
  const item = isItem && chain.end !== from ? HEAD_EVIDENCE.listItem : 0;
  return {
    score: chain.score + evidence + step + item - ENOUGH,
    before,
    end: from + length,
    label: row.label ?? chain.label,
    unlabelled: row.label === null ? chain.unlabelled + 1 : 0,
  };
}

/** What a label says by its place after the one before it, with rows without a label between the two. */
function labelEvidence(before: string | null, between: number, label: string): number {
  const [one, other] = [plainNumber(before ?? "0"), plainNumber(label)];
  if (one !== null && other !== null) return numberEvidence(other - one - between, before === null);
  if (before === null) return HEAD_EVIDENCE.anyLabel;
  const weight = stepWeight(before, label);
  if (weight < 0) return HEAD_EVIDENCE.earlierLabel;
  return weight > 0.8 ? HEAD_EVIDENCE.nextLabel : HEAD_EVIDENCE.laterLabel;
}

function numberEvidence(step: number, isFirst: boolean): number {
  if (step === 1) return HEAD_EVIDENCE.nextLabel;
  if (step < 1) return HEAD_EVIDENCE.earlierLabel;
  return step <= LATER && !isFirst ? HEAD_EVIDENCE.laterLabel : HEAD_EVIDENCE.anyLabel;
}
