import { describe, expect, test } from "vitest";
import { LockedError, MissingError } from "#db/errors";
import type { Store } from "#db/store";
import { aMail, anEvent, now } from "#tests/support/factories";
import { aRemoval } from "#tests/support/removals";
import { aSigningCode } from "#tests/support/signing-codes";
import { aScene } from "./scene";

const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const limits = { apartMs: 60_000, most: 5, spanMs: 3_600_000 };

/** That codes are bounded and spent once, whoever asks at the same time. */
export function signingCodesContract(open: () => Promise<Store>): void {
  const scene = aScene(open);
  const own = () => ({ org: scene.world.organisation.id, attestation: scene.world.recipient.attestation.id });

  const ask = (mail: string, at = now) => {
    const { org, attestation } = own();
    const invitation = scene.world.recipient.invitation.id;
    return scene.store.signingCodes.ask({
      code: aSigningCode({ org, attestation, mail, askedAt: at }),
      mail: aMail({ org, invitation, id: mail, kind: "code", to: "lin@mill.example", queuedAt: at }),
      limits,
      audit: anEvent({ action: "attestation.code-asked", details: { mail, revision: 1 } }),
    });
  };
  const wrong = (mail: string) =>
    scene.store.signingCodes.countWrong({
      org: own().org,
      mail,
      most: 5,
      audit: anEvent({ action: "attestation.code-wrong", details: { mail, tries: 0 } }),
    });
  const told = async (action: string) => (await scene.events()).filter((event) => event.action === action).length;

  describe("a code", () => {
    test("is kept with its mail, which goes before all that wait and is not the newest of its invitation", async () => {
      const { org, attestation } = own();
      expect(await ask("m1")).toEqual({ kind: "asked" });
      const code = { org, attestation, mail: "m1", revision: 1, statementHash: "s", askedAt: now, tries: 0 };
      expect(await scene.store.signingCodes.get(org, "m1")).toEqual(code);
      const sending = { to: "lin@mill.example", state: "queued" };
      expect(await scene.store.signingCodes.newest(org, attestation)).toEqual({ ...code, sending });
      expect(await scene.store.signingCodes.newest("elsewhere", attestation)).toBeUndefined();
      const kinds = [{ kind: "mail.send", most: 1 }];
      const [first] = await scene.store.jobs.claim({ kinds, now, leaseUntil: minutes(1) });
      expect(first?.job.payload).toEqual({ mails: ["m1"], attempts: 0 });
      const { rows } = await scene.store.campaigns.recipients(org, scene.world.campaign.id, {
        page: 1,
        pageSize: 9,
        now,
      });
      expect(rows.map(({ lastMail }) => lastMail?.kind)).toEqual(["invitation", "invitation"]);
    });

    test("is asked for once, by however many at once", async () => {
      const asked = await Promise.all(Array.from({ length: 6 }, (_, at) => ask(`m${at}`)));
      expect(asked.filter(({ kind }) => kind === "asked")).toHaveLength(1);
      expect(asked.filter(({ kind }) => kind === "too-soon")).toHaveLength(5);
      expect(await told("attestation.code-asked")).toBe(1);
    });

    test("is asked for five times an hour", async () => {
      for (const at of [0, 1, 2, 3, 4]) expect(await ask(`m${at}`, minutes(at))).toEqual({ kind: "asked" });
      expect(await ask("m5", minutes(5))).toEqual({ kind: "too-many", after: minutes(60) });
      expect(await ask("m6", minutes(60))).toEqual({ kind: "asked" });
      expect(await ask("m7", minutes(60.5))).toEqual({ kind: "too-soon" });
      expect(await told("attestation.code-asked")).toBe(6);
    });

    test("counts five wrong ones, however many come at once, and is not spent after them", async () => {
      await ask("m1");
      const counted = await Promise.all(Array.from({ length: 9 }, () => wrong("m1")));
      expect(counted.filter((tries) => tries !== undefined).sort()).toEqual([1, 2, 3, 4, 5]);
      expect(await told("attestation.code-wrong")).toBe(5);
      const { revision } = await scene.save("B1", 0);
      const submission = scene.submission(revision);
      const code = { mail: "m1", most: 5 };
      await expect(scene.store.attestations.submit({ ...submission, code })).rejects.toThrow(MissingError);
      expect((await scene.file())?.declaration).toBeUndefined();
    });

    test("goes with what was answered, and says so", async () => {
      const { org, attestation } = own();
      await ask("m1");
      const removal = aRemoval({ org, attestation, actor: { kind: "system", name: "retention" }, at: minutes(3) });
      expect(await scene.store.retention.removeAttestation(removal)).toBe("removed");
      expect(await scene.store.signingCodes.newest(org, attestation)).toBeUndefined();
      const [removed] = await scene.store.retention.removals(org, [attestation]);
      expect(removed?.rows).toMatchObject({ signing_codes: 1 });
    });

    test("is spent by the signature, with all others, and none is asked for after it", async () => {
      const { org, attestation } = own();
      await ask("m1");
      await ask("m2", minutes(2));
      const { revision } = await scene.save("B1", 0);
      const submission = { ...scene.submission(revision), code: { mail: "m2", most: 5 } };
      expect((await scene.store.attestations.submit(submission)).first).toBe(true);
      expect((await scene.store.attestations.submit(submission)).first).toBe(false);
      expect(await scene.store.signingCodes.newest(org, attestation)).toBeUndefined();
      await expect(ask("m3", minutes(4))).rejects.toThrow(LockedError);
    });
  });
}
