/** Work for the pool's tests: the words of each page. */
export function work({ pages, needsOcr }) {
  return { needsOcr, pages: pages.map(({ number, words }) => ({ number, words: words.map(({ text }) => text) })) };
}
