import type { Options, Outline } from "./types.js";

/** What the worker is sent. */
export interface Request {
  id: number;
  text: string;
  options?: Options;
}

/** What it answers; `name` is the name of an error's class. Its first message is `{ ready: true }`. */
export type Answer = { id: number; outline: Outline } | { id: number; name: string; message: string };
