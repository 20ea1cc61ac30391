// Damage to content streams and fonts of a PDF whose cross-reference table is correct.
// In: a good file's bytes and a random source. Out: a broken or unusual file. Each kind states its possible effect:
// `text` where it may change printed text itself, `hides` where a reader cannot know that something is missing.
import { changeContent, changeOperators, flipped, parts, replaced } from "./change.mjs";
import { numbersWith, packed, unpacked } from "./parts.mjs";

const text = true;
const hides = true;

export const DAMAGES_OF_STREAMS = {
  "length-wrong": {
    apply: parts((taken, random) => {
      for (const object of taken.objects.values())
        if (object.stream !== null && random.chance(0.5))
          object.lengthSaid = random.pick([0, 1, 5, 999999, "-3", "null"]);
    }),
  },
  "numbers-odd": {
    hides,
    text,
    apply: changeOperators((content, random) =>
      replaced(content, /-?\d+(?:\.\d+)?/g, (word) =>
        random.chance(0.002) ? random.pick(["NaN", "-1e38", "1e308", "--1"]) : word,
      ),
    ),
  },
  "operators-garbled": {
    hides,
    text,
    apply: changeOperators((content, random) => flipped(content, random, 1 + random.below(30))),
  },
  "operators-cut": {
    apply: changeOperators((content, random) => content.subarray(0, random.below(content.length))),
    hides,
    text,
  },
  "operators-restored-too-often": {
    apply: changeOperators((content) => Buffer.concat([Buffer.from("Q Q Q\n"), content, Buffer.from("\nQ Q Q")])),
  },
  "stream-cut": {
    apply: changeContent((object, random) => {
      object.stream = object.stream.subarray(0, Math.floor(object.stream.length * (0.1 + random.below(80) / 100)));
    }),
  },
  "stream-garbled": {
    text,
    apply: changeContent((object, random) => {
      object.stream = flipped(object.stream, random, 1 + random.below(20));
    }),
  },
  "stream-noise": {
    apply: changeContent((object, random) => {
      object.stream = Buffer.from(object.stream, 0).map(() => random.below(256));
    }),
  },
  "stream-empty": { apply: changeContent((object) => (object.stream = Buffer.alloc(0))) },
  "filter-unknown": {
    apply: changeContent(
      (object, random) =>
        (object.dict = object.dict.replace(
          "/FlateDecode",
          random.pick(["/Odd", "/LZWDecode", "/DCTDecode", "/ASCII85Decode"]),
        )),
    ),
  },
  "font-file-noise": {
    text,
    apply: parts((taken, random) => {
      for (const number of numbersWith(taken, /\/Length1|\/FontFile/)) {
        const object = taken.objects.get(number);
        if (object.stream !== null) object.stream = Buffer.from(object.stream).map(() => random.below(256));
      }
    }),
  },
  "unicode-map-garbled": {
    text,
    apply: parts((taken, random) => {
      for (const object of taken.objects.values()) {
        const content = unpacked(object);
        if (content?.includes("begincmap")) object.stream = packed(flipped(content, random, 20));
      }
    }),
  },
};
