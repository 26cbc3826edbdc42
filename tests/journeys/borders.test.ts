import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFiles } from "#tests/support/descriptors";
import { type Client, clientOf, everythingIn } from "#tests/support/http-client";
import { type Product, startProduct } from "#tests/support/product";
import { addresses, allRoutes, pathOf, type RouteFile } from "./addresses";
import type { Address } from "./supplier-addresses";
import { colleague, createFullOrganisation, type FullOrganisation, type Owned } from "./two-organisations";

let product: Product;
let ours: FullOrganisation;
let theirs: FullOrganisation;
let viewer: Client;
const ownMark = "OURSQ";
const theirMark = "THEIRSQ";

beforeAll(async () => {
  product = await startProduct();
  ours = await createFullOrganisation(product, ownMark);
  theirs = await createFullOrganisation(product, theirMark);
  viewer = await colleague(product, ours.admin.org, "viewer");
});

afterAll(() => product?.stop());

type Case = RouteFile & { readonly address: Address };

const cases: readonly Case[] = allRoutes().map((route) => {
  const address = addresses[route.pattern];
  if (!address) throw new Error(`no case for the route "${route.pattern}" in addresses.ts`);
  return { ...route, address };
});

function clientFor({ who }: Address): Client {
  if (who === "open") return clientOf(product.origin);
  return { team: ours.team, working: ours.working, done: ours.done }[who];
}

function send(client: Client, path: string, { form = [], multipart }: Address, headers: Record<string, string> = {}) {
  const plain = { origin: product.origin, "sec-fetch-site": "same-origin", ...headers };
  if (!multipart) return client.post(path, form, plain);
  const body = new FormData();
  for (const [name, value] of form) body.set(name, name === "file" ? new File([value], "paper.txt") : value);
  return client.send(path, { method: "POST", body, headers: plain });
}

/** That somebody read something, or asked for what they may not, is written down: nothing else of theirs changes by it. */
const onlyNoted =
  /"action":"(?:link\.(?:shown|opened)|data\.exported|evidence\.downloaded|attestation\.downloaded|permission\.refused|person\.exported)"/;

/** What changed in the database and the kept lists while something ran: names of tables. */
async function changedBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = everythingIn(product.dataDir);
  await work();
  const after = everythingIn(product.dataDir);
  return Object.keys(after).filter((table) => {
    const known = new Set(before[table]);
    const added = after[table]?.filter((row) => !known.has(row)) ?? [];
    const isSame = JSON.stringify(before[table]) === JSON.stringify(after[table]);
    const isNoted = added.length > 0 && (before[table]?.length ?? 0) + added.length === after[table]?.length;
    return !isSame && !(table === "audit_events" && isNoted && added.every((row) => onlyNoted.test(row)));
  });
}

const owned = cases.filter(({ address }) => address.path.includes("{") && address.who !== "open");

describe("every route", () => {
  it("has a case in the tests of its borders, with a form exactly when it has an action", () => {
    const patterns = cases.map(({ pattern }) => pattern);
    expect(Object.keys(addresses).filter((pattern) => !patterns.includes(pattern))).toEqual([]);
    const withAction = cases.filter(({ file }) =>
      /export (?:const|async function|function) action\b/.test(readFileSync(resolve("app/router", file), "utf8")),
    );
    expect(withAction.map(({ pattern }) => pattern).sort()).toEqual(
      cases
        .filter(({ address }) => address.form)
        .map(({ pattern }) => pattern)
        .sort(),
    );
  });

  it("opens for those it belongs to, and neither GET nor HEAD changes anything", async () => {
    const faults: string[] = [];
    for (const { pattern, address } of cases) {
      const client = clientFor(address);
      const path = pathOf(address, ours.owned);
      const changed = await changedBy(async () => {
        for (const answer of [await client.get(path), await client.head(path), await client.get(path)]) {
          if (answer.status !== (address.status ?? 200)) faults.push(`${pattern}: ${answer.status}`);
        }
      });
      if (changed.length > 0) faults.push(`${pattern}: changes ${changed}`);
    }
    expect(faults).toEqual([]);
  });

  it("is asked by HEAD without a file being opened, and however often, none stays open", async () => {
    const before = openFiles(product.pid);
    const faults: string[] = [];
    for (const { pattern, address } of cases) {
      const path = pathOf(address, ours.owned);
      const client = clientFor(address);
      await Promise.all(Array.from({ length: 3 }, () => client.head(path)));
      const more = openFiles(product.pid).filter((file) => !before.includes(file));
      if (more.length > 0) faults.push(`${pattern}: ${more}`);
    }
    expect(faults).toEqual([]);
    expect(openFiles(product.pid)).toHaveLength(before.length);
  });

  it("carries the security headers, and is kept by no cache when it is private", async () => {
    const faults: string[] = [];
    for (const { pattern, address } of cases) {
      const { headers } = await clientFor(address).get(pathOf(address, ours.owned));
      const wanted: Readonly<Record<string, RegExp>> = {
        "content-security-policy":
          /^(?=.*script-src [^;]*'nonce-[\w+/=]{20,}')(?=.*frame-ancestors 'none')(?=.*base-uri 'none')(?!.*unsafe-)/,
        "x-content-type-options": /^nosniff$/,
        "referrer-policy": /^same-origin$/,
        "x-frame-options": /^DENY$/i,
        "cache-control": /no-store/,
        // By a mark that two people's pages have in common, either would be answered with "you have it".
        etag: /^$/,
        "last-modified": /^$/,
      };
      for (const [name, value] of Object.entries(wanted)) {
        if (!value.test(headers.get(name) ?? "")) faults.push(`${pattern}: ${name} is ${headers.get(name)}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("gives every answer a nonce of its own", async () => {
    const nonces = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const { headers } = await clientOf(product.origin).get("/login");
        return /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
      }),
    );
    expect(new Set(nonces).size).toBe(5);
  });
});

/** Ids of ours, with one of theirs in the place of each in turn: what mixes two organisations. */
function mixtures(address: Address): readonly string[] {
  const names = [...address.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as keyof Owned);
  const mixed = names.map((name) => pathOf(address, { ...ours.owned, [name]: theirs.owned[name] }));
  return [...new Set([...mixed, pathOf(address, theirs.owned)])];
}

describe("another organisation's", () => {
  it.each(owned)("$pattern is not found, tells nothing and cannot be changed", async ({ address }) => {
    const client = clientFor(address);
    // For a supplier, another attestation is one that this browser holds no place in.
    const refused = [404, ...(address.who === "team" ? [] : [401]), ...(address.done ? [address.done] : [])];
    const changed = await changedBy(async () => {
      for (const path of mixtures(address)) {
        const answers = [await client.get(path)];
        if (address.form) answers.push(await send(client, path, address));
        for (const answer of answers) {
          expect([path, refused.includes(answer.status) || answer.status === address.status]).toEqual([path, true]);
          expect(await answer.text()).not.toContain(theirMark);
        }
        // The way in which a page that runs in the browser asks for the same.
        expect(await (await client.get(`${path}.data`)).text()).not.toContain(theirMark);
      }
    });
    expect(changed).toEqual([]);
  });

  it("names are on no page of ours", async () => {
    for (const { address } of cases) {
      const answer = await clientFor(address).get(pathOf(address, ours.owned));
      expect([address.path, (await answer.text()).includes(theirMark)]).toEqual([address.path, false]);
    }
  });
});

describe("without a session", () => {
  const behindDoor = cases.filter(({ address }) => address.who !== "open");

  it.each(behindDoor)("$pattern shows nothing and takes nothing", async ({ address }) => {
    const path = pathOf(address, ours.owned);
    const nobody = clientOf(product.origin);
    const changed = await changedBy(async () => {
      const page = await nobody.get(path);
      if (address.who === "team") expect(page.headers.get("location")).toMatch(/^\/login(\?next=|$)/);
      else expect([401, address.status]).toContain(page.status);
      expect(await page.text()).not.toContain(ownMark);
      expect(await (await nobody.get(`${path}.data`)).text()).not.toContain(ownMark);
      if (address.form) expect((await send(nobody, path, address)).status).toBe(401);
    });
    expect(changed).toEqual([]);
  });
});

describe("forms of the team", () => {
  const writes = cases.filter(({ address }) => address.who === "team" && address.form && !address.harmless);

  it.each(writes)("$pattern is refused to a viewer", async ({ address }) => {
    const changed = await changedBy(async () => {
      expect((await send(viewer, pathOf(address, ours.owned), address)).status).toBe(403);
    });
    expect(changed).toEqual([]);
  });

  it("are taken from those who may, so that the refusals above mean something", async () => {
    const harmless = ["campaigns/:id/questionnaire", "campaigns/:id/message", "campaigns/:id/due", "campaigns/new"];
    for (const pattern of harmless) {
      const address = addresses[pattern];
      if (!address) throw new Error(`no case for ${pattern}`);
      expect([pattern, (await send(ours.team, pathOf(address, ours.owned), address)).status]).toEqual([pattern, 303]);
    }
  });
});

describe("a form sent from another site", () => {
  const forms = cases.filter(({ address }) => address.form);
  const elsewhere: readonly Record<string, string>[] = [
    { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
    { origin: "https://elsewhere.example", "sec-fetch-site": "none" },
    { origin: "null", "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];

  it.each(forms)("to $pattern is refused with 403 and changes nothing", async ({ address }) => {
    const path = pathOf(address, ours.owned);
    const changed = await changedBy(async () => {
      for (const headers of elsewhere) {
        for (const to of [path, `${path}.data`]) {
          const answer = await send(clientFor(address), to, address, headers);
          expect([to, headers["sec-fetch-site"], answer.status]).toEqual([to, headers["sec-fetch-site"], 403]);
        }
      }
    });
    expect(changed).toEqual([]);
  });
});
