import { createRequire } from "node:module";
import type * as Library from "jschardet";

let library: typeof Library | undefined;

/** What finds encodings. It takes several megabytes, so it is loaded when the first list comes, and not with the server. */
export function detector(): typeof Library {
  library ??= createRequire(import.meta.url)("jschardet") as typeof Library;
  return library;
}
