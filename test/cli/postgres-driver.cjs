/**
 * Loaded before the program, gives BullMQ the driver of Postgres. Its own name is taken in this repository by the empty package that
 * stands in its place for `natural`, so it is installed under another one.
 */
const Module = require("node:module");

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => resolve(request === "pg" ? "postgres-driver" : request, ...rest);
