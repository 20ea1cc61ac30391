/**
 * The part of the page's script that shows the filters and hides the findings they exclude. A link to a hidden finding resets them.
 * Without the script no filters are shown. Reports that were not opened yet are searched in the text that the page keeps of them.
 */
export const FILTER_SCRIPT = `
(() => {
  const form = document.getElementById("filters");
  const status = document.getElementById("shown");
  /** Reports that a search opens: more would be too long to read. */
  const MOST_OPENED = 20;
  const kindsOf = new Map(sections.map((section) => [section, section.dataset.found === "" ? [] : section.dataset.found.split(" ").map((kind) => kind.split("/"))]));
  const total = [...kindsOf.values()].reduce((sum, kinds) => sum + kinds.length, 0);
  const printed = (article) => [...article.children].filter((part) => !part.matches(".decide, .fresh")).map((part) => part.textContent).join(" ").toLowerCase();
  const textsOf = new Map();
  const escaped = (word) => word.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  const saysIn = (section, search) => {
    const held = heldIn(section);
    if (held !== null && !textsOf.has(section)) {
      const text = held.textContent.toLowerCase();
      if (!search.split(/\\s+/).every((word) => text.includes(escaped(word)))) return () => false;
    }
    if (!textsOf.has(section)) textsOf.set(section, [...(held === null ? section : parse(held.textContent)).querySelectorAll("article.finding")].map(printed));
    const texts = textsOf.get(section);
    return (at) => texts[at].includes(search);
  };
  let asked = null;
  const fitting = (section) => {
    const { severities, rule, report, search } = asked;
    if (report !== "" && section.dataset.report !== report) return null;
    const says = search === "" || kindsOf.get(section).length === 0 ? () => true : saysIn(section, search);
    return kindsOf.get(section).map(([severity, raisedBy], at) => severities.has(severity) && (rule === "" || raisedBy === rule) && says(at));
  };
  const showIn = (section, fits) => {
    [...section.querySelectorAll("article.finding")].forEach((finding, at) => { finding.hidden = fits === null || !fits[at]; });
  };
  const apply = () => {
    const data = new FormData(form);
    asked = { severities: new Set(data.getAll("severity")), rule: data.get("rule"), report: data.get("report"), search: data.get("search").trim().toLowerCase() };
    const isNarrowed = asked.rule !== "" || asked.search !== "" || asked.severities.size < 3;
    let shown = 0;
    const matching = [];
    for (const section of sections) {
      const fits = fitting(section);
      const left = fits === null ? 0 : fits.filter(Boolean).length;
      shown += left;
      section.hidden = fits === null || (isNarrowed && left === 0);
      if (!section.hidden) matching.push(section);
      showIn(section, fits);
    }
    if (isNarrowed || asked.report !== "") matching.slice(0, MOST_OPENED).forEach(openReport);
    status.textContent = "Showing " + shown + " of " + total + " findings.";
  };
  document.addEventListener("filled", ({ target }) => showIn(target, fitting(target)));
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("input", ({ target }) => {
    if (target.name === "search") apply();
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", ({ target }) => {
    const link = target.closest('a[href^="#"]');
    if (link === null || !document.getElementById(link.hash.slice(1))?.closest("[hidden]")) return;
    form.reset();
    apply();
  });
  apply();
})();
`;
