import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { requireAsSigned } from "#app/services/answers/signed/mismatches";
import { inSignedWords } from "#app/services/answers/signed/signed-words";
import { asSupplier } from "#app/services/context/callers";
import type { SupplierContext } from "#app/services/context/contexts";
import { supplierSessionsSince } from "#app/services/context/session-limits";
import { visitorUseCase } from "#app/services/context/use-case";
import { requireQuestionnaire, requireRuleSetAndEdition } from "#app/services/ratings/rating-versions";
import { findStandIn } from "#app/services/stand-in/stand-in-session";
import { findColleague } from "#app/services/supplier/colleagues/colleague-session";
import { findLinkProblem, linkProblem, removedProblem } from "#app/services/supplier/link/link";
import { readerLanguage } from "#app/services/supplier/page/reader-language";
import { walkSession } from "./supplier-session";

/**
 * Opens the attestation that a session token belongs to, with one read of the store; what a supplier may do is called with
 * the context that comes back. `language`: what the reader chose, if anything.
 * @throws Problem "session-missing" for any other session, and one that was begun too long ago; for a link that ended, what its own page would
 * say; "record-changed", with an event, when what is kept is not what was signed
 */
export const openSupplierSession = visitorUseCase({
  permission: "links.use",
  input: z.object({
    attestation: z.string(),
    sessionToken: z.string().optional(),
    /** The session of a person of the team, where their browser brings one. */
    teamSession: z.string().max(200).optional(),
    language: z.string().optional(),
    /** The token of another link that answers are offered from. */
    elsewhere: z.string().max(100).optional(),
  }),
  events: ["record.mismatched"],
  async run(ctx, { attestation, sessionToken, teamSession, language, elsewhere }, event): Promise<SupplierContext> {
    if (!sessionToken) throw new Problem("session-missing");
    const since = supplierSessionsSince(ctx.clock.now());
    const kept = await ctx.store.attestations.bySession(ctx.links.hash(sessionToken), attestation, since);
    if (!kept) throw new Problem("session-missing");
    const ended = findLinkProblem(kept, ctx.clock.now());
    if (ended) throw ended.code === "answers-removed" ? await removedProblem(ctx, kept) : ended;
    // Whoever works with an older link is shut out: the buyer replaced it for a reason, such as a wrong address.
    const generation = Number(/^(\d{1,9})\./.exec(sessionToken)?.[1] ?? kept.invitation.generation);
    if (generation !== kept.invitation.generation) throw linkProblem("link-replaced", kept);
    const standIn = await findStandIn(ctx, { sessionToken, teamSession, org: kept.attestation.org });
    const colleague = await findColleague(ctx, sessionToken, kept);
    const file = await requireAsSigned(ctx, event, kept, { kind: "supplier", attestation });
    const questionnaire = inSignedWords(await requireQuestionnaire(ctx, file.attestation), file.declaration);
    const rules = await requireRuleSetAndEdition(ctx, file.campaign);
    const opened = {
      file,
      questionnaire,
      ...rules,
      ...(standIn ? { standIn } : {}),
      ...(colleague ? { colleague } : {}),
      ...(elsewhere && !standIn && !colleague ? { elsewhere } : {}),
    };
    return asSupplier(ctx, {
      session: { ...opened, walk: walkSession(opened, file.answers) },
      language: readerLanguage(
        { chosen: language, contact: (colleague ?? file.contact).language, otherwise: ctx.language },
        file.campaign,
      ),
      from: ctx.from,
    });
  },
});
