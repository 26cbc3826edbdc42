import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Store } from "#db/store";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { anEvent, hoursLater } from "#tests/support/factories";
import { launch } from "#tests/support/world";
import { aScene } from "./scene";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** What an installation knows of itself, and its record read from end to end. */
export function upkeepContract(open: () => Promise<Store>): void {
  const scene = aScene(open);

  describe("looking after the record", () => {
    test("keeps the newest of each fact", async () => {
      const { upkeep } = scene.store;
      expect(await upkeep.fact("secret-check")).toBeUndefined();
      await upkeep.keepFact("secret-check", "one");
      await upkeep.keepFact("secret-check", "two");
      await upkeep.keepFact("last-backup", "2026-01-02T03:04:05Z");
      expect(await upkeep.fact("secret-check")).toBe("two");
      expect(await upkeep.fact("last-backup")).toBe("2026-01-02T03:04:05Z");
    });

    test("knows the newest link of each invitation", async () => {
      const { invitation } = scene.world.recipient;
      const org = scene.world.organisation.id;
      const change = { org, id: invitation.id, generation: 2, tokenHash: hashOf("new"), at: hoursLater(1) };
      await scene.store.invitations.replaceLink({ ...change, expiresAt: hoursLater(9), audit: anEvent() });
      const links = await scene.store.upkeep.newestLinks(10);
      expect(links).toHaveLength(2);
      expect(links).toContainEqual({ invitation: invitation.id, generation: 2, tokenHash: hashOf("new") });
      expect(await scene.store.upkeep.newestLinks(1)).toHaveLength(1);
    });

    test("reads the record of all organisations in steps, each row once", async () => {
      const other = await launch(scene.store, { suppliers: 3 });
      const { store } = scene;
      const key = { org: other.organisation.id, attestation: other.recipient.attestation.id };
      for (const id of ["a", "b"]) {
        const evidence = aDocument({ id, sha256: hashOf(id), bytes: 5 });
        await store.evidence.add({ ...key, evidence, limits: roomyLimits, audit: anEvent() });
      }
      const by = { kind: "system", name: "test" } as const;
      await store.evidence.remove({ ...key, id: "b", at: hoursLater(1), by, audit: anEvent() });
      await store.attestations.submit(scene.submission(0));

      for (const [noun, all] of [
        ["attestations", 5],
        ["documents", 2],
        ["ratings", 1],
      ] as const) {
        const seen: string[] = [];
        for (let after: { org: string; id: string } | undefined; ; ) {
          const rows = await store.upkeep[noun]({ after, most: 2 });
          seen.push(...rows.map(({ org, id }) => `${org} ${id}`));
          after = rows.at(-1);
          if (after === undefined) break;
        }
        expect([noun, seen.length, new Set(seen).size]).toEqual([noun, all, all]);
      }
      expect(await store.upkeep.recorded([hashOf("a"), hashOf("b"), hashOf("c")])).toEqual(
        new Set([hashOf("a"), hashOf("b")]),
      );
      expect(await store.upkeep.documentBytes()).toBe(5);
      expect(await store.upkeep.bytes()).toBeGreaterThan(10_000);
    });

    test("counts what the documents of one organisation have, and has room up to what they may have", async () => {
      const { store } = scene;
      const ours = { org: scene.world.organisation.id, attestation: scene.world.recipient.attestation.id };
      const other = await launch(store);
      const theirs = { org: other.organisation.id, attestation: other.recipient.attestation.id };
      const limits = { files: 20, bytes: 1e12, everBytes: 1e12, organisationBytes: 3_000_001_000 };
      const attach = (key: typeof ours, id: string, bytes: number) => {
        const evidence = aDocument({ id, sha256: hashOf(id), bytes });
        return store.evidence.add({ ...key, evidence, limits, audit: anEvent() });
      };
      expect(await store.evidence.bytesOf(ours.org)).toBe(0);
      // More in all than 32 bits hold, which one document never has.
      await attach(ours, "one", 1_500_000_000);
      await attach(ours, "half", 1_500_000_000);
      await attach(ours, "two", 700);
      await attach(theirs, "three", 50);
      expect(await store.evidence.bytesOf(ours.org)).toBe(3_000_000_700);
      const room = (key: typeof ours, bytes: number) => store.evidence.room({ ...key, question: "A2", bytes, limits });
      expect(await room(ours, 300)).toBeUndefined();
      expect(await room(ours, 301)).toBe("organisation");
      expect(await room(theirs, 301)).toBeUndefined();
      const by = { kind: "system", name: "test" } as const;
      await store.evidence.remove({ ...ours, id: "two", at: hoursLater(1), by, audit: anEvent() });
      expect(await store.evidence.bytesOf(ours.org)).toBe(3_000_000_000);
      expect(await room(ours, 1_000)).toBeUndefined();
    });

    test("finds nothing wrong with a database that is as it was made", async () => {
      expect(await scene.store.upkeep.faults("quick")).toEqual([]);
      expect(await scene.store.upkeep.faults("whole")).toEqual([]);
    });
  });
}
