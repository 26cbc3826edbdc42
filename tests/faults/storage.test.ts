import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFullOrganisation, type FullOrganisation, signedIn } from "#tests/journeys/two-organisations";
import type { Client, FormValues } from "#tests/support/http-client";
import { clientOf } from "#tests/support/http-client";
import { type Product, startProduct } from "#tests/support/product";
import { storageFaults } from "./storage-faults";

/** What people wait at most to be told that nothing was saved, in milliseconds. */
const longestMs = 3_000;
/** What a page takes at most meanwhile: it waits for nobody's write. The machine of the tests is busy with other tests. */
const pageMs = 1_500;

let product: Product;
let ours: FullOrganisation;

beforeAll(async () => {
  product = await startProduct();
  ours = await createFullOrganisation(product, "OURSQ");
});

afterAll(() => product?.stop());

const html = { accept: "text/html" };

type Timed = { readonly status: number; readonly text: string; readonly ms: number };

async function timed(work: Promise<Response>): Promise<Timed> {
  const begun = performance.now();
  const answer = await work;
  return { status: answer.status, text: await answer.text(), ms: performance.now() - begun };
}

type Write = {
  readonly what: string;
  readonly path: () => string;
  readonly form: FormValues;
  readonly client: () => Client;
  /** What was typed and must be on the page that comes back. */
  readonly typed?: string;
};

const attest = () => `/attest/${ours.owned.attestation}`;
const open = () => clientOf(product.origin);

const writes: readonly Write[] = [
  {
    what: "an answer",
    path: () => `${attest()}/E1`,
    client: () => ours.working,
    form: [
      ["basedOn", "0"],
      ["E1.answer", "yes"],
      ["E1.comment", "typed into an answer"],
    ],
    typed: "typed into an answer",
  },
  {
    what: "a page left for later",
    path: () => `${attest()}/G1`,
    client: () => ours.working,
    form: [
      ["basedOn", "0"],
      ["G1.comment", "typed and left"],
      ["then", "leave"],
    ],
    typed: "typed and left",
  },
  {
    what: "a row of a table",
    path: () => `${attest()}/B1/sites/new`,
    client: () => ours.working,
    form: [
      ["basedOn", "1"],
      ["B1.sites.name", "Typed mill"],
      ["B1.sites.country", "PT"],
      ["B1.sites.activity", "Sewing"],
      ["B1.sites.workers", "10"],
    ],
    typed: "Typed mill",
  },
  { what: "Start", path: () => `/s/${ours.owned.token}`, client: open, form: [] },
  {
    what: "Decline",
    path: () => `/s/${ours.owned.token}/decline`,
    client: open,
    form: [
      ["reason", "wrong-contact"],
      ["hint", "Ask Maria typed here"],
    ],
    typed: "Ask Maria typed here",
  },
  { what: "Unsubscribe", path: () => `/s/${ours.owned.token}/unsubscribe`, client: open, form: [] },
  {
    what: "a new campaign",
    path: () => "/campaigns/new",
    client: () => ours.team,
    form: [
      ["name", "Typed campaign"],
      ["version", "forced-labour@1"],
    ],
    typed: "Typed campaign",
  },
  {
    what: "a contact",
    path: () => `/suppliers/${ours.owned.submitted}/contacts/new`,
    client: () => ours.team,
    form: [
      ["name", "Typed Person"],
      ["email", "typed@supplier.example"],
      ["language", "en"],
    ],
    typed: "typed@supplier.example",
  },
];

/** Pages that are read while nothing can be written. */
const pages = () =>
  [
    [ours.team, "/suppliers"],
    [ours.team, `/suppliers/${ours.owned.submitted}`],
    [ours.working, attest()],
    [ours.working, `${attest()}/E1`],
    [open(), `/s/${ours.owned.token}`],
  ] as const;

/** What was wrong with how people were answered, in words; empty where nothing was. */
const wrong = (what: string, { status, ms }: Timed, isRight: boolean, mostMs = longestMs) =>
  isRight && ms <= mostMs ? [] : [`${what}: ${status} after ${Math.round(ms)} ms`];

async function tryWrite({ what, path, form, client, typed = "" }: Write): Promise<readonly string[]> {
  const told = await timed(client().post(path(), form, html));
  const inWords = told.text.includes("Not saved") && told.text.includes("<h1") && told.text.includes(typed);
  return wrong(what, told, told.status === 507 && inWords);
}

async function tryPages(reads: boolean): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [client, path] of [...pages(), ...pages(), ...pages()]) {
    const page = await timed(client.get(path, html));
    const isRight = page.status === (reads ? 200 : 503) && page.text.includes("<h1");
    faults.push(...wrong(`GET ${path}`, page, isRight, pageMs));
  }
  return faults;
}

async function tryRest(leaving: Client): Promise<readonly string[]> {
  const autosave: FormValues = [
    ["basedOn", "0"],
    ["F5.comment", "typed by itself"],
    ["then", "typing"],
  ];
  const byItself = await timed(ours.working.post(`${attest()}/F5`, autosave));
  const out = await timed(leaving.post("/logout", [], html));
  const health = await timed(open().get("/healthz"));
  return [
    ...wrong("a page that saves itself", byItself, byItself.status === 507),
    ...wrong("Sign out", out, out.status === 302 && !leaving.cookies.has("avow_team")),
    ...wrong("/healthz", health, health.status === 200, pageMs),
  ];
}

describe.each(storageFaults)("while the database is $name", ({ reads, begin }) => {
  it("people are told in three seconds, with what they typed, others are served, and then all is as before", async () => {
    const leaving = await signedIn(product, ours.admin);
    const end = begin(product);
    const faults = await Promise.all([...writes.map(tryWrite), tryPages(reads), tryRest(leaving)]).finally(end);
    expect(faults.flat()).toEqual([]);
    // Nothing of it was kept, and all of it can be done now.
    expect(await (await ours.working.get(`${attest()}/E1`)).text()).not.toContain("typed into an answer");
    const draft: FormValues = [
      ["name", "After it"],
      ["version", "forced-labour@1"],
    ];
    expect((await ours.team.post("/campaigns/new", draft)).status).toBe(303);
    expect(product.output()).toContain("the record cannot be used");
  });
});
