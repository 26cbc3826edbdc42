import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksFrom, readSecret, sha256 } from "#app/adapters/secrets.server";
import problems from "#app/i18n/locales/en/problems.json" with { type: "json" };
import { anEvent } from "#tests/support/factories";
import { clientOf, everythingIn, redirectPathOf } from "#tests/support/http-client";
import { launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";
import { signedIn } from "./two-organisations";

let product: Product;
/** Paths of links, by what has become of them. */
const paths: Record<string, string> = {};
let secrets: readonly string[] = [];
/** The invitation whose link has expired. */
let ended = { org: "", id: "" };

const dead = {
  unknown: { status: 404, problem: "link-unknown" },
  tampered: { status: 404, problem: "link-unknown" },
  truncated: { status: 404, problem: "link-unknown" },
  expired: { status: 410, problem: "link-expired" },
  replaced: { status: 410, problem: "link-replaced" },
  revoked: { status: 410, problem: "link-revoked" },
  closed: { status: 410, problem: "campaign-closed" },
  declined: { status: 410, problem: "declined" },
} as const;

beforeAll(async () => {
  product = await startProduct(undefined, { LOG_LEVEL: "debug" });
  const { dataDir } = product;
  const world = await launchWithLinks(dataDir, { suppliers: 6, contact: { language: "en" } });
  const other = await launchWithLinks(dataDir, { contact: { language: "en" } });
  const org = world.organisation.id;
  const [live, expired, replaced, revoked, declined] = world.recipients;
  if (!live || !expired || !replaced || !revoked || !declined) throw new Error("six recipients were asked for");
  const at = new Date();
  const links = linksFrom(readSecret(dataDir));
  await withStore(dataDir, async (store) => {
    const about = (invitation: { id: string }) => ({ org, id: invitation.id, at, audit: anEvent() });
    await store.invitations.extend({ ...about(expired.invitation), expiresAt: new Date(at.getTime() - 60_000) });
    await store.invitations.replaceLink({
      ...about(replaced.invitation),
      generation: 3,
      tokenHash: sha256(links.tokenFor(replaced.invitation.id, 3)),
      expiresAt: new Date(at.getTime() + 86_400_000),
    });
    await store.invitations.withdraw(about(revoked.invitation));
    await store.campaigns.close({ org: other.organisation.id, id: other.campaign.id, closedAt: at, audit: anEvent() });
  });
  ended = { org, id: expired.invitation.id };
  const good = world.paths[0] ?? "";
  Object.assign(paths, {
    live: good,
    unknown: `/s/${randomBytes(32).toString("base64url")}`,
    tampered: good.slice(0, -3) + (good.endsWith("AAA") ? "BBB" : "AAA"),
    truncated: good.slice(0, -1),
    expired: world.paths[1],
    replaced: world.paths[2],
    revoked: world.paths[3],
    declined: world.paths[4],
    closed: other.paths[0],
    spare: world.paths[5],
  });
  const answer = await clientOf(product.origin).post(`${paths.declined}/decline`, [["reason", "wrong-contact"]]);
  expect(answer.status).toBe(200);
  const supplier = clientOf(product.origin);
  await redirectPathOf(await supplier.post(good, []));
  const team = await signedIn(product, world.admin);
  await team.get(`/campaigns/${world.campaign.id}`);
  const invited = await team.post("/settings/people", [
    ["email", "colleague@nordwind.example"],
    ["role", "buyer"],
  ]);
  const joining = /\/join\/([\w.-]+)/.exec(await invited.text())?.[1] ?? "";
  await clientOf(product.origin).get(`/join/${joining}`);
  // What somebody pastes: with a mark after it that no address has, or written otherwise.
  for (const path of [
    `${good}%ff`,
    `${good}/%E0%A4%A`,
    `/S${good.slice(2)}`,
    `/JOIN/${joining}`,
    `/join/${joining}%ff`,
  ]) {
    await clientOf(product.origin).get(path);
  }
  const tokens = Object.values(paths).map((path) => path.slice("/s/".length));
  secrets = [...tokens, ...supplier.cookies.values(), ...team.cookies.values(), joining];
  expect(secrets.every((secret) => secret.length > 30)).toBe(true);
}, 60_000);

afterAll(() => product?.stop());

/** The words before the first place that is filled in. */
function opening(text: string): string {
  return text.split("{{")[0]?.trim() ?? "";
}

describe.each(Object.entries(dead))("a link that is %s", (kind, { status, problem }) => {
  it(`is answered with ${status}, says what happened and what to do, and opens nothing`, async () => {
    const before = everythingIn(product.dataDir);
    const client = clientOf(product.origin);
    for (const suffix of ["", "/decline", "/unsubscribe"]) {
      const path = `${paths[kind]}${suffix}`;
      for (const answer of [await client.get(path), await client.head(path)]) {
        expect([path, answer.status]).toEqual([path, status]);
      }
      // Declining once more is what was done already.
      const isAgain = kind === "declined" && suffix === "/decline";
      expect([path, (await client.post(path, [])).status]).toEqual([path, isAgain ? 200 : status]);
    }
    const text = (await (await client.get(paths[kind] ?? "")).text()).replace(/<[^>]*>/g, "");
    expect(text).toContain(opening(problems[problem].title));
    expect(text).toContain(opening(problems[problem].text.split(". ")[0] ?? ""));
    expect(client.cookies.has("avow_attest")).toBe(false);
    expect(everythingIn(product.dataDir)).toEqual(before);
  });
});

it("opens whole links with something stuck to them, starts from there, and keeps what is asked", async () => {
  const client = clientOf(product.origin);
  const good = paths.live ?? "";
  const tails = [
    ".",
    ")",
    ">",
    "%20",
    "%22",
    "%E2%80%8B",
    "，請填寫",
    "。",
    "）",
    "、",
    "%",
    "%E3%80",
    "%2520",
    "</a>",
    "/)",
    "&gt;",
    "Please",
  ];
  for (const tail of tails) {
    for (const path of [`${good}${tail}`, `${good}/decline${tail}`, `${good}/unsubscribe${tail}`]) {
      const answer = await client.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).not.toContain(`${good}${tail}/`);
    }
  }
  expect((await client.get(`${good}.?utm_source=mail&reason=not-supplier`)).status).toBe(200);
  expect((await client.get(`/S${good.slice(2)}`)).status).toBe(200);
  expect(await redirectPathOf(await client.post(`${good}).`, []))).toMatch(/^\/attest\//);
});

it("stops mails by an address of its own, with one POST of a mail program, and opens nothing by it", async () => {
  const links = linksFrom(readSecret(product.dataDir));
  const { org, id } = ended;
  const address = `/stop-mails/${org}/${id}/${links.stopProofFor(org, id)}`;
  const unsubscribedAt = () =>
    withStore(product.dataDir, async (store) => (await store.invitations.get(org, id))?.invitation.unsubscribedAt);
  const client = clientOf(product.origin);
  for (const path of [address, `${address}).`, `${address}?language=ar`]) {
    const page = await client.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("same-origin");
    const html = await page.text();
    expect(html).toMatch(/<meta name="robots" content="noindex"/);
    expect(html).not.toMatch(/\/s\/[\w-]{43}|\/attest\//);
  }
  expect((await client.head(address)).status).toBe(200);
  expect(await unsubscribedAt()).toBeUndefined();
  for (const wrong of [
    `/stop-mails/${org}/${id}/${links.tokenFor(id, 1)}`,
    `/stop-mails/${org}/other/${links.stopProofFor(org, id)}`,
    `/stop-mails/other/${id}/${links.stopProofFor(org, id)}`,
    `/stop-mails/${org}/none/${links.stopProofFor(org, "none")}`,
  ]) {
    expect([wrong, (await client.get(wrong)).status]).toEqual([wrong, 404]);
    expect([wrong, (await client.post(wrong, [])).status]).toEqual([wrong, 404]);
  }
  // The proof opens no questionnaire, and nothing that can be asked of a link.
  for (const page of ["", "/decline", "/unsubscribe"]) {
    expect((await client.post(`/s/${links.stopProofFor(org, id)}${page}`, [])).status).toBe(404);
  }
  expect(await unsubscribedAt()).toBeUndefined();
  // As providers send it: no cookie, no Origin, RFC 8058.
  for (let times = 0; times < 2; times += 1) {
    const sent = await fetch(product.origin + address, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "List-Unsubscribe=One-Click",
    });
    expect(sent.status).toBe(200);
  }
  expect(await unsubscribedAt()).toBeInstanceOf(Date);
});

it("answers an unknown link as slowly as an expired one, so that time tells nothing", async () => {
  const times: Record<string, number[]> = { unknown: [], expired: [], truncated: [] };
  for (let turn = 0; turn < 15; turn += 1) {
    for (const [kind, all] of Object.entries(times)) {
      const start = performance.now();
      await (await fetch(product.origin + paths[kind])).text();
      all.push(performance.now() - start);
    }
  }
  const medians = Object.values(times).map((all) => all.sort((one, two) => one - two)[7] ?? 0);
  expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(25);
});

it("shuts out a browser that works with a link once the link is replaced", async () => {
  const client = clientOf(product.origin);
  const base = await redirectPathOf(await client.post(paths.spare ?? "", []));
  expect((await client.get(base)).status).toBe(200);
  const id = base.split("/")[2] ?? "";
  await withStore(product.dataDir, async (store) => {
    const target = await store.invitations.byToken(sha256((paths.spare ?? "").slice(3)));
    if (!target) throw new Error(`no invitation of ${id}`);
    await store.invitations.replaceLink({
      org: target.file.organisation.id,
      id: target.file.invitation.id,
      generation: 3,
      tokenHash: "f".repeat(64),
      at: new Date(),
      expiresAt: new Date(Date.now() + 86_400_000),
      audit: anEvent(),
    });
  });
  const answer = await client.post(`${base}/E1`, [
    ["basedOn", "0"],
    ["E1.answer", "no"],
    ["E1.comment", "typed with the old link"],
  ]);
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain("typed with the old link");
});

it("never writes a token, a session or a setup link into its log or its database", async () => {
  const log = product.output().replace(/Set it up, once, at \S+/, "");
  expect(log).toContain("/s/[token]");
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  const files = readdirSync(product.dataDir).filter((name) => name.startsWith("avow.sqlite"));
  expect(files).toContain("avow.sqlite");
  for (const name of files) {
    const bytes = readFileSync(join(product.dataDir, name));
    expect([name, secrets.filter((secret) => bytes.includes(secret))]).toEqual([name, []]);
  }
});
