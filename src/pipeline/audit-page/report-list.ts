/**
 * The reports of an audit page, from the worst. In: each report's entry and body, as they are read. Out: their sections in order. Bodies
 * wait on disk; memory holds an entry for each. The page has so many reports at hand, the others it keeps as text until they are opened,
 * so that a browser lays out thousands of reports in the time of some.
 */
import type { NamedFinding } from "../../audit-page/first-findings.js";
import { renderReportsStart } from "../../audit-page/frame.js";
import { Markup } from "../../audit-page/markup.js";
import { OVERALL_VERDICTS } from "../../audit-page/overall-verdict.js";
import { type ReportEntry, renderSection } from "../../audit-page/report-section.js";
import { ByteSpool } from "../../export/spool.js";
import type { Report } from "../../schema/dataset.js";
import { SEVERITIES } from "../../schema/values.js";

/** Reports, and bytes of their bodies, that the page does not keep as text. */
const MOST_AT_HAND = 100;
const MOST_BYTES_AT_HAND = 4_000_000;
/** Reports that are open at first, and findings of these. */
const MOST_OPEN = 10;
const MOST_FINDINGS_OPEN = 50;
/** Findings to look at first, and those of one report among them. */
const MOST_FIRST = 10;
const MOST_FIRST_OF_ONE = 3;

interface Listed {
  readonly entry: ReportEntry;
  readonly overview: Markup;
  /** Messages of its first findings of the worst severity. */
  readonly worst: readonly NamedFinding[];
  readonly place: number;
  readonly bytes: number;
}

export class ReportList {
  readonly #bodies: ByteSpool;
  readonly #listed: Listed[] = [];

  /** @param folder in which bodies wait on disk */
  constructor(folder: string) {
    this.#bodies = new ByteSpool(folder);
  }

  /** @param overview its row in the table of reports */
  async add(report: Report, entry: ReportEntry, overview: Markup, body: Markup): Promise<void> {
    const bytes = Buffer.from(body.text);
    const place = await this.#bodies.add(bytes);
    this.#listed.push({ entry, overview, worst: worstOf(report, entry), place, bytes: bytes.length });
  }

  /** To be called once, before the other methods. */
  sort(): void {
    this.#listed.sort((a, b) => compareEntries(a.entry, b.entry));
  }

  overviewRows(): Markup[] {
    return this.#listed.map(({ overview }) => overview);
  }

  entries(): ReportEntry[] {
    return this.#listed.map(({ entry }) => entry);
  }

  worstFindings(): NamedFinding[] {
    const all = this.#listed.slice(0, MOST_FIRST).flatMap(({ worst }) => worst);
    const rank = ({ severity }: NamedFinding): number => SEVERITIES.indexOf(severity);
    return all.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_FIRST);
  }

  async *sections(): AsyncGenerator<Markup> {
    const heldFrom = this.#heldFrom();
    yield renderReportsStart(heldFrom === this.#listed.length ? null : heldFrom + 1);
    let openFindings = 0;
    for (const [at, { entry, place }] of this.#listed.entries()) {
      openFindings += entry.kinds.length;
      const isHeld = at >= heldFrom;
      const isOpen = !isHeld && at < MOST_OPEN && (at === 0 || openFindings <= MOST_FINDINGS_OPEN);
      const body = new Markup((await this.#bodies.read(place)).toString());
      yield renderSection(entry, body, { isOpen, isHeld });
    }
  }

  close(): Promise<void> {
    return this.#bodies.close();
  }

  /** Index of the first report that is kept as text. */
  #heldFrom(): number {
    let bytes = 0;
    const over = this.#listed.findIndex((one, at) => {
      bytes += one.bytes;
      return at > 0 && (at >= MOST_AT_HAND || bytes > MOST_BYTES_AT_HAND);
    });
    return over === -1 ? this.#listed.length : over;
  }
}

/** From the worst: more errors, a worse verdict, more warnings, more notes; else in the order of reading. */
function compareEntries(a: ReportEntry, b: ReportEntry): number {
  const count = ({ kinds }: ReportEntry, asked: string): number =>
    kinds.filter(({ severity }) => severity === asked).length;
  return (
    count(b, "error") - count(a, "error") ||
    OVERALL_VERDICTS.indexOf(a.verdict) - OVERALL_VERDICTS.indexOf(b.verdict) ||
    count(b, "warning") - count(a, "warning") ||
    count(b, "info") - count(a, "info") ||
    a.index - b.index
  );
}

function worstOf({ findings }: Report, { name, findingsBefore }: ReportEntry): NamedFinding[] {
  const numbered = findings.map(({ severity, message }, at) => ({
    index: findingsBefore + at + 1,
    severity,
    message,
    name,
  }));
  return SEVERITIES.flatMap((asked) => numbered.filter(({ severity }) => severity === asked)).slice(
    0,
    MOST_FIRST_OF_ONE,
  );
}
