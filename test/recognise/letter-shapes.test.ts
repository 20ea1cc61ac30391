import { describe, expect, it } from "vitest";
import type { Piece } from "../../src/recognise/image/pieces.js";
import { shapedText } from "../../src/recognise/letter-shapes.js";

const HEIGHT = 30;
const even = () => true;
const piece = (left: number, width: number, height = HEIGHT, top = HEIGHT - height): Piece => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
  area: width * height,
  runs: [],
});

/** S, a round letter or digit of the width, 2, a dot and 1. */
const code = (round: number): Piece[] => [
  piece(0, 22),
  piece(30, round),
  piece(70, 20),
  piece(95, 4, 4),
  piece(105, 12),
];

describe("characters told apart by their shape", () => {
  it("reads a wide round character of a code as O, and a narrow one as 0", () => {
    expect(shapedText("S02.1", code(29), HEIGHT, even)).toBe("SO2.1");
    expect(shapedText("SO2.1", code(20), HEIGHT, even)).toBe("S02.1");
  });

  it("leaves a round character alone that may be either", () => {
    expect(shapedText("S02.1", code(24), HEIGHT, even)).toBe("S02.1");
  });

  it("leaves words and numbers without letters alone", () => {
    expect(shapedText("Officer", code(29), HEIGHT, even)).toBe("Officer");
    expect(shapedText("802.1", code(29), HEIGHT, even)).toBe("802.1");
  });

  it("reads a tall stem without a dot as l, and one with a dot as i", () => {
    const stem = (at: number): Piece => piece(at, 4);
    const dotted = (at: number): Piece[] => [piece(at, 4, 20), piece(at, 4, 4, 0)];
    expect(shapedText("Clir", [piece(0, 22), stem(26), stem(34), piece(42, 10, 20)], HEIGHT, even)).toBe("Cllr");
    expect(shapedText("Clip", [piece(0, 22), stem(26), ...dotted(34), piece(42, 14, 20)], HEIGHT, even)).toBe("Clip");
  });

  it("reads both of two l where the engine has read one, and leaves broken letters alone", () => {
    const stem = (at: number): Piece => piece(at, 4);
    expect(shapedText("Clr", [piece(0, 22), stem(26), stem(34), piece(42, 10, 20)], HEIGHT, even)).toBe("Cllr");
    // The stem of the h is apart from its arch.
    expect(shapedText("lh", [stem(0), stem(8), piece(13, 9, 20)], HEIGHT, even)).toBe("lh");
    expect(shapedText("Clr", [piece(0, 22), stem(26), piece(34, 10), piece(48, 10, 20)], HEIGHT, even)).toBe("Clr");
  });

  it("leaves a tall i alone whose dot has run into its stem", () => {
    expect(shapedText("in", [piece(0, 4), piece(8, 14, 20)], HEIGHT, () => false)).toBe("in");
  });

  it("gives a number the points that were left out, and no points that are not there", () => {
    expect(shapedText("S21", code(20).slice(0, 1).concat(code(20).slice(2)), HEIGHT, even)).toBe("S2.1");
    expect(shapedText("2.1", [piece(0, 20), piece(24, 4, 4), piece(32, 12)], HEIGHT, even)).toBe("2.1");
    expect(shapedText("21", [piece(0, 20), piece(32, 12)], HEIGHT, even)).toBe("21");
  });

  it("changes nothing where characters run into each other", () => {
    expect(shapedText("S02.1", [piece(0, 52), piece(70, 20), piece(105, 12)], HEIGHT, even)).toBe("S02.1");
  });
});
