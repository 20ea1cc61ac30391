// Damage to good PDFs. In: a good file's bytes and chance. Out: a broken or odd file. Each damage says what it may do
// to what is read: `text` where it may change printed text itself, `hides` where a reader cannot know what is lost.
import { contentNumbers, numbersWith, packed, putTogether, takeApart, unpacked } from "./parts.mjs";

const NOISE = ["NaN", "-1", "1e999", "99999999999999999999", "null", "()", "<<>>", "[]", "0 0 R", "/", "--5", "0.0.0"];

const flipped = (bytes, random, count) => {
  const copy = Buffer.from(bytes);
  for (let at = 0; at < count; at += 1) copy[random.below(copy.length)] ^= 1 << random.below(8);
  return copy;
};
const cutOut = (bytes, from, to) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
const replaced = (bytes, pattern, by) => Buffer.from(bytes.toString("latin1").replace(pattern, by), "latin1");

/** Damage to the parts of a file whose cross-references are set right again. */
const parts = (change) => (bytes, random) => {
  const taken = takeApart(bytes);
  const options = change(taken, random);
  return putTogether(taken, options ?? {});
};
const changeDict = (pattern, change) =>
  parts((taken, random) => {
    const number = random.pick(numbersWith(taken, pattern));
    const object = taken.objects.get(number);
    if (object !== undefined) object.dict = change(object.dict, random, number, taken);
  });
const changeContent = (change) =>
  parts((taken, random) => {
    const object = taken.objects.get(random.pick(contentNumbers(taken)));
    if (object?.stream) change(object, random, taken);
  });
/** Of a content's operators, unpacked. */
const changeOperators = (change) =>
  changeContent((object, random) => {
    const content = unpacked(object);
    if (content !== null) object.stream = packed(change(content, random));
  });

const text = true;
const hides = true;

/** By name: what it does, and what may come of it. */
export const DAMAGES = {
  "byte-flipped": { text, hides, apply: (bytes, random) => flipped(bytes, random, 1) },
  "bytes-flipped": { text, hides, apply: (bytes, random) => flipped(bytes, random, 2 + random.below(60)) },
  "bytes-zeroed": {
    text,
    hides,
    apply: (bytes, random) => {
      const from = random.below(bytes.length);
      return Buffer.from(bytes).fill(0, from, Math.min(bytes.length, from + random.below(4096)));
    },
  },
  "cut-short": { apply: (bytes, random) => bytes.subarray(0, 20 + random.below(bytes.length - 20)) },
  "end-lacks": { apply: (bytes, random) => bytes.subarray(0, bytes.length - 1 - random.below(200)) },
  "middle-lost": {
    text,
    hides,
    apply: (bytes, random) => {
      const from = random.below(bytes.length);
      return cutOut(bytes, from, from + random.below(bytes.length / 4));
    },
  },
  "line-ends-changed": { text, hides, apply: (bytes) => replaced(bytes, /\r?\n/g, "\r\n") },
  "start-lost": { apply: (bytes, random) => bytes.subarray(1 + random.below(2000)) },
  "junk-before": { apply: (bytes, random) => Buffer.concat([Buffer.alloc(random.below(1000), "x\n"), bytes]) },
  "junk-behind": { apply: (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random.below(9000), "\0junk ")]) },
  "several-ends": { apply: (bytes) => Buffer.concat([bytes, Buffer.from("%%EOF\n%%EOF\nstartxref\n0\n%%EOF\n")]) },
  "xref-start-wrong": {
    apply: (bytes, random) => replaced(bytes, /startxref\s+\d+/g, `startxref\n${random.pick(["0", "7", "-1", "1e9"])}`),
  },
  "xref-offsets-wrong": {
    apply: (bytes, random) =>
      replaced(bytes, /\d{10} 00000 n/g, `${String(random.below(1e6)).padStart(10, "0")} 00000 n`),
  },
  "xref-lost": { apply: (bytes) => replaced(bytes, /\bxref\b[\s\S]*?trailer/g, "trailer") },
  "xref-all-free": { apply: (bytes) => replaced(bytes, / 00000 n/g, " 65535 f") },
  "trailer-lost": { apply: (bytes) => replaced(bytes, /trailer[\s\S]*?startxref/g, "startxref") },
  "xref-comes-back": {
    apply: (bytes) => {
      const start = /startxref\s+(\d+)/.exec(bytes.toString("latin1"))?.[1] ?? "0";
      return replaced(bytes, /trailer\s*<</g, `trailer <</Prev ${start} `);
    },
  },
  "updated-later": {
    apply: (bytes, random) =>
      Buffer.concat([
        bytes,
        Buffer.from(`\n9${random.below(99)}9 0 obj\n<< /Type /Odd >>\nendobj\nstartxref\n1\n%%EOF\n`),
      ]),
  },
  "endobj-lost": {
    hides,
    apply: (bytes, random) => replaced(bytes, /endobj/g, (word) => (random.chance(0.3) ? "" : word)),
  },
  "endstream-lost": {
    hides,
    text,
    apply: (bytes, random) => replaced(bytes, /endstream/g, (word) => (random.chance(0.3) ? "" : word)),
  },
  "length-wrong": {
    apply: parts((taken, random) => {
      for (const object of taken.objects.values())
        if (object.stream !== null && random.chance(0.5))
          object.lengthSaid = random.pick([0, 1, 5, 999999, "-3", "null"]);
    }),
  },
  "keys-twice": { apply: changeDict(/\/Type\s*\/Page\b/, (dict) => dict.replace("<<", "<< /Type /Odd /Rotate 0 ")) },
  "object-null": { hides, apply: changeDict(/./, () => "null") },
  "object-garbled": {
    hides,
    apply: changeDict(/^<</, (dict, random) =>
      dict.replace(/\d+/g, (word) => (random.chance(0.2) ? random.pick(NOISE) : word)),
    ),
  },
  "object-lost": {
    hides,
    apply: parts((taken, random) => void taken.objects.delete(random.pick([...taken.objects.keys()]))),
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
  "contents-lost": {
    apply: changeDict(/\/Contents/, (dict) => dict.replace(/\/Contents\s+\d+ 0 R/, "/Contents 9999 0 R")),
  },
  "font-lost": { text, apply: changeDict(/\/Type\s*\/Font\b/, () => "null") },
  "font-file-noise": {
    text,
    apply: parts((taken, random) => {
      for (const number of numbersWith(taken, /\/Length1|\/FontFile/)) {
        const object = taken.objects.get(number);
        if (object.stream !== null) object.stream = Buffer.from(object.stream).map(() => random.below(256));
      }
    }),
  },
  "font-widths-odd": {
    text,
    hides,
    apply: changeDict(/\/Widths|\/W\s*\[/, (dict, random) =>
      dict.replace(/\d+/g, (word) => (random.chance(0.1) ? random.pick(NOISE) : word)),
    ),
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
  "tree-loop": {
    hides,
    apply: changeDict(/\/Kids/, (dict, _random, number) => dict.replace(/\/Kids\s*\[/, `/Kids [${number} 0 R `)),
  },
  "tree-count-wrong": {
    apply: changeDict(/\/Kids/, (dict, random) =>
      dict.replace(/\/Count\s+\d+/, `/Count ${random.pick([0, 1, 2, 99, 100000, -1, "null"])}`),
    ),
  },
  "tree-kid-lost": {
    apply: changeDict(/\/Kids/, (dict, random) =>
      dict.replace(/(\/Kids\s*\[[^\]]*?)(\d+) 0 R/, `$1${random.pick(["9999 0 R", "null", "12"])}`),
    ),
  },
  "tree-lost": { apply: changeDict(/\/Type\s*\/Pages/, () => "<< /Type /Pages >>") },
  "catalog-lost": { apply: changeDict(/\/Type\s*\/Catalog/, (_dict, random) => random.pick(["null", "<<>>", "12"])) },
  "page-huge": {
    hides,
    apply: changeDict(/\/MediaBox/, (dict, random) =>
      dict.replace(
        /\/MediaBox\s*\[[^\]]*\]/,
        `/MediaBox [0 0 ${random.pick(["1e9 1e9", "-5 -5", "0 0", "NaN NaN", "14400 99999999", "1e300 1e300"])}]`,
      ),
    ),
  },
  "page-turned-oddly": {
    apply: changeDict(/\/Type\s*\/Page\b/, (dict, random) =>
      dict.replace("<<", `<< /Rotate ${random.pick([45, -90, 1e9, "null", "/Odd"])} `),
    ),
  },
  "encryption-odd": {
    apply: parts((taken, random) => {
      const version = random.pick(["1 /R 2", "2 /R 3 /Length 128", "4 /R 4", "5 /R 6", "9 /R 9", "0 /R 0"]);
      const string = random.pick(["(x)", `<${"41".repeat(32)}>`, "null"]);
      taken.trailer += ` /Encrypt << /Filter ${random.pick(["/Standard", "/Odd"])} /V ${version} /O ${string} /U ${string} /P -4 >>`;
    }),
  },
  "nested-deep": {
    apply: changeDict(/\/Type\s*\/Page\b/, (dict, random) => {
      const depth = random.pick([500, 5000, 50000]);
      return dict.replace("<<", `<< /PieceInfo ${"[".repeat(depth)}${"]".repeat(depth)} `);
    }),
  },
};
