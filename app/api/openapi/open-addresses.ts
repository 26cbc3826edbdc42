import { isApiProblemCode } from "#app/api/problems/api-problem";
import { problemDetails } from "#app/api/problems/send-problem";
import { openApiDocument } from "./document";

let document: string | undefined;

/** What everybody may read, without a key: the document of the API, and what a problem means. */
export function openTo({ path, method }: { readonly path: string; readonly method: string }): string | undefined {
  if (method !== "GET") return undefined;
  if (path === "/openapi.json") {
    document ??= JSON.stringify(openApiDocument());
    return document;
  }
  const [, code = ""] = /^\/problems\/([a-z-]{1,40})$/.exec(path) ?? [];
  if (!isApiProblemCode(code)) return undefined;
  const { type, title } = problemDetails(code, 0);
  return JSON.stringify({ type, title });
}
