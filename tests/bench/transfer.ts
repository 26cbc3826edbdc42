import { connect } from "node:net";

/** What a browser fetches by itself when it opens a page: style sheets, scripts, preloads, icons, pictures. */
function partsOf(html: string): readonly string[] {
  const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([tag]) => tag);
  const fetched = links.filter((tag) => /rel="(stylesheet|icon|modulepreload|preload)"/.test(tag));
  const hrefs = fetched.map((tag) => /href="([^"]+)"/.exec(tag)?.[1]);
  const sources = [...html.matchAll(/<(?:script|img)\b[^>]*\ssrc="([^"]+)"/g)].map(([, source]) => source);
  const all = [...hrefs, ...sources].filter((name): name is string => name !== undefined && !name.startsWith("data:"));
  return [...new Set(all)];
}

type Raw = { readonly bytes: number; readonly status: number; readonly body: Buffer };

/** One request over a socket of its own: every byte that comes back counts, headers too. */
function fetchRaw(origin: string, path: string, headers: Readonly<Record<string, string>>): Promise<Raw> {
  const { hostname, port, host } = new URL(origin);
  const lines = Object.entries({ host, connection: "close", ...headers }).map(([name, value]) => `${name}: ${value}`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("end", () => {
      const all = Buffer.concat(chunks);
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(all.toString("latin1", 0, 20))?.[1]);
      resolve({ bytes: all.length, status, body: all.subarray(all.indexOf("\r\n\r\n") + 4) });
    });
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  });
}

/**
 * Bytes that cross the wire when a browser with an empty cache opens a page: the page and all it fetches by itself, bodies
 * compressed as the server sends them, response headers included.
 */
export async function bytesOfFirstLoad(
  origin: string,
  path: string,
  cookie = "",
): Promise<Readonly<Record<string, number>>> {
  const headers = { "accept-encoding": "gzip, deflate, br", ...(cookie ? { cookie } : {}) };
  const page = await fetchRaw(origin, path, headers);
  if (page.status !== 200) throw new Error(`${path} was answered with ${page.status}`);
  const html = await (await fetch(`${origin}${path}`, { headers: cookie ? { cookie } : {} })).text();
  const parts = partsOf(html);
  const sizes = await Promise.all(
    parts.map(async (name) => {
      const part = await fetchRaw(origin, new URL(name, origin).pathname, headers);
      if (part.status !== 200) throw new Error(`${name} was answered with ${part.status}`);
      return [name, part.bytes] as const;
    }),
  );
  return Object.fromEntries([[path.replace(/\/s\/.*/, "/s/…"), page.bytes], ...sizes]);
}
