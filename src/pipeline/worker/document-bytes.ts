/** The bytes of a document: of a file, or of a file in a container. In: where it was found. Out: its bytes, or why there are none. */
import { type FileContent, failedFile, readFileContent } from "../../source/files.js";
import { memberContent } from "../../source/members/member-content.js";
import type { FoundDocument } from "../documents.js";

export async function documentBytes(
  { path, sourceFile, member }: FoundDocument,
  maxBytes: number,
): Promise<FileContent> {
  if (member === undefined) return readFileContent(path, sourceFile, maxBytes);
  const content = await memberContent(path, member.names, maxBytes);
  if (content.ok) return { kind: "bytes", bytes: content.bytes };
  const { sha256: source_sha256, bytes } = member;
  return { kind: "failure", file: failedFile(sourceFile, content.code, content.message, { source_sha256, bytes }) };
}
