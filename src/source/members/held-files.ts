/** What the message of a container says of the files in it. In: its members. Out: phrases for one sentence. */
import type { MemberList } from "./member.js";

/** @param where "in it" or "attached to it" */
export function heldFiles({ members, hiddenCount }: MemberList, where: string): string[] {
  const files = (count: number): string => `${count} ${count === 1 ? "file" : "files"}`;
  const were = (count: number): string => (count === 1 ? "was" : "were");
  return [
    ...(members.length === 0
      ? []
      : [
          `${files(members.length)} ${where} ${members.length === 1 ? "has a row of its own" : "have rows of their own"}`,
        ]),
    ...(hiddenCount === 0 ? [] : [`${files(hiddenCount)} of systems, or hidden, ${were(hiddenCount)} left out`]),
  ];
}
