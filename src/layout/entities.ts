/** HTML character references ("&amp;", "&#8211;") to their characters; unlisted names stay as printed. */
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  pound: "£",
  bull: "•",
  hellip: "…",
  euro: "€",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  agrave: "à",
  acirc: "â",
  ccedil: "ç",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  deg: "°",
  frac12: "½",
  frac14: "¼",
  middot: "·",
  times: "×",
  check: "✓",
  cross: "✗",
  shy: "",
  zwnj: "",
  lrm: "",
  rlm: "",
};

/** Characters that are never seen: a soft hyphen, zero-width spaces and joins, marks of direction and of byte order. */
const UNSEEN = new Set([0xad, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff]);

/** "&eacute;" and "&Eacute;" are two letters; a name in capitals throughout is that of the sign. */
function named(name: string): string | undefined {
  const char = ENTITIES[name.toLowerCase()];
  return /^[A-Z][a-z]/.test(name) ? char?.toUpperCase() : char;
}

/** The text with its references decoded, and without those to characters that are never seen; references to control characters stay as printed. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    ENTITY,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named(name) ?? whole;
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? "", 16);
      if (UNSEEN.has(code)) return "";
      return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
