/**
 * The part of the page's script that collects dispositions: it puts buttons on each finding that comes into view, and saves all
 * dispositions as a file. Nothing is sent anywhere.
 */
export const DECIDE_SCRIPT = `
(() => {
  const columns = ["finding_id", "disposition", "note", "by", "date", "message"];
  const labels = [["accepted", "Accept"], ["false", "False"], ["query", "Query"]];
  const form = document.getElementById("decisions");
  const unsaved = document.getElementById("unsaved");
  const records = JSON.parse(document.getElementById("decided").textContent);
  const latest = new Map(records.map((record) => [record[0], record]));
  const fresh = new Map();
  /** Decisions that were made on this page, by their finding. */
  const made = new Map();
  let isSaved = false;
  const two = (figure) => String(figure).padStart(2, "0");
  const today = () => {
    const now = new Date();
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  };
  const tell = () => {
    unsaved.textContent = fresh.size > 0 ? fresh.size + (fresh.size === 1 ? " decision is" : " decisions are") + " not saved yet."
      : isSaved ? "Saved: the file has what was decided when this page was made, and your decisions. Lines added to dispositions.csv since then are not in it: keep them."
      : "Nothing decided yet.";
  };
  const element = (name, attributes, text) => {
    const node = document.createElement(name);
    for (const key in attributes) node.setAttribute(key, attributes[key]);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const showers = new Map();
  const addButtons = (finding) => {
    if (finding.querySelector(".decide") !== null) return;
    const id = finding.dataset.finding;
    const says = finding.querySelector(".says");
    const group = element("div", { class: "decide", role: "group", "aria-label": "Decide about " + finding.dataset.name });
    const note = element("input", { type: "text", value: (latest.get(id) || ["", "", ""])[2] });
    const buttons = labels.map(([kind, label]) => element("button", { type: "button", "data-kind": kind, "aria-describedby": says.id }, label));
    const former = finding.querySelector(".decided");
    const shown = element("p", { class: "decided fresh" });
    const show = () => {
      const kind = fresh.has(id) ? fresh.get(id)[1] : (latest.get(id) || [])[1];
      const record = fresh.get(id) || made.get(id);
      former.hidden = record !== undefined;
      shown.replaceChildren();
      if (record !== undefined) {
        const who = fresh.has(id) ? " not saved yet" : " " + record[3] + ", " + record[4];
        shown.append(element("span", { class: "badge " + record[1] }, record[1]), who + (record[2] === "" ? "" : ": " + record[2]));
      }
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.kind === kind));
      finding.dataset.disposition = kind || "";
    };
    const decide = (kind) => {
      if (kind === "query" && note.value.trim() === "") {
        unsaved.textContent = "A query needs a note that says what is asked.";
        note.focus();
        return;
      }
      const isAgain = fresh.has(id) && fresh.get(id)[1] === kind && fresh.get(id)[2] === note.value.trim();
      if (isAgain) fresh.delete(id);
      else fresh.set(id, [id, kind, note.value.trim(), "", today(), says.textContent]);
      show();
      tell();
    };
    for (const button of buttons) button.addEventListener("click", () => decide(button.dataset.kind));
    note.addEventListener("change", () => {
      const record = fresh.get(id);
      const isAsked = record !== undefined && record[1] === "query";
      if (record !== undefined && !(isAsked && note.value.trim() === "")) record[2] = note.value.trim();
      show();
    });
    const label = element("label", {}, "Note ");
    label.append(note);
    group.append(...buttons, label);
    former.after(shown);
    finding.append(group);
    showers.set(id, show);
    show();
  };
  const cell = (text) => {
    const safe = /^'*[=+\\-@\\t\\r]/.test(text) ? "'" + text : text;
    return /[",\\r\\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const save = () => {
    const by = form.elements.by.value.trim();
    if (by === "") {
      unsaved.textContent = "Give your name: it is written beside each decision.";
      form.elements.by.focus();
      return;
    }
    for (const record of fresh.values()) {
      record[3] = by;
      records.push(record);
      latest.set(record[0], record);
      made.set(record[0], record);
    }
    const saved = [...fresh.keys()];
    fresh.clear();
    isSaved = true;
    for (const id of saved) showers.get(id)();
    const text = [columns].concat(records).map((record) => record.map(cell).join(",") + "\\n").join("");
    const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: "dispositions.csv" });
    link.click();
    tell();
  };
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) {
      seen.unobserve(target);
      addButtons(target);
    }
  }, { rootMargin: "600px" });
  const watch = (part) => part.querySelectorAll("article.finding").forEach((finding) => seen.observe(finding));
  watch(document);
  document.addEventListener("filled", ({ target }) => watch(target));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  addEventListener("beforeunload", (event) => {
    if (fresh.size > 0) event.preventDefault();
  });
  form.hidden = false;
  tell();
})();
`;
