/**
 * The misses that a scorer lists, looked up in the dataset. In: a miss ({file, field, number, got}) or a false finding ({file, rule, number,
 * rag}) and the dataset by file. Out: whether the value stands on a row without a review reason, or the finding is an error.
 */

/** "02." and 2 are one number. */
function plainNumber(number) {
  const text = String(number ?? "")
    .trim()
    .replace(/\.$/, "")
    .toUpperCase();
  return /^\d+$/.test(text) ? String(Number(text)) : text;
}

const names = (organisations) =>
  (organisations ?? [])
    .map((name) =>
      name
        .replace(/[^A-Za-z0-9]+/g, " ")
        .trim()
        .toUpperCase(),
    )
    .sort()
    .join("|");

/** Whether a row has the value that a miss says was read. */
const HAS = {
  row: (row, { number, got }) => plainNumber(row.number) === plainNumber(number) && row.title === got,
  number: (row, { got }) => plainNumber(row.number) === plainNumber(got),
  rag: (row, { got }) => row.rag === got,
  org: (row, { got }) => names(row.organisations) === names(got),
  title: (row, { got }) => row.title === got,
  date: (row, { got }) => row.updates.some(({ date }) => date === got),
};

export const isRowField = (field) => Object.hasOwn(HAS, field);

/** A wrong value of a row that no review reason warns of; where two rows could be meant, or none, the miss counts as silent. */
export function isSilent(miss, files) {
  const rows = files.get(miss.file)?.reports.flatMap(({ deliverables }) => deliverables) ?? [];
  const withValue = rows.filter((row) => HAS[miss.field](row, miss));
  const numbered = withValue.filter((row) => plainNumber(row.number) === plainNumber(miss.number));
  const meant = numbered.length > 0 ? numbered : withValue;
  return meant.length === 0 || meant.some(({ review_reasons }) => review_reasons.length === 0);
}

/** How many documents bear an error finding that the truth does not have. */
export function accusedCount(found, files) {
  const isError = ({ file, rule, number, rag }) =>
    (files.get(file)?.reports ?? [])
      .flatMap(({ findings }) => findings)
      .some(
        (finding) =>
          finding.rule === rule &&
          (finding.deliverable_number ?? "") === number &&
          (finding.rag ?? "") === rag &&
          finding.severity === "error",
      );
  return new Set(found.filter(isError).map(({ file }) => file)).size;
}
