import { beforeEach, describe, expect, test } from "vitest";
import type { AuditEvent } from "#db/audit";
import { LockedError, MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { dueUntil } from "#terms/retention/retention-dates";
import { anEvent, anId, hoursLater, now } from "#tests/support/factories";
import { anInboundMail } from "#tests/support/inbound-mails";
import { aHold } from "#tests/support/removals";
import { aRetentionScene, by, due, later } from "./retention-scene";

/** How every store keeps terms and holds, and finds and removes what was never sent, events and mails. */
export function retentionContract(open: () => Promise<Store>): void {
  const { scene, ids, setTerms, place, lift, remove, fillIn } = aRetentionScene(open);
  let org = "";
  let attestation = "";
  let supplier = "";
  beforeEach(() => {
    ({ org, attestation, supplier } = ids());
  });

  describe("terms and holds", () => {
    test("are none until somebody sets them, and setting them as they stand is no event", async () => {
      expect(await scene.store.retention.terms(org)).toEqual({});
      expect(await setTerms({ submissions: 84, events: 24 })).toBe(true);
      expect(await scene.store.retention.terms(org)).toEqual({ submissions: 84, events: 24 });
      const before = await scene.events();
      expect(await setTerms({ events: 24, submissions: 84 })).toBe(false);
      expect(await scene.events()).toEqual(before);
      expect(await setTerms({ submissions: 84 })).toBe(true);
      expect(await scene.store.retention.terms(org)).toEqual({ submissions: 84 });
    });

    test("stand until they are lifted, for one supplier or for all", async () => {
      const { retention } = scene.store;
      const other = scene.world.recipients[1]?.supplier.id ?? "";
      const [all, mine, theirs] = [aHold(), aHold({ supplier, placedAt: hoursLater(1) }), aHold({ supplier: other })];
      for (const hold of [mine, all, theirs]) await place(hold);
      await place(mine);
      expect((await retention.holds(org)).map(({ id }) => id)).toEqual([all.id, theirs.id, mine.id]);
      expect(await retention.holds(org, supplier)).toEqual([all, mine]);
      const liftAll = () => retention.liftHold({ org, id: all.id, at: hoursLater(2), by, audit: anEvent() });
      await liftAll();
      expect(await retention.holds(org, supplier)).toEqual([mine]);
      await expect(liftAll()).rejects.toBeInstanceOf(MissingError);
      await expect(place(aHold({ supplier: "nobody" }))).rejects.toBeInstanceOf(MissingError);
    });
  });

  describe("what was never sent", () => {
    const dueIds = () =>
      scene.store.retention.due(org, { kind: "unsent", until: dueUntil("unsent", 1, later), most: 10 });
    const until = (at: Date) => scene.store.retention.count(org, "unsent", at);

    test("is due when its link has ended so long ago, whatever ended it, and only if there is something", async () => {
      await fillIn({ isSigned: false });
      const { store, world } = scene;
      const { expiresAt } = (await scene.file())?.invitation ?? {};
      if (!expiresAt) throw new Error("it has an end");
      expect(await until(new Date(expiresAt.getTime() - 1))).toBe(0);
      expect(await until(expiresAt)).toBe(2);
      expect(await store.retention.oldest(org, "unsent")).toEqual(expiresAt);
      const invitation = world.recipient.invitation.id;
      const declined = { type: "invitation", id: invitation } as const;
      const event = {
        ...anEvent({ action: "invitation.declined", details: { reason: "not-supplier" } }),
        at: hoursLater(5),
      };
      await store.invitations.decline({
        org,
        id: invitation,
        reason: "not-supplier",
        at: hoursLater(5),
        audit: { ...event, subject: declined } as AuditEvent,
      });
      expect([await until(hoursLater(4)), await until(hoursLater(5))]).toEqual([0, 1]);
      expect(await store.retention.oldest(org, "unsent")).toEqual(hoursLater(5));
      await store.invitations.withdraw({ org, id: invitation, at: hoursLater(4), audit: anEvent() });
      expect([await until(hoursLater(3)), await until(hoursLater(4))]).toEqual([0, 1]);
      expect(await store.retention.oldest(org, "unsent")).toEqual(hoursLater(4));
      await store.campaigns.close({ org, id: world.campaign.id, closedAt: hoursLater(2), audit: anEvent() });
      expect([await until(hoursLater(1)), await until(hoursLater(2))]).toEqual([0, 2]);
      expect(await store.retention.oldest(org, "unsent")).toEqual(hoursLater(2));
    });

    test("goes with its draft, and is not due again", async () => {
      await fillIn({ isSigned: false });
      await setTerms({ unsent: 1 });
      expect(await dueIds()).toContain(attestation);
      expect(await remove({ ground: "term", due: due("unsent", 1) })).toBe("removed");
      const [removal] = await scene.store.retention.removals(org, [attestation]);
      expect(removal).toMatchObject({ ground: "term", rows: { answers: 2, drafts: 1, evidence: 1 } });
      expect(removal?.declarationHash).toBeUndefined();
      expect(await dueIds()).not.toContain(attestation);
      await expect(scene.save("B1", 2)).rejects.toEqual(new LockedError("removed"));
    });
  });

  describe("events", () => {
    const removeEvents = (over: Partial<Parameters<Store["retention"]["removeEvents"]>[0]> = {}) =>
      scene.store.retention.removeEvents({
        ...{
          org,
          id: anId("removal"),
          due: { kind: "events", months: 1, until: later },
          most: 2,
          actor: by,
          at: later,
        },
        audit: ({ rows, subjectId: until, hash }) =>
          anEvent({ action: "events.removed", details: { events: rows.audit_events ?? 0, until, hash } }),
        ...over,
      });

    test("go oldest first, a few at a time; those of removals never do", async () => {
      await setTerms({ events: 1 });
      await remove();
      const before = (await scene.events()).filter(({ action }) => action !== "attestation.removed");
      expect(await scene.store.retention.count(org, "events", later)).toBe(before.length);
      let gone = 0;
      for (let step = await removeEvents(); step > 0; step = await removeEvents()) gone += step;
      expect(gone).toBe(before.length);
      const left = (await scene.events()).map(({ action }) => action);
      expect(left.filter((action) => action === "attestation.removed")).toHaveLength(1);
      expect(left.filter((action) => action === "events.removed")).toHaveLength(Math.ceil(before.length / 2));
      expect(left).toHaveLength(1 + Math.ceil(before.length / 2));
      expect(await scene.store.retention.oldest(org, "events")).toBeUndefined();
    });

    test("stay while all is held, or by another term; those about a held supplier stay while it is", async () => {
      const { store } = scene;
      expect(await removeEvents()).toBe(0);
      await setTerms({ events: 1 });
      const hold = aHold();
      await place(hold);
      expect([await removeEvents(), await store.retention.count(org, "events", later)]).toEqual([0, 0]);
      await lift(hold.id);
      await place(aHold({ supplier }));
      for (const [type, id] of [
        ["supplier", supplier],
        ["attestation", attestation],
        ["invitation", scene.world.recipient.invitation.id],
        ["campaign", scene.world.campaign.id],
        ["mail", scene.world.recipient.mail.id],
        ["supplier", scene.world.recipients[1]?.supplier.id ?? ""],
      ] as const)
        await store.audit.add(org, { ...anEvent(), subject: { type, id } } as AuditEvent);
      while ((await removeEvents({ most: 100 })) > 0);
      const left = (await scene.events()).filter(({ action }) => action !== "events.removed");
      expect(new Set(left.map(({ subject }) => subject.type))).toEqual(
        new Set(["supplier", "attestation", "invitation", "campaign", "mail"]),
      );
      expect(left.filter(({ subject }) => subject.type === "supplier").map(({ subject }) => subject.id)).toEqual([
        supplier,
      ]);
    });

    test("younger than the term stay", async () => {
      await setTerms({ events: 1 });
      const until = hoursLater(-1);
      expect(await removeEvents({ due: { kind: "events", months: 1, until } })).toBe(0);
    });
  });

  describe("mails", () => {
    const clear = (over: Partial<Parameters<Store["retention"]["clearMails"]>[0]> = {}) =>
      scene.store.retention.clearMails({
        ...{ org, due: { kind: "mails", months: 1, until: later }, most: 10 },
        audit: (mails) => anEvent({ action: "mails.cleared", details: { mails, until: later.toISOString() } }),
        ...over,
      });

    test("lose address and error when they do not wait any more, once, and are still counted", async () => {
      const { store, world } = scene;
      const kinds = [{ kind: "mail.send", most: 10 }];
      const [claimed] = await store.jobs.claim({ kinds, now, leaseUntil: hoursLater(1) });
      if (!claimed) throw new Error("one waits");
      const job = { lease: claimed.lease, isOver: false };
      const tried = { org, id: world.recipient.mail.id, attempts: 0, at: now, job };
      await store.mails.failed({ ...tried, error: "550 <mai@saigon.example> unknown", audit: anEvent() });
      await setTerms({ mails: 1 });
      expect(await store.retention.count(org, "mails", later)).toBe(1);
      await place(aHold({ supplier }));
      expect(await clear()).toBe(0);
      const [hold] = await store.retention.holds(org);
      await lift(hold?.id ?? "");
      expect(await clear()).toBe(1);
      const mail = await store.mails.get(org, tried.id);
      expect(mail).toMatchObject({ to: "", state: "failed" });
      expect(mail?.lastError).toBeUndefined();
      expect(await clear()).toBe(0);
      expect((await store.campaigns.funnel(org, world.campaign.id, now))["failed-mail"]).toBe(1);
      expect((await store.mails.list(org, { page: 1, pageSize: 10 })).total).toBe(2);
    });

    test("that came in lose who wrote them and their subject, unless they are about a supplier that is held", async () => {
      const { store, world } = scene;
      const { invitation, mail } = world.recipient;
      const came = { org, receivedAt: now };
      const about = { invitation: invitation.id, mail: mail.id };
      const kept = { audit: anEvent() };
      await store.inboundMails.take({ message: anInboundMail({ ...came, ...about }), ...kept });
      await store.inboundMails.take({ message: anInboundMail(came), ...kept });
      await store.inboundMails.take({ message: anInboundMail({ ...came, receivedAt: hoursLater(99_999) }), ...kept });
      await setTerms({ mails: 1 });
      expect(await store.retention.oldest(org, "mails")).toEqual(now);
      await place(aHold({ supplier }));
      expect(await store.retention.count(org, "mails", later)).toBe(1);
      expect(await clear()).toBe(1);
      const [hold] = await store.retention.holds(org);
      await lift(hold?.id ?? "");
      expect(await store.retention.count(org, "mails", later)).toBe(1);
      expect(await clear()).toBe(1);
      expect(await clear()).toBe(0);
      const { rows } = await store.inboundMails.list(org, { page: 1, pageSize: 9 });
      expect(rows.map(({ subject, from, said }) => subject + from + said).sort()).toEqual([
        "",
        "",
        "Returnedmailer-daemon@relay.exampleno such user",
      ]);
    });
  });
}
