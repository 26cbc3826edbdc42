import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { sha256 } from "#app/adapters/secrets.server";
import { openStore } from "#db/index";
import { anEvent } from "#tests/support/factories";
import { launchWithLinks } from "#tests/support/product";

export type AtWork = { readonly attestation: string; readonly cookie: string; readonly link: string };

/** Suppliers of one live campaign in a data folder, each with a link and an open session. */
export async function suppliersAtWork(dataDir: string, suppliers: number): Promise<readonly AtWork[]> {
  const { recipients, paths, organisation } = await launchWithLinks(dataDir, {
    suppliers,
    contact: { language: "zh-Hans" },
  });
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
    atWork.push({ attestation: attestation.id, cookie: `avow_attest=${session}`, link: paths[index] ?? "" });
  }
  await store.close();
  return atWork;
}
