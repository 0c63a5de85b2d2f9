import type { Options, Outline } from "./types.js";

/** What the worker is sent. */
export interface Request {
  id: number;
  text: string;
  options?: Options;
  /** Whether to tell when a stage begins. */
  stages?: boolean;
}

/**
 * What it answers: the number of each stage when it begins, where asked, and then the outline or an error, whose `name`
 * is the name of its class. Its first message is `{ ready: true }`.
 */
export type Answer =
  | { id: number; stage: number }
  | { id: number; outline: Outline }
  | { id: number; name: string; message: string };
