import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { sha256 } from "#app/adapters/secrets.server";
import { openStore } from "#db/index";
import { anEvent } from "#tests/support/factories";
import { launchWithLinks } from "#tests/support/product";
import type { Launch } from "#tests/support/world";

export type AtWork = {
  readonly org: string;
  readonly attestation: string;
  readonly cookie: string;
  readonly link: string;
};

/** A campaign that asks the newest questions. */
export const newestQuestions: Launch = {
  contact: { language: "en" },
  campaign: { version: 2, ruleSet: "standard-2026.2", edition: "tip-2025" },
};

/** Suppliers of one live campaign in a data folder, each with a link and an open session. */
export async function suppliersAtWork(
  dataDir: string,
  suppliers: number,
  over: Launch = {},
): Promise<readonly AtWork[]> {
  const contact = { language: "zh-Hans" };
  const { recipients, paths, organisation } = await launchWithLinks(dataDir, { suppliers, contact, ...over });
  const store = await openStore(`file:${join(dataDir, "avow.sqlite")}`);
  const atWork: AtWork[] = [];
  for (const [index, { attestation }] of recipients.entries()) {
    const session = randomBytes(32).toString("base64url");
    await store.attestations.start({
      org: organisation.id,
      attestation: attestation.id,
      sessionHash: sha256(session),
      at: new Date(),
      audit: anEvent(),
    });
    const link = paths[index] ?? "";
    atWork.push({ org: organisation.id, attestation: attestation.id, cookie: `avow_attest=${session}`, link });
  }
  await store.close();
  return atWork;
}
