import type { TeamContext } from "#app/services/context/contexts";
import type { Signed } from "#app/services/returns/find-signed";
import { returnLimits } from "#app/services/returns/limits";
import type { AttestationDetails, Contact } from "#db/records";

/** Whom a return goes to: the contact that was asked, else the first one that is there; undefined where nobody is. */
export async function contactOf(ctx: TeamContext, { file }: Signed): Promise<Contact | undefined> {
  if (!file.contact.erasedAt) return file.contact;
  const found = await ctx.store.suppliers.get(ctx.organisation.id, file.supplier.id);
  return found?.contacts.find(({ erasedAt }) => !erasedAt);
}

/** Whether the answers to one invitation were asked about so often that they are no more. */
export async function isAskedOften(ctx: TeamContext, { file }: Signed): Promise<boolean> {
  let at: AttestationDetails | undefined = file;
  for (let round = 0; round < returnLimits.rounds; round += 1) {
    if (!at?.returned) return false;
    at = await ctx.store.attestations.get(ctx.organisation.id, at.returned.attestation);
  }
  return true;
}
