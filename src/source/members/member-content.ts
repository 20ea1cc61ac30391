/**
 * The content of one member. In: the file that holds it, and its name, with the names of the containers between. Out: its bytes, or why
 * there are none. Containers stay open for the next member, since all members of one are usually read one after another.
 */
import { statSync } from "node:fs";
import { onDisk } from "../file-path.js";
import { readFileContent } from "../files.js";
import { containerFormatOf } from "./container-formats.js";
import { type MemberContent, type MemberFailure, memberFailure, type OpenContainer } from "./member.js";
import { nameMembers } from "./member-names.js";

interface Opened {
  /** The file, its size and time, and the names on the way to this container. */
  readonly key: string;
  readonly container: OpenContainer;
  /** Positions in the container, by name. */
  readonly indexes: ReadonlyMap<string, number>;
}

/** Containers that are open, each inside the one before it. */
let open: Opened[] = [];

const CHANGED = "the file that holds it has changed since it was listed";

/**
 * @param path of the file on disk
 * @param names of the containers in it, and of the member; at least one
 * @param maxBytes of the file, of each container and of the member
 */
export async function memberContent(path: string, names: readonly string[], maxBytes: number): Promise<MemberContent> {
  const opened = await openAt(path, names.slice(0, -1), maxBytes);
  if ("code" in opened) return opened;
  const index = opened.indexes.get(names.at(-1) ?? "");
  return index === undefined ? memberFailure("VANISHED", CHANGED) : opened.container.read(index, maxBytes);
}

async function openAt(path: string, names: readonly string[], maxBytes: number): Promise<Opened | MemberFailure> {
  const depth = names.length;
  const key = JSON.stringify([path, names, ...sizeAndTime(path)]);
  const known = open[depth];
  if (known?.key === key) return known;
  open = open.slice(0, depth);
  const content = depth === 0 ? fileContent(path, maxBytes) : await memberContent(path, names, maxBytes);
  if (!content.ok) return content;
  const container = await containerFormatOf(content.bytes)?.open(content.bytes, maxBytes);
  if (container === undefined) return memberFailure("VANISHED", CHANGED);
  if (!container.ok) return container;
  const { named } = nameMembers(container.paths);
  const opened = { key, container, indexes: new Map(named.map(({ name, index }) => [name, index])) };
  open[depth] = opened;
  return opened;
}

function fileContent(path: string, maxBytes: number): MemberContent {
  const content = readFileContent(path, path, maxBytes);
  if (content.kind === "bytes") return { ok: true, bytes: content.bytes };
  const { error_code, message } = content.file;
  return memberFailure(error_code ?? "UNREADABLE", message ?? "");
}

function sizeAndTime(path: string): readonly number[] {
  const stats = statSync(onDisk(path), { throwIfNoEntry: false });
  return stats === undefined ? [] : [stats.size, stats.mtimeMs];
}
