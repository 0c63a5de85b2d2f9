// The module can reach nothing but values of the language, and the package leaves no trace in the program around it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/**
 * All that the module may call: reading and making strings, numbers, arrays, plain objects and errors, and the function
 * that the caller hands over for progress.
 */
const ALLOWED = new Set([
  "call", "charCodeAt", "concat", "entries", "from", "get", "get_unchecked", "length", "new", "of", "parse",
  "set", "set_name", "slice", "toString",
  // wasm-bindgen's own
  "throw", "typeof", "is_function", "is_null", "is_object", "is_string", "is_undefined", "number_get", "string_get",
  "init_externref_table", "generic",
]);

test("the module imports nothing that reaches the network, storage or a document", () => {
  const file = new URL("../../pkg/dist/speech_outline_bg.wasm", import.meta.url);
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(file)));
  assert.ok(imports.length > 0);
  const names = imports.map(({ name }) => name.replace(/^__wbg_/, "").replace(/^__wbindgen_/, "").replace(/_\d+$/, ""));
  assert.deepEqual(names.filter((name) => !ALLOWED.has(name)), []);
  assert.deepEqual(imports.filter(({ kind }) => kind !== "function"), []);
});

test("the package sets no global and changes nothing that it did not make", () => {
  const program = `
    const inventory = () => [globalThis, Object.prototype, Array.prototype, String.prototype, Error, Object, JSON, WebAssembly]
      .map((value) => Object.entries(Object.getOwnPropertyDescriptors(value)).map(([name, of]) => 
        // Node makes some of its own globals when they are first read.
        [name, of.value ?? (value === globalThis ? globalThis[name] : of.get)]));
    inventory();
    const before = inventory();
    const { outline } = await import("speech-outline");
    await import("speech-outline/inline").then(({ init }) => init());
    outline("MS. REED: Today we have decided to build ten ferries by May.");
    const after = inventory();
    const same = before.every((entries, index) => entries.length === after[index].length
      && entries.every(([name, value], at) => after[index][at][0] === name && Object.is(after[index][at][1], value)));
    const known = Object.getOwnPropertyNames(globalThis).filter((name) => /speech|outline|wasm_bindgen/i.test(name));
    console.log(JSON.stringify({ same, known }));`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });
  assert.deepEqual(JSON.parse(printed), { same: true, known: [] });
});
