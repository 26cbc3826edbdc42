import { beforeEach, describe, expect, test } from "vitest";
import { MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { anApiKey } from "#tests/support/api-keys";
import { anAction, anActionEntry, anEvent, hoursLater, now } from "#tests/support/factories";
import { aScene } from "./scene";

const audit = anEvent();

/** Keys of the API, what is kept for requests that are sent twice, and lists that are read in parts. */
export function apiKeysContract(open: () => Promise<Store>): void {
  describe("keys of the API", () => {
    const scene = aScene(open);
    let store: Store;
    let org: string;
    let madeBy: string;
    beforeEach(() => {
      store = scene.store;
      org = scene.world.organisation.id;
      madeBy = scene.world.admin.id;
    });

    test("a key opens by its hash what its maker may do, until it is revoked or over", async () => {
      const key = anApiKey({ org, madeBy });
      expect(await store.apiKeys.make({ key, keyHash: `h-${org}`, most: 1, audit })).toBe("made");
      const next = anApiKey({ org, madeBy, id: "key-2" });
      expect(await store.apiKeys.make({ key: next, keyHash: `n-${org}`, most: 1, audit })).toBe("full");
      expect(await store.apiKeys.list(org)).toEqual([{ ...key, by: scene.world.admin.name }]);
      const opened = await store.apiKeys.open(`h-${org}`, now);
      expect(opened).toMatchObject({ key, user: { id: madeBy }, hasSecondFactor: false, needsSecondFactor: false });
      expect(await store.apiKeys.open("another", now)).toBeUndefined();
      expect(await store.apiKeys.open(`h-${org}`, hoursLater(24))).toBeUndefined();
      await store.apiKeys.touch({ org, id: key.id, at: hoursLater(1) });
      expect((await store.apiKeys.list(org))[0]?.lastUsedAt).toEqual(hoursLater(1));
      await store.secondFactors.changeRoles({ org, roles: ["admin"], audit });
      expect((await store.apiKeys.open(`h-${org}`, now))?.needsSecondFactor).toBe(true);
      await store.apiKeys.revoke({ org, id: key.id, at: hoursLater(2), audit });
      expect(await store.apiKeys.open(`h-${org}`, now)).toBeUndefined();
      await expect(store.apiKeys.revoke({ org, id: key.id, at: hoursLater(3), audit })).rejects.toBeInstanceOf(
        MissingError,
      );
      // What opens nothing counts no more.
      expect(await store.apiKeys.make({ key: next, keyHash: `n-${org}`, most: 1, audit })).toBe("made");
    });

    test("a request is begun once, and answered again with what it was answered", async () => {
      await store.apiKeys.make({ key: anApiKey({ org, madeBy }), keyHash: `h-${org}`, most: 1, audit });
      const asked = { org, key: "key-1", name: "once", request: "a" };
      const at = { at: now, staleBefore: hoursLater(-1) };
      const both = await Promise.all([
        store.apiKeys.begin({ ...asked, ...at }),
        store.apiKeys.begin({ ...asked, ...at }),
      ]);
      expect(both.map(({ state }) => state).sort()).toEqual(["begun", "running"]);
      expect(await store.apiKeys.begin({ ...asked, request: "b", ...at })).toEqual({ state: "other-request" });
      await store.apiKeys.end({ ...asked, answer: { status: 201, body: "{}" } });
      expect(await store.apiKeys.begin({ ...asked, ...at })).toEqual({ state: "answered", status: 201, body: "{}" });
      const other = { ...asked, name: "failed" };
      await store.apiKeys.begin({ ...other, ...at });
      await store.apiKeys.end(other);
      expect(await store.apiKeys.begin({ ...other, ...at })).toEqual({ state: "begun" });
      // Nobody answered: whoever was at it is gone.
      expect(await store.apiKeys.begin({ ...other, at: hoursLater(1), staleBefore: hoursLater(1) })).toEqual({
        state: "begun",
      });
      expect(await store.apiKeys.forget(hoursLater(1))).toBe(1);
      expect(await store.apiKeys.begin({ ...asked, ...at })).toEqual({ state: "begun" });
    });

    test("suppliers, reviews and actions come in parts that are all of them", async () => {
      const filter = { sort: "rating", direction: "down", page: 1, pageSize: 50 } as const;
      const [first, second] = await store.suppliers.after(org, filter, { most: 2 });
      expect(await store.suppliers.after(org, filter, { after: first?.supplier.id, most: 2 })).toEqual([second]);
      expect(await store.suppliers.after(org, filter, { after: second?.supplier.id, most: 2 })).toEqual([]);
      expect(await store.suppliers.after(org, filter, { after: "nobody", most: 2 })).toEqual([]);
      expect(await store.suppliers.row(org, second?.supplier.id ?? "")).toEqual(second);
      expect(await store.suppliers.row(org, "nobody")).toBeUndefined();

      const { attestation, supplier } = scene.world.recipient;
      for (const id of ["b", "a"]) {
        const action = anAction({ org, id, attestation: attestation.id, supplier: supplier.id });
        await store.actions.open({ action, entry: anActionEntry(), audit: [audit] });
      }
      const asked = { user: madeBy, today: "2026-03-02", showsNorthKorea: true };
      expect((await store.actions.after(org, asked, { most: 1 })).map(({ id }) => id)).toEqual(["a"]);
      expect((await store.actions.after(org, asked, { after: "a", most: 9 })).map(({ id }) => id)).toEqual(["b"]);

      await scene.save("E1", 0);
      await store.attestations.submit(scene.submission(1));
      const reviews = await store.reviews.after(org, { state: "open" }, { most: 9 });
      expect(reviews.map((one) => one.attestation)).toEqual([attestation.id]);
      expect(await store.reviews.after(org, { state: "open" }, { after: attestation.id, most: 9 })).toEqual([]);
    });
  });
}
