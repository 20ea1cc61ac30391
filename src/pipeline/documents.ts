/**
 * Files and the files in them, in the order of the dataset: each container is followed by what it holds. In: the files on disk, and a
 * function that reads one document. Out: one result for each document. Content that repeats is listed once. The order decides what
 * the limits leave out, so that timing cannot.
 */
import type { InputFile } from "../schema/dataset.js";
import { isTransient } from "../source/defect.js";
import type { FoundFile } from "../source/discover.js";
import { failedFile } from "../source/files.js";
import { MEMBER_LIMITS, type Member, NO_MEMBERS } from "../source/members/member.js";
import { memberPath } from "../source/members/member-names.js";
import { inOrder, type Limits } from "../source/sequence.js";
import type { PackedResult } from "./packed-file.js";
import { listedThere, repeatMessage } from "./repeated-content.js";

/** A document to read: a file on disk, or one inside of it. */
export interface FoundDocument extends FoundFile {
  /** Where it is in the file at `path`; absent for that file itself. */
  readonly member?: MemberAddress;
}

export interface MemberAddress {
  /** Names of the containers on the way, and its own. */
  readonly names: readonly string[];
  /** What is known of it since its container was read. */
  readonly sha256: string;
  readonly bytes: number;
}

interface Planned {
  readonly found: FoundDocument;
  /** Path of the file that it is in. */
  readonly container: string | null;
  /** Number of files that it is in. */
  readonly depth: number;
  /** The result, where it is known without reading. */
  readonly known: PackedResult | null;
  readonly budget: Budget;
}

/** What may still be read of the files in one file on disk. */
interface Budget {
  members: number;
  bytes: number;
}

type Read = (document: FoundDocument) => Promise<PackedResult>;
type Seen = Pick<PackedResult, "file" | "held">;

/** How the files are part of a dataset. */
export interface DocumentWalkOptions {
  /** Names that no member may have: of the dataset's files, at least those that look like a member's. */
  readonly fileNames: ReadonlySet<string>;
  /** Whether content that repeats is read each time, because the dataset may have what it repeats elsewhere. */
  readonly rereads: boolean;
}

/** @param options of a dataset that consists of the files, where none are given */
export function readDocuments(
  files: readonly FoundFile[],
  read: Read,
  limits: Limits,
  options: DocumentWalkOptions = { fileNames: new Set(files.map(({ sourceFile }) => sourceFile)), rereads: false },
): AsyncGenerator<PackedResult> {
  return readDocumentsOf(files, read, limits, options);
}

/** As `readDocuments`, for more files than memory need hold. */
export function readDocumentsOf(
  files: Iterable<FoundFile>,
  read: Read,
  limits: Limits,
  options: DocumentWalkOptions,
): AsyncGenerator<PackedResult> {
  return new DocumentWalk(read, limits, options).all(planFiles(files));
}

function* planFiles(files: Iterable<FoundFile>): Generator<Planned> {
  for (const found of files) {
    const budget = { members: MEMBER_LIMITS.mostMembers, bytes: MEMBER_LIMITS.mostBytes };
    yield { found, container: null, depth: 0, known: null, budget };
  }
}

class DocumentWalk {
  readonly #read: Read;
  readonly #limits: Limits;
  readonly #options: DocumentWalkOptions;
  /** By content: what became of the first document that has it. Transient failures are left out. */
  readonly #seen = new Map<string, Seen>();

  constructor(read: Read, limits: Limits, options: DocumentWalkOptions) {
    this.#read = read;
    this.#limits = limits;
    this.#options = options;
  }

  async *all(planned: Iterable<Planned>): AsyncGenerator<PackedResult> {
    const begun = new Set<string>();
    /** The result is null for a member whose content has been seen, or will be before its turn. */
    const readAhead = async (one: Planned): Promise<readonly [Planned, PackedResult | null]> => {
      const sha256 = one.found.member?.sha256;
      if (one.known !== null || sha256 === undefined) return [one, one.known ?? (await this.#read(one.found))];
      if (begun.has(sha256) || this.#seen.has(sha256)) return [one, null];
      if (!this.#options.rereads) begun.add(sha256);
      return [one, await this.#read(one.found)];
    };
    for await (const [one, ahead] of inOrder(planned, readAhead, this.#limits)) {
      const first = this.#seen.get(ahead?.file.source_sha256 ?? one.found.member?.sha256 ?? "");
      if (first !== undefined && (ahead === null || listedIn(first) !== null)) {
        yield { file: repeatOf(first, one), reports: [] };
        continue;
      }
      yield* this.#document(one, ahead ?? (await this.#read(one.found)));
    }
  }

  /** A document and what it holds. */
  async *#document(one: Planned, result: PackedResult): AsyncGenerator<PackedResult> {
    const { members, excessCount } = result.held ?? NO_MEMBERS;
    const { budget } = one;
    const within = members.slice(0, budget.members).map((member) => this.#plan(member, one));
    budget.members -= within.length;
    const excess = excessCount + members.length - within.length;
    if (excess > 0) within.push(this.#plan(excessOf(excess), one));
    const file = { ...result.file, container: one.container };
    const { source_sha256, error_code } = file;
    const isKept = source_sha256 !== null && !isTransient(error_code) && !this.#options.rereads;
    if (isKept && !this.#seen.has(source_sha256))
      this.#seen.set(source_sha256, { file, ...(result.held && { held: result.held }) });
    yield { ...result, file };
    if (within.length > 0) yield* this.all(within);
  }

  #plan({ name, sha256, bytes, failure }: Member, { found, depth, budget }: Planned): Planned {
    let sourceFile = memberPath(found.sourceFile, name);
    while (this.#options.fileNames.has(sourceFile)) sourceFile += "_";
    const within = { container: found.sourceFile, depth: depth + 1, budget };
    const whyNot = failure ?? tooMuch(bytes ?? 0, depth + 1, budget);
    budget.bytes -= bytes ?? 0;
    if (sha256 !== null && bytes !== null && whyNot === null) {
      const names = [...(found.member?.names ?? []), name];
      return { ...within, found: { path: found.path, sourceFile, member: { names, sha256, bytes } }, known: null };
    }
    const { code, message } = whyNot ?? { code: "CORRUPT", message: "it cannot be read" };
    const file = failedFile(sourceFile, code, message, { source_sha256: sha256, bytes });
    return { ...within, found: { path: found.path, sourceFile }, known: { file, reports: [] } };
  }
}

/** Stands for members beyond the limit on their number, so that no summary leaves them out. */
function excessOf(count: number): Member {
  const message = `over the limit of ${MEMBER_LIMITS.mostMembers} files in one file`;
  return { name: `${count} more files`, sha256: null, bytes: null, failure: { code: "TOO_LARGE", message } };
}

/** Why a member is not read although it can be; null if nothing forbids it. */
function tooMuch(bytes: number, depth: number, budget: Budget): Pick<Member, "failure">["failure"] {
  const { mostNested, mostBytes } = MEMBER_LIMITS;
  if (depth > mostNested)
    return { code: "TOO_LARGE", message: `inside ${depth} files, over the limit of ${mostNested}` };
  if (bytes <= budget.bytes) return null;
  return { code: "TOO_LARGE", message: `with it, the files in one file have more than ${mostBytes} bytes` };
}

/** What a repeat leaves to the first document with its content: reports, files in it; null for nothing. */
const listedIn = ({ file, held = NO_MEMBERS }: Seen): string | null =>
  listedThere(file.report_count, held.members.length > 0);

function repeatOf(first: Seen, { found, container }: Planned): InputFile {
  const listed = listedIn(first);
  return {
    ...first.file,
    source_file: found.sourceFile,
    container,
    message: listed === null ? first.file.message : repeatMessage(first.file, listed),
  };
}
