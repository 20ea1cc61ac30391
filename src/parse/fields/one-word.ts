/** In: a status as printed. Out: whether it is one word, which a title may begin with as well. */
export const isOneWord = (raw: string): boolean => /^\p{L}{3,}$/u.test(raw);
