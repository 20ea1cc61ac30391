/**
 * The bytes of one document that a user names. In: the path of a file, or of a file in it, such as papers.zip!/2019/q3.pdf. Out: its
 * bytes, or a failure. What is in another file is expanded in a guarded process.
 */
import { statSync } from "node:fs";
import { onDisk } from "../file-path.js";
import { type FileContent, failedFile, readFileContent } from "../files.js";
import type { GuardedPool } from "../guard/pool.js";
import { MEMBER_MARK, type MemberContent } from "./member.js";
import type { MemberCall } from "./member-job.js";

const MEMBER_JOB = new URL("./member-job.js", import.meta.url).href;

export async function documentContent(path: string, maxBytes: number, pool: GuardedPool): Promise<FileContent> {
  const direct = readFileContent(path, path, maxBytes);
  if (direct.kind === "bytes" || direct.file.error_code !== "VANISHED") return direct;
  const argument = memberCall(path, maxBytes);
  if (argument === null) return direct;
  const run = await pool.run<MemberContent>({ module: MEMBER_JOB, argument });
  const content = run.ok ? run.value : run;
  if (content.ok) return { kind: "bytes", bytes: content.bytes };
  return { kind: "failure", file: failedFile(path, content.code, content.message) };
}

/** The file is the shortest part before a mark that is a file on disk; null if no part is. */
function memberCall(path: string, maxBytes: number): MemberCall | null {
  for (let at = path.indexOf(MEMBER_MARK); at >= 0; at = path.indexOf(MEMBER_MARK, at + 1)) {
    const file = path.slice(0, at);
    const names = path.slice(at + MEMBER_MARK.length).split(MEMBER_MARK);
    if (statSync(onDisk(file), { throwIfNoEntry: false })?.isFile()) return { path: file, names, maxBytes };
  }
  return null;
}
