/** Requests to the review's server. A refusal is thrown with what it says, and whether another window was first. */
import type { Refusal } from "../api.js";

export class RefusedError extends Error {
  constructor({ error, isConflict }: Refusal) {
    super(error);
    this.isConflict = isConflict;
  }
  readonly isConflict: boolean;
}

/** This window's name, for what it can undo. */
export const WINDOW: string = crypto.randomUUID();

export function ask<Answer>(path: string, query: Readonly<Record<string, string>>): Promise<Answer> {
  return answerOf<Answer>(fetch(`api/${path}?${new URLSearchParams(query)}`));
}

export function send<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  return answerOf<Answer>(fetch(`api/${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function answerOf<Answer>(asked: Promise<Response>): Promise<Answer> {
  const response = await asked.catch(() => null);
  if (response === null)
    throw new RefusedError({ error: "The review has ended: start `ragtally review` again.", isConflict: false });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const { error, isConflict } = (answer ?? {}) as Partial<Refusal>;
  throw new RefusedError({ error: error ?? `The server answers ${response.status}.`, isConflict: isConflict ?? false });
}
