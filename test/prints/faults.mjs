/**
 * What was read compared with the truth. In: a case of `cases.mjs` and the reports read from its text. Out: each difference: a row lost or
 * too many, a value null or wrong, a sound report accused.
 */

/** Values of a row besides the dates of its updates: number, organisations, title, status, text of the updates. */
const VALUES_OF_ROW = 5;
/** A row whose title starts like the true one's is that row, its end cut off or joined to something else. */
const START = 12;

const flat = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const upper = (names) => names.map((name) => name.toUpperCase()).join(", ");
const datesOf = (updates) => updates.flatMap(({ date }) => date ?? []).join(", ");
const textOf = (updates) => flat(updates.map(({ text }) => text).join(" "));

/** The row read for a true one: by label and title, by title, by label, or by how its title starts. */
function take(left, want) {
  const title = (got) => flat(got.title) === want.title;
  const number = (got) => want.number !== null && got.number === want.number;
  const start = (got) => flat(got.title).startsWith(want.title.slice(0, START));
  for (const fits of [(got) => title(got) && got.number === want.number, title, number, start]) {
    const at = left.findIndex(fits);
    if (at >= 0) return left.splice(at, 1)[0];
  }
  return null;
}

/** Name, what was read, and whether it is right. The text of all updates counts; that dates divide it is seen by their number. */
const valuesOf = (got, want) => [
  ["number", got.number, got.number === want.number],
  ["organisations", upper(got.organisations), upper(got.organisations) === upper(want.organisations)],
  ["title", got.title, flat(got.title) === want.title],
  ["status", got.rag, want.rag.includes(got.rag)],
  ["dates of updates", datesOf(got.updates), datesOf(got.updates) === datesOf(want.updates)],
  ["text of updates", textOf(got.updates), textOf(got.updates) === textOf(want.updates)],
];

/** How many values a case's truth states. */
export const valueCount = ({ rows }) => rows.reduce((sum, { updates }) => sum + VALUES_OF_ROW + updates.length, 0);

/** Each fault: its `kind`, whether the row has a review reason (`doubted`), and a `text` to show. */
export function faultsOf({ rows }, reports) {
  const left = reports.flatMap((report) => report.deliverables);
  const faults = rows.flatMap((want) => {
    const got = take(left, want);
    return got === null ? [{ kind: "lost", doubted: false, text: `row lost: ${want.title}` }] : rowFaults(got, want);
  });
  const extra = left.map((got) => ({ kind: "extra", doubted: isDoubted(got), text: `row too many: ${got.title}` }));
  return [...faults, ...extra, ...accusationsOf(reports)];
}

const isDoubted = (row) => row.review_reasons.length > 0;

const rowFaults = (got, want) =>
  valuesOf(got, want)
    .filter(([, , right]) => !right)
    .map(([name, value]) => ({
      kind: value === null || value === "" ? "null" : "wrong",
      doubted: isDoubted(got),
      text: `${name} "${value ?? ""}" in ${want.title}`,
    }));

function accusationsOf(reports) {
  const accused = (text) => ({ kind: "accused", doubted: false, text });
  const errors = reports.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  const contradicted = reports.flatMap((report) =>
    report.stated_counts.filter(({ verdict }) => verdict === "contradicted"),
  );
  return [
    ...errors.map(({ message }) => accused(message)),
    ...contradicted.map(({ label }) => accused(`the count of ${label} is contradicted`)),
  ];
}

/** A value or row that is wrong, on a row without a review reason. */
export const isSilent = ({ kind, doubted }) => (kind === "wrong" || kind === "extra") && !doubted;

/** Whether a case is read well: nothing differs, or, where the print leaves a reader in doubt, no more than doubt is told. */
export const holds = ({ doubt }, faults) =>
  faults.every(({ kind, doubted }) => doubt && (kind === "null" || (doubted && kind !== "lost")));
