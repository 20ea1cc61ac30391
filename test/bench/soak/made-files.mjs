// The folder that a soak test reads. In: a folder, counts, a seed. Out: files in it, and the expected result of each. Names
// begin with a letter, because files are read in the order of their names: good ones first ("a"), then bad ones ("b"), then
// good ones again ("c").
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { madeReport } from "../made-report.mjs";
import { DAMAGES } from "./damages.mjs";
import { HOSTILE, packedAgain } from "./hostile.mjs";
import { seeded } from "./seeded.mjs";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Every tenth good file is a PDF. */
const PDF_EVERY = 10;
/** Every sixth bad file is hostile; the others are damaged good ones. */
const HOSTILE_EVERY = 6;

/** The project's own PDFs: those with a report that can be read, and those that are encrypted, scanned or without one. */
function ownPdfs() {
  const read = (path) => ({ name: path, bytes: readFileSync(join(ROOT, path)) });
  const corpus = readdirSync(join(ROOT, "corpus")).filter((name) => name.endsWith(".pdf"));
  const fixtures = readdirSync(join(ROOT, "fixtures")).filter((name) => name.startsWith("pdf-"));
  const all = [
    ...corpus.map((name) => read(`corpus/${name}`)),
    ...fixtures.map((name) => read(`fixtures/${name}/input.pdf`)),
    ...readdirSync(join(ROOT, "fixtures/pdf")).map((name) => read(`fixtures/pdf/${name}`)),
  ];
  const isPlain = ({ name, bytes }) => !bytes.includes("/Encrypt") && !/cut-off|scan|no-report|charges/.test(name);
  return { plain: all.filter(isPlain), odd: all.filter((pdf) => !isPlain(pdf)) };
}

/**
 * @returns {Map<string, {kind: string, from: string | null, text: boolean, hides: boolean}>} by name; `kind` is
 *   "good-text", "good-pdf", "original", "special", or what was done to it
 */
export function makeFiles(folder, { good, bad, seed }) {
  mkdirSync(folder, { recursive: true });
  const made = new Map();
  const put = (name, bytes, about) => {
    writeFileSync(join(folder, name), bytes);
    made.set(name, { from: null, text: false, hides: false, ...about });
  };
  const { plain, odd } = ownPdfs();
  for (let at = 0; at < good; at += 1) {
    const name = `${at * 2 < good ? "a" : "c"}${String(at).padStart(7, "0")}`;
    if (at % PDF_EVERY !== 0) put(`${name}.txt`, madeReport(at), { kind: "good-text" });
    else {
      const { bytes, name: from } = plain[(at / PDF_EVERY) % plain.length];
      put(`${name}.pdf`, Buffer.concat([bytes, Buffer.from(`% copy ${at}\n`)]), { kind: "good-pdf", from });
    }
  }
  for (const { name, bytes } of plain) put(`a-${name.replaceAll("/", "-")}`, bytes, { kind: "original", from: name });
  const damages = Object.keys(DAMAGES);
  const hostile = Object.keys(HOSTILE);
  for (let at = 0; at < bad; at += 1) {
    const random = seeded(`${seed} ${at}`);
    const label = `b${String(at).padStart(5, "0")}`;
    if (at % HOSTILE_EVERY === 0) {
      const kind = hostile[(at / HOSTILE_EVERY) % hostile.length];
      put(`${label}-${kind}.pdf`, HOSTILE[kind](random), { kind });
      continue;
    }
    const kind = damages[at % damages.length];
    const { apply, ...about } = DAMAGES[kind];
    const { name, bytes } = random.chance(0.08) ? random.pick(odd) : random.pick(plain);
    put(`${label}-${kind}.pdf`, apply(bytes, random), { kind, from: name, ...about });
  }
  makeSpecial(folder, made, odd);
  return made;
}

/** At least one file of every error class that damage does not cause reliably. */
function makeSpecial(folder, made, odd) {
  const special = (name, code) => made.set(name, { kind: "special", code, from: null, text: false, hides: false });
  for (const [at, { name, bytes }] of odd.entries()) {
    if (!name.includes("password")) continue;
    writeFileSync(join(folder, `b-${at}.pdf`), bytes);
    special(`b-${at}.pdf`, "ENCRYPTED");
  }
  writeFileSync(join(folder, "b-large.txt"), "");
  truncateSync(join(folder, "b-large.txt"), 500 * 1024 * 1024);
  special("b-large.txt", "TOO_LARGE");
  writeFileSync(join(folder, "b-memory.pdf"), packedAgain(1024 * 1024 * 1024, 1));
  special("b-memory.pdf", "OUT_OF_MEMORY");
  symlinkSync("nowhere", join(folder, "b-gone.pdf"));
  special("b-gone.pdf", "VANISHED");
  symlinkSync("b-loop.pdf", join(folder, "b-loop.pdf"));
  special("b-loop.pdf", "UNREADABLE");
  execFileSync("mkfifo", [join(folder, "b-pipe.pdf")]);
  special("b-pipe.pdf", "UNSUPPORTED");
}
