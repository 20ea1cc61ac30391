/**
 * The first part of the page's script: it fills a report's section when it is opened, also for a link to one of its findings, and the
 * table of reports when more is asked for. The other parts use `sections` and `openReport`, and hear of `filled`.
 */
export const OPEN_SCRIPT = `
const sections = [...document.querySelectorAll("section.report")];
const heldIn = (section) => section.querySelector('script[type="text/html"]');
const parse = (text) => {
  const template = document.createElement("template");
  template.innerHTML = text;
  return template.content;
};
const fill = (section) => {
  const held = heldIn(section);
  if (held === null) return;
  held.replaceWith(parse(held.textContent));
  section.dispatchEvent(new Event("filled", { bubbles: true }));
};
const openReport = (section) => {
  fill(section);
  section.querySelector("details").open = true;
};
(() => {
  const countOf = ({ dataset }) => dataset.found === "" ? 0 : dataset.found.split(" ").length;
  const holds = (section, number) => number >= Number(section.dataset.first) && number < Number(section.dataset.first) + countOf(section);
  const sectionOf = (id) => {
    const number = /^finding-([0-9]+)$/.exec(id);
    return sections.find((section) => number === null ? section.id === id : holds(section, Number(number[1])));
  };
  const show = (hash) => {
    const section = sectionOf(hash.slice(1));
    if (section !== undefined) openReport(section);
    return section !== undefined;
  };
  document.addEventListener("toggle", ({ target }) => {
    const section = target.closest("section.report");
    if (section !== null && target.open) fill(section);
  }, true);
  document.addEventListener("click", ({ target }) => {
    const link = target.closest('a[href^="#"]');
    if (link !== null) show(link.hash);
  });
  addEventListener("hashchange", () => show(location.hash));
  if (show(location.hash)) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  const more = document.getElementById("show-rows");
  if (more !== null) {
    more.hidden = false;
    more.addEventListener("click", () => {
      const rows = document.getElementById("overview-rows");
      const table = parse("<table><tbody>" + document.getElementById("later-rows").textContent + "</tbody></table>");
      const [first, ...others] = table.querySelectorAll("tr");
      rows.append(first, ...others);
      more.parentElement.remove();
      first.querySelector("a").focus();
    });
  }
  addEventListener("beforeprint", () => {
    if (sections.every((section) => heldIn(section) === null)) sections.forEach(openReport);
  });
})();
`;
