import { expect, it } from "vitest";
import { listMembers } from "../../../src/source/members/list-members.js";
import { type MemberContent, memberFailure, type OpenContainer } from "../../../src/source/members/member.js";

/** Asked for more than the limit, it fails as real containers do. */
function containerOf(contents: Readonly<Record<string, string | MemberContent>>): OpenContainer {
  const entries = Object.entries(contents);
  return {
    paths: entries.map(([path]) => path),
    async read(index, maxBytes) {
      const content = entries[index]?.[1] ?? "";
      if (typeof content !== "string") return content;
      return content.length > maxBytes
        ? memberFailure("TOO_LARGE", `over ${maxBytes}`)
        : { ok: true, bytes: new Uint8Array(Buffer.from(content)) };
    },
  };
}

it("lists every member with its hash and size, or with the reason why it has none", async () => {
  const container = containerOf({ "b.txt": "same", "a.txt": "same", c: "", d: memberFailure("ENCRYPTED", "locked") });
  const { members } = await listMembers(container, 100);
  expect(members).toMatchObject([
    { name: "a.txt", bytes: 4, failure: null },
    { name: "b.txt", bytes: 4, sha256: members[0]?.sha256, failure: null },
    { name: "c", bytes: 0, failure: { code: "EMPTY" } },
    { name: "d", bytes: null, sha256: null, failure: { code: "ENCRYPTED", message: "locked" } },
  ]);
});

it("expands no more than the limit on one member, and on all of them", async () => {
  const container = containerOf({ a: "12345", b: "1234", c: "1234", d: "1" });
  const failuresAt = async (most: number, mostBytes: number) =>
    (await listMembers(container, most, { mostMembers: 9, mostBytes })).members.map(({ failure }) => failure?.code);
  expect(await failuresAt(4, 100)).toEqual(["TOO_LARGE", undefined, undefined, undefined]);
  expect(await failuresAt(9, 10)).toEqual([undefined, undefined, "TOO_LARGE", undefined]);
});

it("lists no more members than the limit, and counts the others", async () => {
  const container = containerOf({ a: "1", b: "2", c: "3", ".d": "4" });
  const list = await listMembers(container, 9, { mostMembers: 2, mostBytes: 100 });
  expect(list.members.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(list).toMatchObject({ hiddenCount: 1, excessCount: 1 });
});
