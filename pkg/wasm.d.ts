/** What `import module from "speech-outline/speech_outline_bg.wasm"` is on Cloudflare: the compiled module. */
declare const module: WebAssembly.Module;
export default module;
