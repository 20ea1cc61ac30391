// All kinds of damage to good PDFs, by name. In: nothing. Out: the function that does each, and its possible effects.
import { DAMAGES_OF_BYTES } from "./damages-of-bytes.mjs";
import { DAMAGES_OF_OBJECTS } from "./damages-of-objects.mjs";
import { DAMAGES_OF_STREAMS } from "./damages-of-streams.mjs";

export const DAMAGES = { ...DAMAGES_OF_BYTES, ...DAMAGES_OF_STREAMS, ...DAMAGES_OF_OBJECTS };
