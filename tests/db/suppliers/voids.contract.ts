import { describe, expect, test } from "vitest";
import type { Actor } from "#db/audit";
import { MissingError } from "#db/errors";
import type { Void } from "#db/records";
import type { Store } from "#db/store";
import { aScene } from "#tests/db/scene";
import {
  aCampaign,
  aDeclaration,
  aMail,
  anAttestation,
  anEvent,
  anExpectation,
  anInvitation,
  hoursLater,
  now,
} from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { launchFor } from "#tests/support/world";

const byAnalyst: Actor = { kind: "person", id: "user-9", name: "Ana Reis" };
const view = { sort: "rating", direction: "down", page: 1, pageSize: 10 } as const;

/** How every store declares what was signed void, and what it shows of a supplier from then on. */
export function voidsContract(open: () => Promise<Store>): void {
  const scene = aScene(open);
  const org = () => scene.world.organisation.id;

  function aVoid(over: Partial<Void> = {}, of = scene.world.recipient): Parameters<Store["attestations"]["void"]>[0] {
    return {
      org: org(),
      attestation: of.attestation.id,
      supplier: of.supplier.id,
      voided: { reason: "Signed by somebody\nwho had left.", actor: byAnalyst, voidedAt: hoursLater(1), ...over },
      summary: {
        rated: () => ({ driver: { code: "C", points: 1, floor: false }, tiers: [{ country: "VN", tier: "2" }] }),
        unrated: (country) => anExpectation({ country }),
      },
      audit: anEvent({ action: "attestation.voided", details: {} }),
    };
  }
  const rowOf = async (id: string) =>
    (await scene.store.suppliers.table(org(), view)).rows.find(({ supplier }) => supplier.id === id);
  const rate = (score: number) =>
    scene.store.ratings.add({
      org: org(),
      ...aNewRating({
        attestation: scene.world.recipient.attestation.id,
        supplier: scene.world.recipient.supplier.id,
        rating: aRating({ score }),
      }),
      audit: anEvent(),
    });

  /** The first supplier is asked in another campaign, and signs that too. */
  async function signAnother(score: number): Promise<string> {
    const { supplier, contact } = scene.world.recipient;
    const campaign = aCampaign({ org: org() });
    await scene.store.campaigns.create({ campaign, suppliers: [supplier.id], audit: anEvent() });
    const invitation = anInvitation({ org: org(), campaign: campaign.id, supplier: supplier.id, contact: contact.id });
    const attestation = anAttestation({ org: org(), invitation: invitation.id });
    const mail = aMail({ org: org(), invitation: invitation.id });
    await launchFor(scene.store, {
      org: org(),
      campaign: campaign.id,
      recipients: [{ invitation, attestation, mail }],
    });
    await scene.store.attestations.submit({
      org: org(),
      attestation: attestation.id,
      revision: 0,
      declaration: aDeclaration({ signedAt: hoursLater(2) }),
      rating: aNewRating({ attestation: attestation.id, supplier: supplier.id, rating: aRating({ score }) }),
      audit: [anEvent()],
    });
    return attestation.id;
  }

  describe("a void", () => {
    test("stands beside what was signed, which stays as it is", async () => {
      await scene.save("B1", 0);
      await scene.store.attestations.submit(scene.submission(1));
      const before = await scene.file();
      expect(await scene.store.ratings.figures(org(), { most: 9 })).toHaveLength(1);
      expect(await scene.store.campaigns.coverage(org())).toMatchObject([{ asked: 2, answered: 1 }]);
      const change = aVoid();
      expect(await scene.store.attestations.void(change)).toEqual({ voided: change.voided, first: true });
      expect(await scene.file()).toEqual({ ...before, voided: change.voided });
      const { recipient, campaign } = scene.world;
      expect((await scene.store.invitations.get(org(), recipient.invitation.id))?.voided).toEqual(change.voided);
      const [asked] = await scene.store.suppliers.attestations(org(), recipient.supplier.id);
      expect(asked?.voided).toEqual(change.voided);
      const target = await scene.store.invitations.byToken(recipient.invitation.tokenHash);
      expect(target?.file.voided).toEqual(change.voided);
      const funnel = await scene.store.campaigns.funnel(org(), campaign.id, now);
      expect(funnel).toMatchObject({ submitted: 0, voided: 1, started: 2, silent: 0, troubled: 1 });
      const found = { page: 1, pageSize: 10, now };
      const voided = await scene.store.campaigns.recipients(org(), campaign.id, { ...found, problem: "voided" });
      expect(voided.rows.map(({ supplier }) => supplier.id)).toEqual([recipient.supplier.id]);
      const sent = await scene.store.campaigns.recipients(org(), campaign.id, { ...found, step: "submitted" });
      expect(sent.total).toBe(0);
      expect((await scene.store.campaigns.list(org()))[0]).toMatchObject({ submitted: 0, recipients: 2 });
      expect(await scene.store.campaigns.coverage(org())).toMatchObject([{ asked: 2, answered: 0 }]);
      expect(await scene.store.ratings.figures(org(), { most: 9 })).toEqual([]);
    });

    test("declared twenty times at once is one, with the first reason and one event", async () => {
      await scene.store.attestations.submit(scene.submission(0));
      const before = (await scene.events()).length;
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, at) => scene.store.attestations.void(aVoid({ reason: `reason ${at}` }))),
      );
      expect(all.filter(({ first }) => first)).toHaveLength(1);
      expect(new Set(all.map(({ voided }) => voided.reason)).size).toBe(1);
      expect((await scene.events()).length).toBe(before + 1);
    });

    test("is of what is signed, and of the supplier who signed it", async () => {
      await expect(scene.store.attestations.void(aVoid())).rejects.toBeInstanceOf(MissingError);
      await scene.store.attestations.submit(scene.submission(0));
      const other = scene.world.recipients[1];
      const wrong = { ...aVoid(), supplier: other?.supplier.id ?? "" };
      await expect(scene.store.attestations.void(wrong)).rejects.toBeInstanceOf(MissingError);
      await expect(scene.store.attestations.void({ ...aVoid(), org: "org-of-nobody" })).rejects.toBeInstanceOf(
        MissingError,
      );
      expect((await scene.file())?.voided).toBeUndefined();
    });

    test("of the only submission leaves its supplier as one that was never rated", async () => {
      const { supplier, attestation } = scene.world.recipient;
      const before = await rowOf(supplier.id);
      await scene.store.attestations.submit(scene.submission(0));
      await rate(42.1);
      await scene.store.attestations.void(aVoid());
      const row = await rowOf(supplier.id);
      const expected = (await scene.store.suppliers.get(org(), supplier.id))?.expected;
      expect(expected?.score).toBeGreaterThan(0);
      expect({ ...row, expected: undefined, tiers: [] }).toEqual({ ...before, expected: undefined, tiers: [] });
      expect((await scene.store.suppliers.table(org(), view)).byBand).toEqual({
        ...{ low: 0, medium: 0, high: 0, critical: 0 },
        none: 2,
      });
      expect(await scene.store.ratings.latest(org(), supplier.id)).toBeUndefined();
      expect(await scene.store.ratings.ofAttestation(org(), supplier.id, attestation.id)).toBeUndefined();
      const [one] = await scene.store.ratings.newest(org(), [supplier.id]);
      expect(one).toMatchObject({ supplier: { id: supplier.id }, expected: {} });
      expect(one).not.toHaveProperty("newest");
      const history = await scene.store.ratings.history(org(), supplier.id);
      expect(history.map(({ isVoid, rating }) => [isVoid, rating.score])).toEqual([
        [true, 42.1],
        [true, 30],
      ]);
    });

    test("of the newest submission gives back the rating of the one before, and the other way round changes nothing", async () => {
      const { supplier, attestation } = scene.world.recipient;
      await scene.store.attestations.submit(scene.submission(0));
      const first = await rowOf(supplier.id);
      const second = await signAnother(55.5);
      expect(await rowOf(supplier.id)).toMatchObject({ score: 55.5, attestation: second, change: 25.5 });
      await scene.store.attestations.void({ ...aVoid(), attestation: second });
      const driver = { code: "C", points: 1, floor: false };
      expect(await rowOf(supplier.id)).toEqual({ ...first, driver });
      expect((await scene.store.ratings.latest(org(), supplier.id))?.attestation).toBe(attestation.id);
      await rate(31);
      expect(await rowOf(supplier.id)).toMatchObject({ score: 31, change: 1 });
    });

    test("of an older submission leaves the newest rating, which is compared with nothing any more", async () => {
      const { supplier } = scene.world.recipient;
      await scene.store.attestations.submit(scene.submission(0));
      const second = await signAnother(55.5);
      await scene.store.attestations.void(aVoid());
      const row = await rowOf(supplier.id);
      expect(row).toMatchObject({ score: 55.5, attestation: second });
      expect(row?.change).toBeUndefined();
      expect(row?.previousBand).toBeUndefined();
      expect((await scene.store.suppliers.get(org(), supplier.id))?.expected).toBeUndefined();
    });

    test("takes no new rating of what is void, whatever its supplier has besides", async () => {
      await scene.store.attestations.submit(scene.submission(0));
      await scene.store.attestations.void(aVoid());
      await expect(rate(50)).rejects.toBeInstanceOf(MissingError);
      await signAnother(20);
      await expect(rate(50)).rejects.toBeInstanceOf(MissingError);
      expect(await scene.store.ratings.history(org(), scene.world.recipient.supplier.id)).toHaveLength(2);
      expect(await rowOf(scene.world.recipient.supplier.id)).toMatchObject({ score: 20 });
    });
  });
}
