import { describe, expect, it } from "vitest";
import { hyphenAtLineEnd } from "../../src/language/hyphens.js";

const vocabulary = (words: string, compounds = "") => ({
  words: new Set(words.split(" ")),
  compounds: new Set(compounds.split(" ")),
  sorted: words.split(" ").sort(),
});
const read = (broken: string, words = "", compounds = "", isSoft = false) => {
  const [before = "", after = ""] = broken.split("/");
  return hyphenAtLineEnd(before, after, isSoft, vocabulary(words, compounds));
};

describe("a hyphen at a line's end", () => {
  it("breaks a word that the document has whole, or in another form", () => {
    expect(read("moor/land", "moorland paths")).toBe("added");
    expect(read("Lamp/lighter", "lamplighters")).toBe("added");
  });

  it("is the word's own where the document has the compound, or its parts as words", () => {
    expect(read("moor/land", "", "moor-land")).toBe("own");
    expect(read("lamp/post", "lamp post")).toBe("own");
  });

  it.each(["night/time", "follow/up", "community/led", "non/urgent", "twenty/two", "co/ordinated"])(
    "is the word's own in %s, as in other compounds",
    (broken) => {
      expect(read(broken)).toBe("own");
    },
  );

  it.each([
    "consul/tation",
    "infirm/ary",
    "measure/ment",
    "work/ing",
    "council/ly",
    "organ/isation",
    "responsi/bility",
  ])("breaks a word in %s, whose rest is an ending", (broken) => {
    expect(read(broken)).toBe("added");
  });

  it("is the name's own before a capital", () => {
    expect(read("Stoke/Upton")).toBe("own");
  });

  it("is unclear where nothing tells, unless its character says that it breaks words", () => {
    expect(read("quag/mire")).toBe("unclear");
    expect(read("quag/mire", "", "", true)).toBe("added");
    expect(read("night/time", "", "", true)).toBe("own");
  });
});
