import type { Asked } from "./asked";
import { cursorOf, lastOf } from "./cursor";
import { once } from "./once";
import { queryOf, readBody, readQuery } from "./read-input";
import { readJson } from "./read-json";

const noBody = { text: "", value: {} };

/** Reads what is asked, calls the use case, and writes what it says. */
export async function answerTo(asked: Asked): Promise<Response> {
  const { request, endpoint, path, ctx } = asked;
  const params = new URLSearchParams(request.originalUrl.split("?")[1] ?? "");
  const { cursor, limit, ...query } = readQuery(queryOf(endpoint), params);
  const sent = endpoint.method === "GET" ? noBody : await readJson(request, endpoint.bodyBytes);
  const body = endpoint.body ? readBody(endpoint.body, sent.value) : {};
  const list = listOf(asked, query);
  const after = typeof cursor === "string" ? lastOf(list, cursor) : undefined;
  const part = { ...(after === undefined ? {} : { after }), most: Number(limit ?? 0) };
  const work = async () =>
    written(asked, list, await endpoint.run(ctx, { path, query, body, part }), Number(limit ?? 0));
  return endpoint.method === "POST" ? once(asked, sent.text, work) : work();
}

/** A list with its filters, as its cursors know it. */
function listOf({ request }: Asked, query: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([request.path, Object.entries(query).sort(([one], [other]) => (one < other ? -1 : 1))]);
}

type Part = { readonly items: readonly unknown[]; readonly more: boolean };

function written({ request, endpoint: { answer } }: Asked, list: string, made: unknown, limit: number): Response {
  if (made instanceof Response) return made;
  if (answer.kind === "one") return json(made, answer.isMade?.(made as never) ? 201 : answer.status);
  if (answer.kind === "file") return json(made);
  // What a list runs gives a part, by the type of its answer.
  const { items, more } = made as Part;
  const last = items.at(-1);
  if (!more || last === undefined) return json({ items });
  const next = cursorOf(list, answer.idOf(last as never));
  const address = new URL(request.originalUrl, "http://own.invalid");
  address.searchParams.set("cursor", next);
  address.searchParams.set("limit", String(limit));
  const nextAt = `${address.pathname}${address.search}`;
  return json({ items, next, nextAt }, 200, { link: `<${nextAt}>; rel="next"` });
}

function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });
}
