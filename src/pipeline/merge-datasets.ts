/**
 * Datasets on disk to the results of one dataset. In: folders that `writeDataset` wrote. Out: their files in the order of a single
 * run, with what only several reports together show taken off, so that `tracked` finds it anew over all of them. Files of the same
 * name with different content are refused, unless the later dataset is to replace the earlier one's.
 */
import { join } from "node:path";
import { COMPARING_RULES } from "../audit/registry.js";
import { hashFile } from "../export/file-hashes.js";
import { RUN_FILE } from "../export/output-folder.js";
import { readDataset } from "../export/read-dataset.js";
import type { Report } from "../schema/dataset.js";
import type { FileResult } from "./file-result.js";
import { listRepeats, withoutRepeats } from "./repeated-content.js";

/** Datasets that cannot be merged; the message says which files are in the way. */
export class MergeError extends Error {
  override readonly name = "MergeError";
}

/** Files that a message names. */
const MOST_NAMED = 5;

export interface MergeReport {
  /** Files that more than one dataset has with the same content: kept once. */
  readonly kept_once: readonly string[];
  /** Files of which a later dataset's content was taken. */
  readonly replaced: readonly string[];
  /** Files whose reports are listed under another file with the same content. */
  readonly repeated: readonly string[];
}

export interface Merged extends MergeReport {
  /** In code-unit order of the files; each file that holds others is followed by those. */
  readonly results: readonly FileResult[];
}

/** A file and the files in it, which stay together. */
interface Group {
  readonly top: FileResult;
  readonly members: FileResult[];
}

/** @throws DatasetError for a folder without a dataset; MergeError for files of the same name with different content */
export async function mergeDatasets(folders: readonly string[], { replace = false } = {}): Promise<Merged> {
  const groups = new Map<string, Group>();
  const [keptOnce, replaced, clashes]: [string[], string[], string[]] = [[], [], []];
  const listFor = (known: Group, group: Group): string[] =>
    known.top.file.source_sha256 === group.top.file.source_sha256 ? keptOnce : replace ? replaced : clashes;
  for (const folder of folders) {
    for (const group of await groupsOf(folder)) {
      const name = group.top.file.source_file;
      const known = groups.get(name);
      if (known !== undefined) listFor(known, group).push(name);
      groups.set(name, group);
    }
  }
  if (clashes.length > 0) throw new MergeError(clashMessage(clashes));
  const repeated: string[] = [];
  const results = withoutRepeats(inOrder(groups.values()), repeated);
  return { results, kept_once: keptOnce, replaced, repeated };
}

/** What became of the files that were added to a dataset. */
export interface Addition {
  readonly added: number;
  /** Files of which the dataset had other content, or none because it could not read them. */
  readonly changed: readonly string[];
  /** Files that the dataset had with the same content. */
  readonly unchanged: number;
  /** Files that could not be read this time, of which the dataset's earlier result stays. */
  readonly unread: readonly string[];
  /** Files of the dataset that were not read again. */
  readonly kept: number;
}

export interface Added extends Addition {
  /** As in `Merged`. */
  readonly results: readonly FileResult[];
}

/** A dataset on disk that is added to. */
export class FormerDataset {
  readonly #folder: string;
  readonly #groups: ReadonlyMap<string, Group>;

  /** SHA-256 of its `run.json`, by which it is seen whether another run has written the folder since. */
  readonly runHash: string | null;

  private constructor(folder: string, runHash: string | null, groups: readonly Group[]) {
    this.#folder = folder;
    this.runHash = runHash;
    this.#groups = new Map(groups.map((group) => [group.top.file.source_file, group]));
  }

  /** @throws DatasetError for a folder without a dataset */
  static async read(folder: string): Promise<FormerDataset> {
    const runHash = await hashFile(join(folder, RUN_FILE)).catch(() => null);
    return new FormerDataset(folder, runHash, await groupsOf(folder));
  }

  /**
   * The dataset's results with those that were read now. A file that could not be read this time, or not every file in it, is kept as it
   * was, unless its content is another.
   * @param replace whether a file takes the place of one of the same name with different content
   * @throws MergeError for such files where they are not to be replaced: they may be other documents
   */
  with(read: readonly FileResult[], { replace = false } = {}): Added {
    const groups = new Map(this.#groups);
    const [changed, unread, clashes]: [string[], string[], string[]] = [[], [], []];
    let [added, unchanged] = [0, 0];
    for (const group of grouped(listRepeats(read))) {
      const { source_file, source_sha256 } = group.top.file;
      const known = groups.get(source_file);
      if (known !== undefined && isReadBefore(known, group)) {
        unread.push(source_file);
        continue;
      }
      const knownHash = known?.top.file.source_sha256 ?? null;
      if (known === undefined) added += 1;
      else if (knownHash === source_sha256) unchanged += 1;
      else (replace || knownHash === null ? changed : clashes).push(source_file);
      groups.set(source_file, group);
    }
    if (clashes.length > 0)
      throw new MergeError(
        `the dataset in ${this.#folder} has these files with different content: ${namesOf(clashes)}; with --replace those read now take their place; other documents need other names`,
      );
    const results = withoutRepeats(inOrder(groups.values()));
    const kept = this.#groups.size - changed.length - unchanged - unread.length;
    return { results, added, changed, unchanged, unread, kept };
  }
}

/**
 * Whether a file, or one in it, was read earlier and could not be read now, though its content is the same as far as is known. Of a file
 * that could not be opened the content is not known.
 */
function isReadBefore(known: Group, now: Group): boolean {
  const { source_sha256 } = now.top.file;
  const knownHash = known.top.file.source_sha256;
  if (source_sha256 === null) return knownHash !== null;
  if (source_sha256 !== knownHash) return false;
  const failedBefore = new Set(failuresOf(known));
  return failuresOf(now).some((name) => !failedBefore.has(name));
}

const failuresOf = ({ top, members }: Group): string[] =>
  [top, ...members].filter(({ file }) => file.outcome === "failed").map(({ file }) => file.source_file);

function inOrder(groups: Iterable<Group>): FileResult[] {
  const ordered = [...groups].sort((a, b) => (a.top.file.source_file < b.top.file.source_file ? -1 : 1));
  return ordered.flatMap(({ top, members }) => [top, ...members]);
}

function clashMessage(clashes: readonly string[]): string {
  return `several datasets have these files with different content: ${namesOf(clashes)}; with --replace the last dataset's are taken, or read the documents from folders of different names`;
}

function namesOf(files: readonly string[]): string {
  const rest = files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more` : "";
  return `${files.slice(0, MOST_NAMED).join(", ")}${rest}`;
}

async function groupsOf(folder: string): Promise<Group[]> {
  const { files, reports } = await readDataset(folder);
  const byFile = new Map<string, Report[]>(files.map(({ source_file }) => [source_file, []]));
  for (const report of reports) byFile.get(report.source_file)?.push(report);
  const results = files.map((file) => ({ file, reports: (byFile.get(file.source_file) ?? []).map(alone) }));
  return grouped(listRepeats(results));
}

function grouped(results: readonly FileResult[]): Group[] {
  const groups: Group[] = [];
  for (const result of results) {
    if (result.file.container === null) groups.push({ top: result, members: [] });
    else groups.at(-1)?.members.push(result);
  }
  return groups;
}

/** A report as it was before it was compared with others. */
function alone(report: Report): Report {
  const isOwn = (rule: string): boolean => !COMPARING_RULES.has(rule);
  return {
    ...report,
    superseded_by: null,
    findings: report.findings.filter(({ rule }) => isOwn(rule)),
    not_applied: report.not_applied
      .map(({ rules, reason }) => ({ rules: rules.filter(isOwn), reason }))
      .filter(({ rules }) => rules.length > 0),
  };
}
