// The entry point for Cloudflare Workers, where a module is never fetched or compiled, only imported.

import module from "speech-outline/speech_outline_bg.wasm";

import { startOnDemand } from "./core.js";

export * from "./loaded.js";

startOnDemand(() => module);
