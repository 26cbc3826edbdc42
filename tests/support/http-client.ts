import { join } from "node:path";
import { Sqlite } from "#db/sqlite/driver";

/** Values of a form in the order they are sent. */
export type FormValues = readonly (readonly [name: string, value: string])[];

/** Somebody who speaks HTTP: keeps cookies, follows nothing, and says where its forms come from as a browser does. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  head(path: string): Promise<Response>;
  post(path: string, form: FormValues, headers?: Record<string, string>): Promise<Response>;
  send(path: string, init: RequestInit): Promise<Response>;
  readonly cookies: Map<string, string>;
};

/** A client with a cookie jar of its own. */
export function clientOf(origin: string): Client {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(new URL(path, origin), { redirect: "manual", ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    send,
    get: (path, headers) => send(path, { headers }),
    head: (path) => send(path, { method: "HEAD" }),
    post: (path, form, headers) =>
      send(path, {
        method: "POST",
        body: new URLSearchParams(form.map(([name, value]) => [name, value])),
        headers: { origin, "sec-fetch-site": "same-origin", ...headers },
      }),
  };
}

/** Where a redirect leads, as a path. Throws for an answer that is none. */
export async function redirectPathOf(response: Response): Promise<string> {
  const location = response.headers.get("location");
  if (response.status < 300 || response.status > 399 || location === null) {
    throw new Error(`no redirect but ${response.status}: ${(await response.text()).slice(0, 3000)}`);
  }
  const { pathname, search } = new URL(location, "http://own.invalid");
  return pathname + search;
}

/** Everything that a data folder's database holds, table by table, to be compared with a later look. */
export function everythingIn(dataDir: string): Readonly<Record<string, readonly string[]>> {
  const database = new Sqlite(join(dataDir, "avow.sqlite"), { readonly: true });
  try {
    const names = database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all();
    return Object.fromEntries(
      names.map(({ name }) => [
        name,
        database
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
    );
  } finally {
    database.close();
  }
}
