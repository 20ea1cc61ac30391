/** Guarded work: the content of one member. In: the file, the names on the way and the largest size. Out: its bytes, or why there are none. */
import type { GuardedJob } from "../guard/messages.js";
import type { MemberContent } from "./member.js";
import { memberContent } from "./member-content.js";

export interface MemberCall {
  readonly path: string;
  readonly names: readonly string[];
  readonly maxBytes: number;
}

export const job: GuardedJob<MemberCall, MemberContent> = ({ path, names, maxBytes }) =>
  memberContent(path, names, maxBytes);
