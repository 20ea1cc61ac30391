/**
 * Stand-ins for the browser classes that pdf.js needs on import, for machines on which the canvas package is not
 * installed. They do nothing, and reading draws nothing, so it works without them. Must be imported before pdf.js.
 */
import { createRequire } from "node:module";

class EmptyClass {}

try {
  createRequire(import.meta.url)("@napi-rs/canvas");
} catch {
  for (const name of ["DOMMatrix", "ImageData", "Path2D"])
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: EmptyClass });
}
