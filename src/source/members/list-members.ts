/**
 * What a container holds. In: an opened container. Out: its members by name, each with its hash and size or the reason why it cannot
 * be read. Every member is expanded once, one at a time, and not kept.
 */
import { createHash } from "node:crypto";
import { EMPTY_SHA256 } from "../files.js";
import {
  MEMBER_LIMITS,
  type Member,
  type MemberLimits,
  type MemberList,
  memberFailure,
  type OpenContainer,
} from "./member.js";
import { nameMembers } from "./member-names.js";

/** @param maxBytes of one member */
export async function listMembers(
  container: OpenContainer,
  maxBytes: number,
  { mostMembers, mostBytes }: Omit<MemberLimits, "mostNested"> = MEMBER_LIMITS,
): Promise<MemberList> {
  const { named, hiddenCount } = nameMembers(container.paths);
  const members: Member[] = [];
  let bytesLeft = mostBytes;
  for (const { index, name } of named.slice(0, mostMembers)) {
    const member = await describeMember(container, index, name, Math.min(maxBytes, bytesLeft));
    members.push(member);
    bytesLeft -= member.bytes ?? 0;
  }
  return { members, hiddenCount, excessCount: named.length - members.length };
}

async function describeMember(
  container: OpenContainer,
  index: number,
  name: string,
  maxBytes: number,
): Promise<Member> {
  const content = await container.read(index, maxBytes);
  if (!content.ok) {
    const { code, message } = content;
    return { name, sha256: null, bytes: null, failure: { code, message } };
  }
  const { bytes } = content;
  if (bytes.length === 0) {
    const { code, message } = memberFailure("EMPTY", "the file is empty");
    return { name, sha256: EMPTY_SHA256, bytes: 0, failure: { code, message } };
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, sha256, bytes: bytes.length, failure: null };
}
