import * as z from "zod";
import type { ServiceContext } from "#app/services/context/contexts";
import { recordId } from "#app/services/context/inputs";
import { supplierSessionsSince } from "#app/services/context/session-limits";
import { visitorUseCase } from "#app/services/context/use-case";
import { supplierActor } from "#app/services/supplier/link/link";
import { languageLinks } from "#app/services/supplier/page/language-links";
import { uiLanguage } from "#app/services/supplier/page/page-texts";
import type { FrameView } from "#app/views/supplier/frame";
import type { Actor } from "#db/audit";

/**
 * Ends the session of one browser; what was saved stays, and the link opens it again. Doing it twice is doing it once, and
 * somebody without a session has nothing to end.
 */
export const leaveDevice = visitorUseCase({
  permission: "links.use",
  input: z.object({ attestation: z.string(), sessionToken: z.string() }),
  events: ["attestation.signed-out"],
  async run(ctx, { attestation, sessionToken }, event) {
    const sessionHash = ctx.links.hash(sessionToken);
    const since = supplierSessionsSince(ctx.clock.now());
    const kept = await ctx.store.attestations.bySession(sessionHash, attestation, since);
    if (!kept) return;
    const { org } = kept.attestation;
    const by = (await otherActor(ctx, { org, attestation, sessionHash })) ?? supplierActor(kept);
    const audit = event("attestation.signed-out", attestation, {}, { by });
    await ctx.store.attestations.signOut({ org, attestation, sessionHash, audit });
  },
});

/** Whose session it is, where it is not the supplier's own. */
async function otherActor(
  { store }: Pick<ServiceContext, "store">,
  {
    org,
    attestation,
    sessionHash,
  }: { readonly org: string; readonly attestation: string; readonly sessionHash: string },
): Promise<Actor | undefined> {
  const standIn = await store.attestations.standInOf(org, sessionHash);
  if (standIn) return { kind: "stand-in", attestation, id: standIn.user, name: standIn.name };
  const colleague = await store.colleagues.bySession(org, sessionHash);
  return colleague && { kind: "colleague", attestation, id: colleague.id, name: colleague.name };
}

/** The page after that, which is nobody's any more. */
export const showDeviceLeft = visitorUseCase({
  permission: "links.use",
  input: z.object({ attestation: recordId }),
  events: [],
  run(ctx, { attestation }): { frame: FrameView } {
    const ui = uiLanguage(ctx.language);
    const title = ctx.t(ui)("supplier:signedOut.title");
    const languages = languageLinks(`/attest/${attestation}/done`, ui);
    return { frame: { language: ui, chosen: ctx.language, title, buyer: "", languages } };
  },
});
