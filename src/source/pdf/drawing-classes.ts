/**
 * What pdf.js wants of a browser when it is imported, where the package that draws is not installed for this machine:
 * classes that do nothing, so that reading, which draws nothing, goes on. Must be imported before pdf.js.
 */
import { createRequire } from "node:module";

class Undrawn {}

try {
  createRequire(import.meta.url)("@napi-rs/canvas");
} catch {
  for (const name of ["DOMMatrix", "ImageData", "Path2D"])
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: Undrawn });
}
