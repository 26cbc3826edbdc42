import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { FullOrganisation } from "#tests/journeys/two-organisations";
import { clientOf } from "#tests/support/http-client";
import type { Product } from "#tests/support/product";

export type Stage = { readonly product: Product; readonly ours: FullOrganisation };

/** Something that a hostile or unlucky person does, by name; it is over when the promise resolves. */
export type Behaviour = readonly [name: string, act: (stage: Stage) => Promise<unknown>];

const mega = 1_000_000;
const times = <T>(count: number, act: (at: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, at) => act(at)));

const paperOf = ({ ours: { owned } }: Stage) => `/attest/${owned.attestation}/evidence/${owned.paper}`;
const attestOf = ({ ours: { owned } }: Stage) => `/attest/${owned.attestation}`;

/** Opens connections that send these bytes and nothing more, holds them a moment, and goes. */
async function hold({ product }: Stage, count: number, bytes: string): Promise<void> {
  const port = Number(new URL(product.origin).port);
  const sockets = Array.from({ length: count }, () => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => {}).on("connect", () => socket.write(bytes));
    return socket.resume();
  });
  await pause(1_000);
  for (const socket of sockets) socket.destroy();
}

/** Begins downloads and leaves in the middle. */
function breakOff(stage: Stage, path: string, from: "working" | "team"): Promise<unknown> {
  return times(100, async () => {
    const left = new AbortController();
    const answer = await stage.ours[from].send(path, { signal: left.signal });
    await answer.body?.getReader().read();
    left.abort();
  });
}

const upload = ({ ours }: Stage, text: string | Uint8Array<ArrayBuffer>) => {
  const body = new FormData();
  body.set("file", new File([text], "list.csv"));
  return ours.team.send("/suppliers/import", { method: "POST", body });
};

async function preview(stage: Stage, text: string): Promise<void> {
  const to = (await upload(stage, text)).headers.get("location");
  if (to) await (await stage.ours.team.get(to)).text();
}

function attach(stage: Stage, parts: readonly (readonly [name: string, bytes: string])[]): Promise<Response> {
  const body = new FormData();
  for (const [name, bytes] of parts) body.append("file", new File([bytes], name));
  return stage.ours.working.send(`${attestOf(stage)}/E1/evidence`, { method: "POST", body });
}

const pdf = (mark: string, bytes: number) => `%PDF-1.4\n% ${mark}\n${"x".repeat(bytes)}\ntrailer\n<<>>\n%%EOF\n`;

const post = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${length}\r\n\r\na=`;

/** Twenty behaviours, the name of each as the test reports it. */
export const behaviours: readonly Behaviour[] = [
  ["1,100 HEADs on a document", (stage) => times(1_100, () => stage.ours.working.head(paperOf(stage)))],
  ["300 HEADs on an export", (stage) => times(300, () => stage.ours.team.head("/suppliers.xlsx"))],
  ["100 downloads of a document that are broken off", (stage) => breakOff(stage, paperOf(stage), "working")],
  ["100 exports that are broken off", (stage) => breakOff(stage, "/suppliers.csv", "team")],
  ["1,000 connections that send nothing", (stage) => hold(stage, 1_000, "")],
  ["1,000 half-sent requests", (stage) => hold(stage, 1_000, "GET / HTTP/1.1\r\nhost: localhost\r\nx-half: ")],
  ["300 half-sent saves", (stage) => hold(stage, 300, post(`${attestOf(stage)}/E1`, 100_000))],
  ["300 half-sent uploads", (stage) => hold(stage, 300, post("/suppliers/import", 19 * mega))],
  [
    "40 pipelined requests on each of 50 connections",
    (stage) => hold(stage, 50, "GET /login HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(40)),
  ],
  ["a list of 19 MB that is one heading", (stage) => upload(stage, "x".repeat(19 * mega))],
  ["a list of 19 MB of separators", (stage) => upload(stage, ",".repeat(19 * mega))],
  ["a list of 3 MB in one quoted cell", (stage) => preview(stage, `Name,Country\n"${"q".repeat(3 * mega)}",Peru\n`)],
  [
    "a list of 1,000 long headings",
    (stage) => preview(stage, `${`Name ${"n".repeat(900)},`.repeat(999)}\n${"A,".repeat(999)}\n`),
  ],
  ["a list of blank cells", (stage) => preview(stage, `name\n${",,\n".repeat(102_000)}`)],
  [
    "30 documents of no kind that is taken",
    (stage) => times(30, (at) => attach(stage, [[`${at}.exe`, `MZ${"x".repeat(mega)}`]])),
  ],
  [
    "60 documents where 20 may be",
    (stage) =>
      times(12, (at) =>
        attach(
          stage,
          Array.from({ length: 5 }, (_, no) => [`${at}-${no}.pdf`, pdf(`${at}-${no}`, 300_000)] as const),
        ),
      ),
  ],
  ["a document past the limit of one", (stage) => attach(stage, [["large.pdf", pdf("large", 22 * mega)]])],
  [
    "200 starts of one link",
    (stage) => times(200, () => clientOf(stage.product.origin).post(`/s/${stage.ours.owned.token}`, [])),
  ],
  [
    "a form of 2,000 fields",
    (stage) =>
      stage.ours.working.post(
        `${attestOf(stage)}/E1`,
        Array.from({ length: 3_000 }, (_, at) => [`E1.f${at}`, "x".repeat(20)]),
      ),
  ],
  [
    "2,000 questions about readiness",
    (stage) => times(2_000, () => fetch(`${stage.product.origin}/readyz`).then((answer) => answer.text())),
  ],
];
