// Damage to objects and to the page tree of a PDF whose cross-reference table is correct.
// In: a good file's bytes and a random source. Out: a broken or unusual file. Each kind states its possible effect:
// `text` where it may change printed text itself, `hides` where a reader cannot know that something is missing.
import { changeDict, parts } from "./change.mjs";

const text = true;
const hides = true;

const NOISE = ["NaN", "-1", "1e999", "99999999999999999999", "null", "()", "<<>>", "[]", "0 0 R", "/", "--5", "0.0.0"];

export const DAMAGES_OF_OBJECTS = {
  "keys-twice": { apply: changeDict(/\/Type\s*\/Page\b/, (dict) => dict.replace("<<", "<< /Type /Odd /Rotate 0 ")) },
  "object-null": { hides, apply: changeDict(/./, () => "null") },
  "object-garbled": {
    hides,
    text,
    apply: changeDict(/^<</, (dict, random) =>
      dict.replace(/\d+/g, (word) => (random.chance(0.2) ? random.pick(NOISE) : word)),
    ),
  },
  "object-lost": {
    hides,
    apply: parts((taken, random) => void taken.objects.delete(random.pick([...taken.objects.keys()]))),
  },
  "contents-lost": {
    apply: changeDict(/\/Contents/, (dict) => dict.replace(/\/Contents\s+\d+ 0 R/, "/Contents 9999 0 R")),
  },
  "font-lost": { text, apply: changeDict(/\/Type\s*\/Font\b/, () => "null") },
  "font-widths-odd": {
    text,
    hides,
    apply: changeDict(/\/Widths|\/W\s*\[/, (dict, random) =>
      dict.replace(/\d+/g, (word) => (random.chance(0.1) ? random.pick(NOISE) : word)),
    ),
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
