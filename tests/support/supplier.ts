import type { ServiceContext, SupplierContext } from "#app/services/context/contexts";
import { startAttestation } from "#app/services/supplier/link/start";
import { saveAnswer } from "#app/services/supplier/question/save-answer";
import { openSupplierSession, type SupplierSession } from "#app/services/supplier/session/supplier-session";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import type { Campaign, Contact, Invitation, Organisation, Supplier } from "#db/records";
import type { Answers } from "#questionnaires/answers";
import { openQuestions } from "#questionnaires/journey";
import type { Fields } from "#questionnaires/reading";
import { cleanFirm } from "#tests/questionnaires/firms";
import { aCampaign, aMail, anAttestation, anEvent, anInvitation } from "./factories";
import { addSuppliers, launchFor, settle } from "./world";

export type Invited = {
  readonly organisation: Organisation;
  readonly supplier: Supplier;
  readonly contact: Contact;
  readonly invitation: Pick<Invitation, "org" | "id">;
  readonly attestation: string;
  readonly token: string;
};

/** One supplier with a link that works, in an organisation and a live campaign of its own. */
export async function invite(
  ctx: ServiceContext,
  over: { supplier?: Partial<Supplier>; organisation?: Partial<Organisation>; campaign?: Partial<Campaign> } = {},
): Promise<Invited> {
  const { organisation } = await settle(ctx.store, over.organisation);
  const org = organisation.id;
  const [added] = await addSuppliers(ctx.store, org, [over.supplier ?? {}], { language: "en" });
  if (!added) throw new Error("no supplier was added");
  const { supplier, contact } = added;
  const campaign = aCampaign({ org, regimes: [], ...over.campaign });
  await ctx.store.campaigns.create({ campaign, suppliers: [supplier.id], audit: anEvent() });
  const invitation = anInvitation({ org, campaign: campaign.id, supplier: supplier.id, contact: contact.id });
  const token = ctx.links.tokenFor(invitation.id, 1);
  const attestation = anAttestation({ org, invitation: invitation.id });
  const mail = aMail({ org, invitation: invitation.id, to: contact.email });
  const recipients = [{ invitation: { ...invitation, tokenHash: ctx.links.hash(token) }, attestation, mail }];
  await launchFor(ctx.store, { org, campaign: campaign.id, recipients });
  return { organisation, supplier, contact, invitation, attestation: attestation.id, token };
}

/** A form as a browser sends it. */
export function form(fields: Readonly<Record<string, string | readonly string[]>>): Fields {
  return new Map(Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? [value] : value]));
}

/** Fields of the declaration that somebody who may sign fills in. */
export const signature = form({
  "O2.name": "Rita Alves",
  "O2.job": "Managing director",
  "O2.sharing": "buyer",
  "O2.authority": "yes",
});

/** Somebody who holds a link: starts, answers and signs as the pages do. */
export function asSupplier(ctx: ServiceContext, token: string, language = "en") {
  const self: SupplierContext = { ...ctx, language };
  let session: { attestation: string; sessionToken: string } | undefined;
  const open = async (): Promise<SupplierSession> => {
    session ??= await startAttestation(ctx, { token, language });
    return openSupplierSession(ctx, session);
  };
  return {
    ctx: self,
    open,
    /** Gives these answers, in order, each on its own page. */
    async answers(answers: Answers): Promise<void> {
      for (const [question, answer] of Object.entries(answers)) {
        const session = await open();
        const basedOn = session.file.revisions[question] ?? 0;
        const saved = await saveAnswer(ctx, session, { question, answer, basedOn });
        if (saved.kind !== "saved") throw new Error(`${question} was not saved: ${saved.kind}`);
      }
    },
    /** A firm without faults that answers everything, with "don't know" wherever a question is left over. */
    async answersAll(): Promise<void> {
      await this.answers(cleanFirm);
      for (let left = openQuestions((await open()).walk); left.length > 0; left = openQuestions((await open()).walk)) {
        await this.answers(Object.fromEntries(left.map(({ id }) => [id, { unsure: "dk" }])));
      }
    },
    async submits(fields: Fields = signature) {
      const session = await open();
      return submitAttestation(self, session, { fields, revision: session.file.attestation.revision });
    },
  };
}
