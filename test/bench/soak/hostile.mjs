// PDFs made to take all time or memory, and files that are no PDF at all. In: a random source. Out: bytes, by kind.
import { deflateSync } from "node:zlib";
import { packed, putTogether } from "./parts.mjs";

const PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 400 300]";
const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const MIB = 1024 * 1024;

/** @param page entries of the page; @param more further objects, by number */
function onePage(content, page = "", more = []) {
  const objects = new Map([
    [1, { dict: "<< /Type /Catalog /Pages 2 0 R >>", stream: null }],
    [2, { dict: "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", stream: null }],
    [3, { dict: `<< ${PAGE} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${page} >> >>`, stream: null }],
    [4, packedStream("", content)],
    [5, { dict: FONT, stream: null }],
    ...more,
  ]);
  return putTogether({ objects, trailer: "/Root 1 0 R" });
}

const packedStream = (entries, content) => ({
  dict: `<< ${entries} /Filter /FlateDecode /Length 0 >>`,
  stream: packed(Buffer.from(content, "latin1")),
});
const form = (resources, content) =>
  packedStream(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources}`, content);
const drawing = (number) => `/XObject << /Fm ${number} 0 R >>`;

/** Forms that each draw the next one `times` times. */
function forms(depth, times) {
  const more = Array.from({ length: depth }, (_, level) => {
    const isLast = level + 1 === depth;
    const resources = isLast ? "" : `/Resources << ${drawing(101 + level)} >>`;
    return [100 + level, form(resources, (isLast ? "0 0 m 1 1 l S " : "/Fm Do ").repeat(times))];
  });
  return onePage("/Fm Do", drawing(100), more);
}

/** Compressed `depth` times: a small file that takes very much memory when it is decompressed. */
export function packedAgain(bytes, depth) {
  let stream = Buffer.alloc(bytes, " ");
  for (let at = 0; at < depth; at += 1) stream = deflateSync(stream);
  const dict = `<< /Filter [${"/FlateDecode ".repeat(depth)}] /Length 0 >>`;
  return onePage("", "", [[4, { dict, stream }]]);
}

function pages(count) {
  const kids = Array.from({ length: count }, (_, at) => `${10 + at} 0 R`);
  const objects = new Map([
    [1, { dict: "<< /Type /Catalog /Pages 2 0 R >>", stream: null }],
    [2, { dict: `<< /Type /Pages /Count ${count} /Kids [${kids.join(" ")}] >>`, stream: null }],
    ...kids.map((_, at) => [10 + at, { dict: `<< ${PAGE} >>`, stream: null }]),
  ]);
  return putTogether({ objects, trailer: "/Root 1 0 R" });
}

const words = (random, count) =>
  Array.from(
    { length: count },
    () => `1 0 0 1 ${random.below(400)} ${random.below(300)} Tm (word${random.below(99)}) Tj`,
  );
const lines = (random, count) =>
  Array.from({ length: count }, () => {
    const [x, y] = [random.below(400), random.below(300)];
    return random.chance(0.5) ? `${x} 0 m ${x} 300 l S` : `0 ${y} m 400 ${y} l S`;
  });

/** The function that makes each kind of file. */
export const HOSTILE = {
  "bomb-of-operators": (random) => forms(6 + random.below(4), 10),
  "bomb-of-flate": (random) => packedAgain((64 + random.below(448)) * MIB, 1),
  "bomb-in-a-bomb": (random) => packedAgain((64 + random.below(256)) * MIB, 2 + random.below(2)),
  "forms-in-a-cycle": () =>
    onePage("/Fm Do", drawing(100), [
      [100, form(`/Resources << ${drawing(101)} >>`, "/Fm Do /Fm Do")],
      [101, form(`/Resources << ${drawing(100)} >>`, "/Fm Do /Fm Do")],
    ]),
  "forms-nested-deep": (random) => forms(500 + random.below(1500), 1),
  "a-million-segments": (random) => onePage(`0 0 m ${"9 9 l ".repeat(1e6 + random.below(9))} S`),
  "a-million-paths": (random) => onePage(lines(random, 1e5 + random.below(4e5)).join("\n")),
  "a-million-boxes": (random) => onePage(`${`${random.below(9)} 2 30 9 re f `.repeat(3e5)}`),
  "words-over-words": (random) => onePage(`BT /F1 9 Tf ${words(random, 2e4 + random.below(8e4)).join("\n")} ET`),
  "words-at-one-place": (random) =>
    onePage(`BT /F1 9 Tf ${`(x${random.below(9)} y) Tj 1 0 0 1 9 9 Tm `.repeat(1e5)} ET`),
  "one-endless-word": (random) => onePage(`BT /F1 9 Tf (${"x".repeat(1e6 + random.below(1e6))}) Tj ET`),
  "saved-without-end": (random) => onePage("q ".repeat(1e6 + random.below(1e6))),
  "image-huge": (random) =>
    onePage("q 400 0 0 300 0 0 cm /Im Do Q", "/XObject << /Im 100 0 R >>", [
      [
        100,
        packedStream(
          `/Type /XObject /Subtype /Image /Width ${30000 + random.below(9)} /Height 30000 /ColorSpace /DeviceRGB /BitsPerComponent 8`,
          "x",
        ),
      ],
    ]),
  "pages-many": (random) => pages(1000 + random.below(3000)),
  "pages-too-many": (random) => pages(5001 + random.below(500)),
  "nested-deep": (random) => {
    const depth = 10_000 + random.below(200_000);
    return onePage("", `/Odd ${"<< /A ".repeat(depth)} 1 ${">> ".repeat(depth)}`);
  },
  empty: () => Buffer.alloc(0),
  "signature-only": (random) => Buffer.from(`%PDF-1.${random.below(8)}\n${"%\n".repeat(random.below(9))}`),
  "text-with-a-signature": (random) =>
    Buffer.from(`%PDF-1.4\nA letter about lamp ${random.below(1e6)}, and no PDF at all.\n`),
  "web-page": (random) => Buffer.from(`<!DOCTYPE html><html><p>Page ${random.below(1e6)} not found</p></html>\n`),
  zip: (random) =>
    Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.from(Array.from({ length: 3000 }, () => random.below(256)))]),
  noise: (random) => Buffer.from(Array.from({ length: 5000 }, () => random.below(256))),
  "noise-with-a-signature": (random) =>
    Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from(Array.from({ length: 5000 }, () => random.below(256)))]),
  nulls: (random) => Buffer.alloc(1 + random.below(100_000)),
};
