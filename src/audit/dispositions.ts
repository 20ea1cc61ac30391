/**
 * What persons decided about findings. In: dispositions and, one after the other, the findings. Out: the disposition of each finding,
 * and those that are stale: on findings that are not there, or that say something else now.
 */
import type { Finding } from "../schema/dataset.js";
import { DISPOSITIONS, type Disposition } from "../schema/disposition.js";
import { countOf, joinWords } from "./phrases.js";

export interface StaleDisposition extends Disposition {
  /** A phrase. */
  readonly reason: string;
}

export class DispositionLedger {
  readonly #last = new Map<string, Disposition>();
  readonly #met = new Set<string>();
  readonly #changed: StaleDisposition[] = [];

  /** @param dispositions in the order of their file: of several on one finding the last one counts */
  constructor(dispositions: readonly Disposition[]) {
    for (const disposition of dispositions) this.#last.set(disposition.finding_id, disposition);
  }

  /** The disposition of a finding; null where there is none, or the finding said something else when it was made. */
  of({ finding_id, message }: Pick<Finding, "finding_id" | "message">): Disposition | null {
    const made = this.#last.get(finding_id);
    if (made === undefined) return null;
    const isChanged = made.message !== "" && made.message !== message;
    if (isChanged && !this.#met.has(finding_id))
      this.#changed.push({ ...made, reason: "the finding says something else now" });
    this.#met.add(finding_id);
    return isChanged ? null : made;
  }

  /** Those that are on none of the findings that were asked for, in the order of their file. */
  stale(): StaleDisposition[] {
    const missing = [...this.#last.values()]
      .filter(({ finding_id }) => !this.#met.has(finding_id))
      .map((one) => ({ ...one, reason: "there is no such finding now" }));
    return [...this.#changed, ...missing].sort((a, b) => a.line - b.line);
  }
}

const WORDS = { accepted: "accepted", false: "false", query: "to be asked about" } as const;

/** "2 accepted and 1 false by J. Ogden, 4 open"; empty where there are neither dispositions nor findings. */
export function disposedText(disposed: readonly Disposition[], findingCount: number): string {
  if (findingCount === 0) return "";
  const open = countOf(findingCount - disposed.length, "finding");
  if (disposed.length === 0) return `${open} open`;
  const parts = DISPOSITIONS.flatMap((kind) => {
    const number = disposed.filter(({ disposition }) => disposition === kind).length;
    return number === 0 ? [] : [`${number} ${WORDS[kind]}`];
  });
  const persons = joinWords([...new Set(disposed.map(({ by }) => by))].sort());
  return `${joinWords(parts)} by ${persons}, ${open} open`;
}

/** "accepted by J. Ogden, 2024-03-31: seen on page 2". */
export function dispositionText({ disposition, by, date, note }: Disposition): string {
  return `${WORDS[disposition]} (${by}, ${date})${note === "" ? "" : `: ${note}`}`;
}
