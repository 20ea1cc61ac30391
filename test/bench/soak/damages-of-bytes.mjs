// Damage to a PDF's bytes and to its cross-reference table.
// In: a good file's bytes and a random source. Out: a broken or unusual file. Each kind states its possible effect:
// `text` where it may change printed text itself, `hides` where a reader cannot know that something is missing.
import { cutOut, flipped, replaced } from "./change.mjs";

const text = true;
const hides = true;

export const DAMAGES_OF_BYTES = {
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
  "junk-after": { apply: (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random.below(9000), "\0junk ")]) },
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
};
