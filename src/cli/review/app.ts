/**
 * The review's web application. In: a session, the token that every address begins with, and the page's files. Out: a handler of requests.
 * It refuses other hosts, so that no other site's name leads here, requests without the token, and changes that another site asks for.
 */
import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import * as z from "zod";
import { ReviewError, type ReviewSession } from "../../internal.js";
import { EXIT, endingOf } from "../exit.js";

export interface ReviewFiles {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

export interface AppOptions {
  readonly session: ReviewSession;
  readonly token: string;
  /** "127.0.0.1:4040" and the like. */
  readonly hosts: readonly string[];
  readonly files: ReviewFiles;
  /** Commands that write what was decided, which the sign-off names. */
  readonly commands: () => Promise<readonly string[]>;
}

/** Largest request: a decision has a few sentences. */
const MOST_BYTES = 64 * 1024;
const LONGEST = 4000;

const text = z.string().max(LONGEST);
const window = z.string().min(1).max(100);
const asked = z.object({ window, by: text });
const index = z.int().nonnegative().nullable();
const CORRECT = asked.extend({
  report_id: text,
  deliverable: text,
  field: text,
  value: text,
  why: text,
  expected: text.nullable(),
});
const DISPOSE = asked.extend({ finding_id: text, disposition: text, note: text, expected: text.nullable() });
const CONFIRM = asked.extend({ id: text, version: text });
const ADD_ROW = asked.extend({
  report_id: text,
  after: text,
  number: text,
  title: text,
  organisations: text,
  rag: text,
  page: index,
  line: index,
  why: text,
});
const UNDO = z.object({ window });
const SHOW = z.object({
  file: z.int().nonnegative(),
  page: z.int().positive().nullable(),
  line_first: z.int().positive().nullable(),
  line_last: z.int().positive().nullable(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
});

export function reviewApp({ session, token, hosts, files, commands }: AppOptions): Hono {
  // The page is at an address that ends with a slash, so that its parts are found beside it.
  const app = new Hono({ strict: false });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["data:"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: "no-referrer",
      xFrameOptions: "DENY",
      strictTransportSecurity: false,
    }),
    async (context, next) => {
      context.header("Cache-Control", "no-store");
      const host = context.req.header("host") ?? "";
      if (!hosts.includes(host)) return context.text("Unknown host.", 421);
      const origin = context.req.header("origin");
      if (origin !== undefined && origin !== `http://${host}`) return context.text("Another site asks.", 403);
      if (!isToken(context.req.path.split("/")[1] ?? "", token))
        return context.text("The address is incomplete: use the one that `ragtally review` printed.", 403);
      return next();
    },
    bodyLimit({ maxSize: MOST_BYTES }),
  );
  app.onError((error, context) => refuse(error, context));
  const base = app.basePath(`/${token}`);
  base.get("/", (context) => context.html(files.html));
  base.get("/review.js", (context) => context.body(files.script, 200, { "Content-Type": "text/javascript" }));
  base.get("/review.css", (context) => context.body(files.style, 200, { "Content-Type": "text/css" }));
  base.get("/api/queue", async (context) => context.json(await session.queue(context.req.query("window") ?? "")));
  base.get("/api/version", async (context) => context.json({ version: await session.version() }));
  base.get("/api/item", async (context) => context.json(await session.item(context.req.query("id") ?? "")));
  base.get("/api/sign-off", async (context) =>
    context.json({ ...(await session.signOff()), commands: await commands() }),
  );
  const post = <Body>(path: string, schema: z.ZodType<Body>, work: (body: Body) => Promise<unknown>): void => {
    base.post(`/api/${path}`, async (context) => {
      const parsed = schema.safeParse(await context.req.json().catch(() => null));
      if (!parsed.success) throw new ReviewError("The request cannot be understood.");
      return context.json((await work(parsed.data)) ?? {});
    });
  };
  post("show", SHOW, (body) => session.show(body));
  post("correct", CORRECT, (body) => session.writer.correct(body));
  post("dispose", DISPOSE, (body) => session.writer.dispose(body));
  post("confirm", CONFIRM, (body) => session.writer.confirm(body));
  post("add-row", ADD_ROW, (body) => session.writer.addRow(body));
  post("undo", UNDO, (body) => session.writer.undo(body.window));
  post("apply", UNDO, () => session.apply());
  return app;
}

function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What a person can correct is said to the page; anything else is a defect, and its text stays here. */
function refuse(error: Error, context: Context): Response {
  if (error instanceof ReviewError) {
    const { message, isConflict } = error;
    return context.json({ error: message, isConflict }, isConflict ? 409 : 400);
  }
  const { code, message } = endingOf(error);
  if (code !== EXIT.bug) return context.json({ error: message ?? error.message, isConflict: false }, 400);
  process.stderr.write(`ragtally: ${message}\n`);
  return context.json({ error: "A defect in ragtally: the terminal has its text.", isConflict: false }, 500);
}
