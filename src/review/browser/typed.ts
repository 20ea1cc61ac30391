/**
 * What a person has typed and opened, over a new rendering. In: a section before it is rendered again. Out: a function that gives the same
 * section its typed texts, open parts and focus again, by the names of its controls and the ids of its parts.
 */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlsOf = (section: HTMLElement): Control[] => [
  ...section.querySelectorAll<Control>("input[name], textarea[name], select[name]"),
];

const isTyped = (control: Control): boolean =>
  control instanceof HTMLSelectElement
    ? [...control.options].some(({ selected, defaultSelected }) => selected !== defaultSelected)
    : control.value !== control.defaultValue;

/** @param form name of the part whose texts are not kept, as they were sent */
export function keepTyped(section: HTMLElement, form: string | null = null): () => void {
  const typed = controlsOf(section)
    .filter((control) => isTyped(control) && (form === null || control.closest(`#${form}`) === null))
    .map(({ name, value }) => [name, value] as const);
  const open = [...section.querySelectorAll<HTMLDetailsElement>("details[id][open]")].map(({ id }) => id);
  const { activeElement } = document;
  const focused = section.contains(activeElement) ? activeElement : null;
  const name = focused?.getAttribute("name") ?? null;
  return () => {
    const controls = new Map(controlsOf(section).map((control) => [control.name, control]));
    for (const [key, value] of typed) {
      const control = controls.get(key);
      if (control !== undefined) control.value = value;
    }
    for (const part of section.querySelectorAll<HTMLDetailsElement>("details[id]"))
      if (open.includes(part.id)) part.open = true;
    if (focused === null) return;
    const all = [...section.querySelectorAll<HTMLElement>("[name]")];
    (all.find((one) => one.getAttribute("name") === name) ?? section).focus({ preventScroll: true });
  };
}
