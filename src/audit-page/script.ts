/**
 * The page's only script: it shows the filters and hides the findings they exclude. A link to a hidden finding resets them.
 * Without the script everything is shown.
 */
export const FILTER_SCRIPT = `
(() => {
  const form = document.getElementById("filters");
  const status = document.getElementById("shown");
  const findings = [...document.querySelectorAll("article.finding")];
  const reports = [...document.querySelectorAll("section.report")];
  const apply = () => {
    const data = new FormData(form);
    const severities = new Set(data.getAll("severity"));
    const rule = data.get("rule");
    const report = data.get("report");
    const search = data.get("search").trim().toLowerCase();
    const says = (finding) => search === "" || finding.textContent.toLowerCase().includes(search);
    let shown = 0;
    for (const section of reports) {
      const isSelected = report === "" || section.dataset.report === report;
      let left = 0;
      for (const finding of section.querySelectorAll("article.finding")) {
        const fits = isSelected && severities.has(finding.dataset.severity) && (rule === "" || finding.dataset.rule === rule) && says(finding);
        finding.hidden = !fits;
        if (fits) left += 1;
      }
      shown += left;
      const narrowed = rule !== "" || search !== "" || severities.size < 3;
      section.hidden = !isSelected || (narrowed && left === 0);
    }
    status.textContent = "Showing " + shown + " of " + findings.length + " findings.";
  };
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
