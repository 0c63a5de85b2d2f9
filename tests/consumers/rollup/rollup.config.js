import { nodeResolve } from "@rollup/plugin-node-resolve";

export default {
  input: { main: "main.js", worker: "speech-outline/worker" },
  output: { dir: "public" },
  plugins: [nodeResolve()],
};
