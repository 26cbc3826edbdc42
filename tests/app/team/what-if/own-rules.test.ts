import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#app/services/context/callers";
import type { TeamContext } from "#app/services/context/contexts";
import { checkRating } from "#app/services/installation/verify/check-rating";
import { chooseRules } from "#app/services/own-rules/choose-rules";
import { draftRules, showDraft } from "#app/services/own-rules/draft-rules";
import { listRules } from "#app/services/own-rules/list-rules";
import { orderRerating, takeBackRerating } from "#app/services/own-rules/rerating/order-rerating";
import { rerateSuppliers } from "#app/services/own-rules/rerating/rerate-suppliers";
import { showRerating } from "#app/services/own-rules/rerating/show-rerating";
import { publishRules, withdrawRules } from "#app/services/own-rules/settle-rules";
import { showRules } from "#app/services/own-rules/show-rules";
import { addRating } from "#app/services/team/ratings/add-rating";
import { readTrialAsked } from "#app/services/what-if/trial-asked";
import { asPerson, type TestContext, testContext } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import { asSupplier, type Invited, invite } from "#tests/support/supplier";

let ctx: TestContext;
let invited: Invited;
let author: TeamContext;
let admin: TeamContext;
let org: string;
let supplier: string;

/** Bands so low that everybody is critical, whatever the score. */
const lowest = "rules=standard-2026.1&dial.bands.medium=1&dial.bands.high=2&dial.bands.critical=3";
const allCritical = { worked: "critical", "worked-dprk": "critical" };
const reason = "Our customers ask for it";

beforeAll(async () => {
  ctx = await testContext();
  invited = await invite(ctx, { supplier: { country: "CN", name: "Firm" } });
  const session = asSupplier(ctx, invited.token);
  await session.answersAll();
  expect((await session.submits()).kind).toBe("submitted");
  [author, admin] = await Promise.all([person("analyst"), person("admin")]);
  org = invited.organisation.id;
  supplier = invited.supplier.id;
});

async function person(role: "analyst" | "admin", of = invited): Promise<TeamContext> {
  const { organisation } = of;
  const user = aUser({ org: organisation.id, role });
  await ctx.store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() });
  return asPerson(ctx, { user, organisation });
}

const asked = (query: string) => readTrialAsked(new URLSearchParams(query));

async function drafted(name: string, query = lowest, examples: Record<string, string> = allCritical) {
  const outcome = await draftRules.submit(author, { ...asked(query), name, reason, examples });
  if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults));
  const rules = await ctx.store.ownRules.get(org, outcome.done.rules);
  if (!rules) throw new Error("It is not there");
  return rules;
}

async function published(name: string) {
  const { id, fingerprint } = await drafted(name);
  await publishRules(admin, { rules: id, fingerprint });
  return id;
}

const ratings = () => ctx.store.ratings.history(org, supplier);
const rerated = async (rules: string) => {
  const outcome = await orderRerating.submit(admin, { rules, country: "", campaign: "", reason });
  if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults));
  await doJobs(ctx);
  return outcome.done.rerating;
};

describe("a draft rule set", () => {
  test("asks for the band that each example has to come to, beside that example", async () => {
    const page = await showDraft(author, asked(lowest));
    expect(page.examples.map(({ id, after }) => [id, after.band])).toEqual([
      ["worked", "critical"],
      ["worked-dprk", "critical"],
    ]);
    const outcome = await draftRules.submit(author, { ...asked(lowest), name: "Strict", reason, examples: {} });
    const params = { band: "Critical", points: "73.86" };
    expect(outcome).toEqual({ faults: [{ field: "example.worked", code: "example-band", params }] });
    expect(await ctx.store.ownRules.list(org)).toEqual([]);
  });

  test("is refused against a law of the score, and where nothing differs", async () => {
    for (const query of ["rules=standard-2026.1&dial.inherent.tiers.3=1", "rules=standard-2026.1"]) {
      const save = draftRules(author, { ...asked(query), name: "Odd", reason, examples: {} });
      await expect(save).rejects.toMatchObject({ code: "bad-request" });
      expect((await showDraft(author, asked(query))).faults).toHaveLength(1);
    }
  });

  test("is no rule set for anything until somebody else publishes it, and then never changes", async () => {
    const { id, fingerprint } = await drafted("Second person");
    expect(await ctx.catalogue.rules(org, id)).toBeUndefined();
    await expect(orderRerating(admin, { rules: id, reason })).rejects.toMatchObject({ code: "not-found" });
    expect(await chooseRules.submit(admin, { rules: id, reason })).toMatchObject({ faults: [{ code: "not-valid" }] });
    await expect(publishRules(author, { rules: id, fingerprint })).rejects.toMatchObject({ code: "not-allowed" });
    await expect(publishRules(admin, { rules: id, fingerprint: "other" })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    await publishRules(admin, { rules: id, fingerprint });
    const loaded = await ctx.catalogue.rules(org, id);
    expect(loaded).toMatchObject({ id, title: "Second person", fingerprint });
    expect(loaded?.words).toEqual((await ctx.catalogue.rules(org, "standard-2026.1"))?.words);
    expect(await showRules(author, { rules: id })).toMatchObject({
      state: "published",
      differences: [{ tried: "1" }, { tried: "2" }, { tried: "3" }],
    });
    await expect(withdrawRules(author, { rules: id, fingerprint })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
  });

  test("cannot be published by an administrator who wrote it, and can be withdrawn", async () => {
    const own = await draftRules(admin, { ...asked(lowest), name: "Mine", reason, examples: allCritical });
    if (!("rules" in own)) throw new Error("It was not saved");
    const { fingerprint = "" } = (await ctx.store.ownRules.get(org, own.rules)) ?? {};
    await expect(publishRules(admin, { rules: own.rules, fingerprint })).rejects.toMatchObject({ code: "not-allowed" });
    await withdrawRules(admin, { rules: own.rules, fingerprint });
    expect(await showRules(admin, { rules: own.rules })).toMatchObject({ state: "withdrawn", mayWithdraw: false });
  });

  test("of another organisation is not there", async () => {
    const other = await invite(ctx, {});
    const stranger = await person("admin", other);
    const id = await published("Ours alone");
    expect(await ctx.catalogue.rules(other.organisation.id, id)).toBeUndefined();
    expect((await ctx.catalogue.ruleSets(other.organisation.id)).map((one) => one.id)).not.toContain(id);
    await expect(showRules(stranger, { rules: id })).rejects.toMatchObject({ code: "not-found" });
    await expect(orderRerating(stranger, { rules: id, reason })).rejects.toMatchObject({ code: "not-found" });
    expect((await listRules(stranger, {})).own).toEqual([]);
  });
});

describe("ratings", () => {
  test("stay as they are whatever is drafted, published and chosen", async () => {
    const before = await ratings();
    const id = await published("Changes nothing");
    await chooseRules(admin, { rules: id, reason });
    await chooseRules(admin, { rules: "standard-2026.1", reason: "Back" });
    await doJobs(ctx);
    expect(await ratings()).toEqual(before);
    const { history, inForce } = await listRules(author, {});
    expect(history.map(({ rules }) => rules)).toEqual(["Standard 2026.1", "Changes nothing"]);
    expect(inForce.at(-1)?.rules).toBe("Standard 2026.1");
  });

  test("are made anew by the rules that were chosen", async () => {
    const id = await published("Chosen");
    await chooseRules(admin, { rules: id, reason });
    await addRating(admin, { supplier });
    expect((await ratings())[0]?.rating).toMatchObject({ ruleSet: { id }, band: "critical" });
    await chooseRules(admin, { rules: "standard-2026.1", reason: "Back" });
    await addRating(admin, { supplier });
    expect((await ratings())[0]?.rating.ruleSet.id).toBe("standard-2026.1");
  });

  test("are added by rating again, name it, and go back the same way", async () => {
    const before = await ratings();
    const official = before[0]?.rating;
    const id = await published("Rated again");
    const rerating = await rerated(id);
    const [latest, ...rest] = await ratings();
    expect(rest).toEqual(before);
    expect(latest).toMatchObject({
      rating: { ruleSet: { id }, edition: official?.edition, band: "critical" },
      cause: { kind: "rules", id: rerating, why: "rerated", before: before[0]?.id },
    });
    const moved = { id: supplier, before: { band: official?.band }, after: { band: "critical" } };
    expect(await showRerating(author, { rerating })).toMatchObject({
      ...{ state: "ended", done: 1, all: 1, left: 0 },
      result: { worse: 1, better: 0, movers: [moved] },
    });
    const again = await orderRerating.submit(admin, { rules: id, country: "", campaign: "", reason });
    expect(again).toMatchObject({ faults: [{ code: "rerate-nobody" }] });

    const back = await takeBackRerating(admin, { rerating, reason: "It was too strict" });
    if (!("rerating" in back)) throw new Error("It was not ordered");
    await doJobs(ctx);
    const [returned, ...kept] = await ratings();
    expect(kept).toEqual([latest, ...before]);
    expect(returned?.rating).toMatchObject({ ruleSet: official?.ruleSet, score: official?.score });
    expect(returned?.cause).toMatchObject({ id: back.rerating, why: "taken-back" });
    expect(await showRerating(author, { rerating: back.rerating })).toMatchObject({
      ...{ isBack: true, done: 1, mayTakeBack: false, result: { worse: 0, better: 1 } },
    });
  });

  test("are rated again once, also where the process died after it wrote some of them", async () => {
    const rules = await published("Killed");
    const before = await ratings();
    const ordered = await orderRerating(admin, { rules, country: "", campaign: "", reason });
    if (!("rerating" in ordered)) throw new Error("It was not ordered");
    const [now, kind] = [ctx.clock.now(), "ratings.rerate"];
    const leaseUntil = new Date(now.getTime() + 30_000);
    const [claimed] = await ctx.store.jobs.claim({ kinds: [{ kind, most: 1 }], now, leaseUntil });
    if (!claimed) throw new Error("It waits");
    const keep: typeof ctx.store.reratings.keep = async (change) => {
      await ctx.store.reratings.keep(change);
      throw new Error("killed");
    };
    const dying = { ...ctx, store: { ...ctx.store, reratings: { ...ctx.store.reratings, keep } } };
    const work = { org, rerating: ordered.rerating, lease: claimed.lease, signal: new AbortController().signal };
    await expect(rerateSuppliers(asSystem(dying, "rules"), work)).rejects.toThrow("killed");
    expect(await ratings()).toHaveLength(before.length + 1);
    ctx.later(1);
    await doJobs(ctx);
    expect((await ratings()).slice(1)).toEqual(before);
    expect(await showRerating(author, { rerating: ordered.rerating })).toMatchObject({
      state: "ended",
      done: 1,
      left: 0,
    });
  });

  test("of other rules are what comes out again, by the record's own check", async () => {
    const file = await ctx.store.attestations.get(org, invited.attestation);
    const [latest] = await ratings();
    if (!file || !latest) throw new Error("It was signed");
    expect(latest.rating.ruleSet.id).toMatch(/^own-/);
    const events = await ctx.store.audit.trail(org, { subjects: [invited.attestation], most: 100 });
    expect(await checkRating(ctx, latest, file, { events, areGone: () => false })).toEqual([]);
    const other = { ...latest, rating: { ...latest.rating, score: 1 } };
    expect(await checkRating(ctx, other, file, { events, areGone: () => false })).not.toEqual([]);
  });

  test("are rated again in the part that was asked for alone", async () => {
    const rules = await published("Part");
    const elsewhere = await orderRerating.submit(admin, { rules, country: "FR", campaign: "", reason });
    expect(elsewhere).toMatchObject({ faults: [{ code: "rerate-nobody" }] });
    const [campaign] = await ctx.store.campaigns.list(org);
    const part = await orderRerating(admin, { rules, country: "CN", campaign: campaign?.id, reason });
    const busy = await orderRerating.submit(admin, { rules, country: "", campaign: "", reason });
    expect([part, busy]).toMatchObject([{ rerating: expect.any(String) }, { faults: [{ code: "rerate-busy" }] }]);
    await doJobs(ctx);
    expect((await ratings())[0]?.rating.ruleSet.id).toBe(rules);
  });
});

test("whoever may not see answers on North Korean labour sees how far it is, and not who moved", async () => {
  const { may, require } = author;
  const blind = {
    ...author,
    require,
    may: (what: Parameters<typeof may>[0]) => what !== "north-korea.read" && may(what),
  };
  const [one] = (await listRules(blind, {})).reratings;
  const page = await showRerating(blind, { rerating: one?.id ?? "" });
  expect(page).toMatchObject({ state: "ended", done: 1 });
  expect(page.result).toBeUndefined();
});
