import { existsSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

// Built, it lies beside the server or above its parts; from source it is read by the program that reads the rest.
const places = (name: string) => [
  `./${name}.js`,
  `../${name}.js`,
  `../../commands/${name}.ts`,
  `../../commands/threads/${name}.ts`,
];

function programFile(name: string): string {
  const files = places(name).map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw new Error(`the program ${name} was not built`);
  return found;
}

/** Begins a program of `app/commands/` in a thread of its own. */
export function startThread(name: string, options: WorkerOptions): Worker {
  const file = programFile(name);
  if (!file.endsWith(".ts")) return new Worker(file, options);
  // Only development and tests come here; a thread does not have what reads TypeScript from the program that began it.
  const url = JSON.stringify(pathToFileURL(file).href);
  const program = `import("tsx/esm/api").then((tsx) => (tsx.register(), import(${url})))`;
  return new Worker(program, { ...options, eval: true });
}
