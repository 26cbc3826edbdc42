import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AuditEvent } from "#db/audit";
import { ConflictError, LockedError, MissingError, TakenError } from "#db/errors";
import type { Store } from "#db/store";
import {
  aDeclaration,
  aDraft,
  aHash,
  aMail,
  aNewRating,
  anAnswer,
  anEvent,
  aRating,
  aUser,
  hoursLater,
  now,
} from "#tests/support/factories";
import { launch, settle, type World } from "#tests/support/world";

const all = { most: 10_000 };
const saved = (question: string, revision: number): AuditEvent =>
  anEvent({ action: "answer.saved", details: { question, revision } });

async function batchesOf<T>(batches: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

/** What every store must do, whatever database it keeps its record in. */
export function storeContract(open: () => Promise<Store>): void {
  let store: Store;
  let world: World;
  beforeEach(async () => {
    store = await open();
    world = await launch(store, { suppliers: 2 });
  });
  afterEach(() => store.close());

  const save = (question: string, basedOn: number, comment = "as agreed") =>
    store.attestations.saveAnswer({
      org: world.organisation.id,
      attestation: world.recipient.attestation.id,
      question,
      basedOn,
      answer: anAnswer({ comment }),
      at: now,
      audit: saved(question, basedOn + 1),
    });
  const file = () => store.attestations.bySession(world.recipient.sessionHash, world.recipient.attestation.id);
  const events = () => store.audit.trail(world.organisation.id, all);
  const submission = (revision: number) => ({
    org: world.organisation.id,
    attestation: world.recipient.attestation.id,
    revision,
    declaration: aDeclaration(),
    rating: aNewRating({ attestation: world.recipient.attestation.id, supplier: world.recipient.supplier.id }),
    mail: aMail({ org: world.organisation.id, invitation: world.recipient.invitation.id, kind: "receipt" }),
    audit: [anEvent({ action: "attestation.submitted", details: { hash: "h", revision } })],
  });

  describe("answers", () => {
    test("are kept by revision, and the file shows the newest of each", async () => {
      expect(await save("B1", 0, "first")).toEqual({ revision: 1 });
      expect(await save("B1", 1, "second")).toEqual({ revision: 2 });
      await save("C1", 0, "other");
      const found = await file();
      expect(found?.answers).toEqual({ B1: anAnswer({ comment: "second" }), C1: anAnswer({ comment: "other" }) });
      expect(found?.revisions).toEqual({ B1: 2, C1: 1 });
      expect(found?.attestation).toMatchObject({ revision: 3, savedAt: now, startedAt: now });
      const history = await store.attestations.history(world.organisation.id, world.recipient.attestation.id);
      expect(history.map(({ question, revision }) => `${question} ${revision}`)).toEqual(["B1 1", "B1 2", "C1 1"]);
    });

    test("based on an old revision are refused, and say what was found", async () => {
      await save("B1", 0);
      await save("B1", 1);
      await expect(save("B1", 1)).rejects.toEqual(new ConflictError(1, 2));
      await expect(save("B1", 7)).rejects.toBeInstanceOf(ConflictError);
    });

    test("of two people who change the same answer at once, one is kept and the other is told", async () => {
      const results = await Promise.allSettled([save("B1", 0, "mine"), save("B1", 0, "yours")]);
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
      expect((await file())?.answers.B1?.comment).toBe("mine");
    });

    test("take the place of the draft of their question only", async () => {
      const { organisation, recipient } = world;
      for (const question of ["B1", "B2"]) {
        await store.attestations.keepDraft({
          org: organisation.id,
          attestation: recipient.attestation.id,
          draft: aDraft({ question, fields: { answer: ["half"] } }),
          audit: anEvent({ action: "draft.kept", details: { question } }),
        });
      }
      await save("B1", 0);
      expect((await file())?.drafts).toEqual({ B2: aDraft({ question: "B2", fields: { answer: ["half"] } }) });
    });

    test.each(["__proto__", "constructor", "'; DROP TABLE answers; --", "nul\u0000in it", "長".repeat(5_000)])(
      "may be to a question with the hostile name %.30j",
      async (question) => {
        await save(question, 0);
        const found = await file();
        expect(Object.keys(found?.answers ?? {})).toEqual([question]);
        expect(Object.getPrototypeOf(found?.answers)).toBe(Object.prototype);
        expect(found?.revisions[question]).toBe(1);
      },
    );

    test("are refused once the campaign is closed, the invitation withdrawn or declined", async () => {
      const { organisation, campaign, recipient, recipients } = world;
      const org = organisation.id;
      await store.invitations.decline({ org, id: recipient.invitation.id, at: now, audit: anEvent() });
      await expect(save("B1", 0)).rejects.toEqual(new LockedError("declined"));
      await store.invitations.withdraw({ org, id: recipient.invitation.id, at: now, audit: anEvent() });
      await expect(save("B1", 0)).rejects.toEqual(new LockedError("withdrawn"));
      const late = store.invitations.decline({ org, id: recipient.invitation.id, at: now, audit: anEvent() });
      await expect(late).rejects.toBeInstanceOf(MissingError);
      await store.campaigns.close({ org, id: campaign.id, closedAt: now, audit: anEvent() });
      const other = recipients[1]?.attestation.id ?? "";
      const draft = { org, attestation: other, draft: aDraft(), audit: anEvent() };
      await expect(store.attestations.keepDraft(draft)).rejects.toEqual(new LockedError("closed"));
    });
  });

  describe("a submission", () => {
    test("sent twenty times at once is made once, and everyone is handed the first declaration", async () => {
      await save("B1", 0);
      const before = (await events()).length;
      const results = await Promise.all(Array.from({ length: 20 }, () => store.attestations.submit(submission(1))));
      expect(results.filter(({ first }) => first)).toHaveLength(1);
      expect(new Set(results.map(({ declaration }) => declaration.hash)).size).toBe(1);
      expect((await events()).length).toBe(before + 1);
      expect(await store.ratings.history(world.organisation.id, world.recipient.supplier.id)).toHaveLength(1);
      expect((await file())?.attestation.state).toBe("submitted");
    });

    test("of answers that changed meanwhile is refused as a whole", async () => {
      await save("B1", 0);
      await save("B1", 1);
      await expect(store.attestations.submit(submission(1))).rejects.toEqual(new ConflictError(1, 2));
      expect((await file())?.declaration).toBeUndefined();
      expect(await store.ratings.latest(world.organisation.id, world.recipient.supplier.id)).toBeUndefined();
    });

    test("ends the taking of answers", async () => {
      await store.attestations.submit(submission(0));
      await expect(save("B1", 0)).rejects.toEqual(new LockedError("submitted"));
    });

    test("can not rate another supplier than its own", async () => {
      const other = world.recipients[1]?.supplier.id ?? "";
      const change = submission(0);
      const wrong = { ...change, rating: { ...change.rating, supplier: other } };
      await expect(store.attestations.submit(wrong)).rejects.toBeInstanceOf(MissingError);
      expect((await file())?.attestation.state).toBe("open");
    });

    test("shows in the suppliers table, and the next rating shows what changed", async () => {
      const { organisation, recipient } = world;
      const org = organisation.id;
      const view = { sort: "rating", direction: "down", page: 1, pageSize: 10 } as const;
      await store.attestations.submit(submission(0));
      const [first] = (await store.suppliers.table(org, view)).rows;
      expect(first).toMatchObject({ score: 30, band: "medium", signedAt: now, attestation: recipient.attestation.id });
      expect(first?.change).toBeUndefined();
      await store.ratings.add({
        org,
        ...aNewRating({ attestation: recipient.attestation.id, supplier: recipient.supplier.id }),
        rating: aRating({ score: 42.1, band: "critical" }),
        audit: anEvent(),
      });
      const table = await store.suppliers.table(org, view);
      expect(table.rows[0]).toMatchObject({ score: 42.1, band: "critical", previousBand: "medium", change: 12.1 });
      expect(table.byBand).toEqual({ low: 0, medium: 0, high: 0, critical: 1, none: 1 });
    });
  });

  describe("a write", () => {
    test("that fails leaves neither its change nor its event", async () => {
      const before = await events();
      await expect(save("B1", 3)).rejects.toBeInstanceOf(ConflictError);
      const user = aUser({ org: world.organisation.id, email: world.admin.email.toUpperCase() });
      const add = store.users.add({ user, passwordHash: "x", audit: anEvent() });
      await expect(add).rejects.toEqual(expect.objectContaining({ name: "TakenError", what: "users.email" }));
      await expect(add).rejects.toBeInstanceOf(TakenError);
      expect(await events()).toEqual(before);
      expect(await store.users.list(world.organisation.id)).toHaveLength(1);
    });

    test("that fails among fifty at once takes none of the others with it", async () => {
      const results = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => save(`Q${i}`, i === 25 ? 9 : 0)));
      expect(results.flatMap(({ status }, i) => (status === "rejected" ? [i] : []))).toEqual([25]);
      expect(Object.keys((await file())?.answers ?? {})).toHaveLength(49);
      expect((await events()).filter(({ action }) => action === "answer.saved")).toHaveLength(49);
    });

    test("leaves its event with who, what and when, newest first", async () => {
      await save("B1", 0);
      const [newest, ...older] = await events();
      expect(newest).toMatchObject({ ...saved("B1", 1), at: now });
      expect(older.every(({ seq }) => seq < (newest?.seq ?? 0))).toBe(true);
      const about = await store.audit.trail(world.organisation.id, { subjects: ["nobody"], most: 10 });
      expect(about).toEqual([]);
      expect(await store.audit.trail(world.organisation.id, { beforeSeq: newest?.seq, most: 1 })).toEqual([older[0]]);
    });
  });

  describe("a link", () => {
    test("opens its file, and says when a newer one took its place", async () => {
      const { organisation, recipient, campaign } = world;
      const target = await store.invitations.byToken(recipient.invitation.tokenHash);
      expect(target).toMatchObject({ link: "active", file: { campaign: { id: campaign.id, state: "live" } } });
      const tokenHash = aHash();
      const change = { org: organisation.id, id: recipient.invitation.id, generation: 2, tokenHash, at: hoursLater(1) };
      await store.invitations.replaceLink({ ...change, expiresAt: hoursLater(99), audit: anEvent() });
      const old = await store.invitations.byToken(recipient.invitation.tokenHash);
      expect(old).toMatchObject({ link: "replaced", linkChangedAt: hoursLater(1) });
      expect(await store.invitations.byToken(tokenHash)).toMatchObject({ link: "active" });
      await store.invitations.withdraw({ org: organisation.id, id: change.id, at: hoursLater(2), audit: anEvent() });
      expect(await store.invitations.byToken(tokenHash)).toMatchObject({ link: "revoked" });
      expect(await store.invitations.byToken(recipient.invitation.tokenHash)).toMatchObject({ link: "replaced" });
    });

    test("traded for a session opens that attestation and no other", async () => {
      const other = world.recipients[1]?.attestation.id ?? "";
      expect(await file()).toBeDefined();
      expect(await store.attestations.bySession(world.recipient.sessionHash, other)).toBeUndefined();
    });
  });

  describe("mails", () => {
    const lease = { now, leaseUntil: hoursLater(1), most: 10 };
    test("are claimed by one worker only, and are due again when it does not finish", async () => {
      const [mine, yours] = await Promise.all([store.mails.claim(lease), store.mails.claim(lease)]);
      expect([mine.length, yours.length]).toEqual([2, 0]);
      expect(await store.mails.claim({ ...lease, now: hoursLater(2), leaseUntil: hoursLater(3) })).toHaveLength(2);
    });

    test("are sent once, or fail and are tried again until given up", async () => {
      const org = world.organisation.id;
      const [first, second] = await store.mails.claim(lease);
      await store.mails.sent({ org, id: first?.id ?? "", at: now, audit: anEvent() });
      await expect(store.mails.sent({ org, id: first?.id ?? "", at: now, audit: anEvent() })).rejects.toBeInstanceOf(
        MissingError,
      );
      const failed = { org, id: second?.id ?? "", error: "550 no such user", audit: anEvent() };
      await store.mails.failed({ ...failed, retryAt: hoursLater(5) });
      expect(await store.mails.claim({ ...lease, now: hoursLater(4) })).toEqual([]);
      expect(await store.mails.claim({ ...lease, now: hoursLater(5), leaseUntil: hoursLater(6) })).toMatchObject([
        { id: failed.id, attempts: 2, state: "sending" },
      ]);
      await store.mails.failed(failed);
      const funnel = await store.campaigns.funnel(org, world.campaign.id, now);
      expect(funnel).toMatchObject({ invited: 2, delivered: 2, started: 2, submitted: 0, "failed-mail": 1 });
      expect((await store.mails.list(org, { page: 1, pageSize: 10 })).total).toBe(2);
    });
  });

  test("the funnel counts the rows that its filter shows", async () => {
    const org = world.organisation.id;
    await store.attestations.submit(submission(0));
    const second = world.recipients[1]?.invitation.id ?? "";
    await store.invitations.extend({ org, id: second, expiresAt: hoursLater(1), audit: anEvent() });
    const later = hoursLater(9 * 24);
    const page = { page: 1, pageSize: 10, now: later };
    const funnel = await store.campaigns.funnel(org, world.campaign.id, later);
    expect(funnel).toMatchObject({ invited: 2, submitted: 1, expired: 1, silent: 0, declined: 0 });
    for (const problem of ["failed-mail", "declined", "expired", "silent"] as const) {
      const shown = await store.campaigns.recipients(org, world.campaign.id, { ...page, problem });
      expect([problem, shown.total, shown.rows.length]).toEqual([problem, funnel[problem], funnel[problem]]);
    }
    for (const step of ["invited", "delivered", "started", "submitted"] as const) {
      expect((await store.campaigns.recipients(org, world.campaign.id, { ...page, step })).total).toBe(funnel[step]);
    }
  });

  test("a team session ends when its time is over or it is signed out", async () => {
    const { organisation, admin } = world;
    const session = { org: organisation.id, user: admin.id, sessionHash: aHash(), createdAt: now };
    await store.users.signIn({ ...session, expiresAt: hoursLater(8), audit: anEvent() });
    expect(await store.users.bySession(session.sessionHash, now)).toMatchObject({ user: admin, organisation });
    expect(await store.users.bySession(session.sessionHash, hoursLater(8))).toBeUndefined();
    await store.users.signOut({ ...session, audit: anEvent() });
    expect(await store.users.bySession(session.sessionHash, now)).toBeUndefined();
  });

  test("campaigns list with how many were asked and how many submitted, and only a draft can be changed", async () => {
    const org = world.organisation.id;
    await store.attestations.submit(submission(0));
    expect(await store.campaigns.list(org)).toMatchObject([{ id: world.campaign.id, recipients: 2, submitted: 1 }]);
    await expect(store.campaigns.change({ campaign: world.campaign, audit: anEvent() })).rejects.toBeInstanceOf(
      MissingError,
    );
    const [chosen, ...more] = await batchesOf(store.campaigns.chosen(org, world.campaign.id));
    expect(chosen).toHaveLength(2);
    expect(more).toEqual([]);
    expect(await store.campaigns.nextReference()).toBe(
      Math.max(...world.recipients.map(({ attestation }) => Number(attestation.reference.slice(-6)))) + 1,
    );
  });

  test("says that it can write", async () => {
    await expect(store.ping()).resolves.toBeUndefined();
    const { organisation } = await settle(store);
    expect(await store.organisations.get(organisation.id)).toEqual(organisation);
    expect(await store.organisations.count()).toBe(2);
  });
}
