/** Menus and feet of web pages, and feet of cards, which are their content. */
import { expect, it } from "vitest";
import { blocksOf } from "../blocks.js";

const furnitureOf = (body: string) =>
  blocksOf(`<!doctype html><html><body>${body}</body></html>`).flatMap((block) =>
    block.kind === "line" && block.furniture === true ? [block.text] : [],
  );

it("takes menus and the foot of the page for furniture", () => {
  const body =
    "<nav><ul><li>Home</li></ul></nav><main><h1>Plan</h1><p>Open a hub</p></main><footer><p>Contact</p></footer>";
  expect(furnitureOf(body)).toEqual(["Home", "Contact"]);
});

it("takes a page's only foot for furniture, whatever is below it, and several at its end", () => {
  expect(furnitureOf("<p>Open a hub</p><footer>Contact</footer><p>Cookies</p>")).toEqual(["Contact"]);
  expect(furnitureOf("<p>Open a hub</p><footer>Contact</footer><footer>Imprint</footer>")).toEqual([
    "Contact",
    "Imprint",
  ]);
});

it("keeps the foot of an article, and content after a menu that is never closed", () => {
  expect(furnitureOf("<article><p>Open a hub</p><footer>Updated in May</footer></article>")).toEqual([]);
  expect(furnitureOf("<nav><p>Home</p><main><p>Open a hub</p></main>")).toEqual(["Home"]);
});

it("keeps the feet of cards, which are boxes of no kind of their own", () => {
  const card = (text: string, status: string) => `<div><h3>${text}</h3><footer>Status: ${status}</footer></div>`;
  expect(furnitureOf(card("Open a hub", "Green") + card("Hire a nurse", "Red"))).toEqual([]);
});

it("keeps what a menu or foot holds that ends nowhere", () => {
  expect(furnitureOf("<nav><p>Home</p><h2>Plan</h2><p>Open a hub</p>")).toEqual([]);
  expect(furnitureOf("<footer><p>Open a hub</p>")).toEqual([]);
});
