/** What a worker thread runs: the pipeline for the files that the thread which started it sends. */
import { serveReading } from "./pipeline.js";

serveReading();
