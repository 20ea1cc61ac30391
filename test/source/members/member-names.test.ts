import { describe, expect, it } from "vitest";
import { nameMembers } from "../../../src/source/members/member-names.js";

const namesOf = (...paths: string[]) => nameMembers(paths).named.map(({ name }) => name);

describe("names of members", () => {
  it.each([
    ["../../etc/passwd", "etc/passwd"],
    ["/srv/a.pdf", "srv/a.pdf"],
    ["C:\\papers\\a.pdf", "papers/a.pdf"],
    ["a/./b//c.pdf", "a/b/c.pdf"],
    ["a\u0000b\u001b[31m\u202ec.pdf", "a b [31m c.pdf"],
    ["..", "unnamed"],
    ["", "unnamed"],
    ["\ud800.pdf", ".pdf"],
  ])("are no paths that lead anywhere: %j", (path, name) => {
    expect(namesOf(path)).toEqual(name.startsWith(".") ? [] : [name]);
  });

  it("are unique, and in code-unit order", () => {
    expect(namesOf("b.pdf", "a.pdf", "b.pdf", "b (2).pdf", "b.pdf", "c/b", "c/b")).toEqual([
      "a.pdf",
      "b (2) (2).pdf",
      "b (2).pdf",
      "b (3).pdf",
      "b.pdf",
      "c/b",
      "c/b (2)",
    ]);
  });

  it("are given to ten thousand members of one name without comparing each with each", () => {
    const names = namesOf(...Array.from({ length: 10_000 }, () => "image.png"));
    expect(new Set(names).size).toBe(10_000);
  });

  it("are cut where they are long, and keep their end", () => {
    const [name = ""] = namesOf(`${"é".repeat(1000)}.pdf`);
    expect(name).toHaveLength(400);
    expect(name).toMatch(/\.pdf$/);
    expect(namesOf("😀".repeat(300))[0]).toMatch(/^😀+$/u);
  });

  it("are not given to hidden and system files, which are counted", () => {
    const paths = [".DS_Store", "Thumbs.db", "x/desktop.ini", "__MACOSX/a.pdf", "~$plan.docx", ".git/config", "a.pdf"];
    expect(nameMembers(paths)).toEqual({ named: [{ index: 6, name: "a.pdf" }], hiddenCount: 6 });
  });
});
