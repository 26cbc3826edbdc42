import { asVisitor } from "#app/services/context/callers";
import type { ServiceContext, SupplierContext } from "#app/services/context/contexts";
import { eventMaker } from "#app/services/context/events";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { saveAnswer } from "#app/services/supplier/question/save-answer";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import type { Attestation, Campaign, Contact, Invitation, Organisation, Supplier } from "#db/records";
import type { Answers } from "#questionnaires/answers";
import type { Fields } from "#questionnaires/reading";
import { openQuestions } from "#questionnaires/walk";
import { cleanFirm } from "#tests/questionnaires/firms";
import { aCampaign, aMail, anAttestation, anEvent, anInvitation } from "./factories";
import { addSuppliers, createOrganisation, launchFor } from "./world";

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
  over: {
    supplier?: Partial<Supplier>;
    organisation?: Partial<Organisation>;
    contact?: Partial<Contact>;
    campaign?: Partial<Campaign>;
    attestation?: Partial<Attestation>;
  } = {},
): Promise<Invited> {
  const { organisation } = await createOrganisation(ctx.store, over.organisation);
  const org = organisation.id;
  const [added] = await addSuppliers(ctx.store, org, [over.supplier ?? {}], { language: "en", ...over.contact });
  if (!added) throw new Error("no supplier was added");
  return askAgain(ctx, { organisation, ...added }, over);
}

/** The same supplier, asked in one more campaign of the same buyer. */
export async function askAgain(
  ctx: ServiceContext,
  { organisation, supplier, contact }: Pick<Invited, "organisation" | "supplier" | "contact">,
  over: { campaign?: Partial<Campaign>; attestation?: Partial<Attestation> } = {},
): Promise<Invited> {
  const org = organisation.id;
  const campaign = aCampaign({ org, regimes: [], ...over.campaign });
  await ctx.store.campaigns.create({ campaign, suppliers: [supplier.id], audit: anEvent() });
  const invitation = anInvitation({ org, campaign: campaign.id, supplier: supplier.id, contact: contact.id });
  const token = ctx.links.tokenFor(invitation.id, 1);
  const attestation = anAttestation({ ...over.attestation, org, invitation: invitation.id });
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
  const visitor = asVisitor(ctx, language);
  let session: { attestation: string; sessionToken: string } | undefined;
  const open = async (): Promise<SupplierContext> => {
    session ??= await startAttestation(visitor, { token });
    return openSupplierSession(visitor, { ...session, language });
  };
  return {
    visitor,
    open,
    /** Gives these answers, in order, each on its own page. */
    async answers(answers: Answers): Promise<void> {
      for (const [question, answer] of Object.entries(answers)) {
        const self = await open();
        const basedOn = self.session.file.revisions[question] ?? 0;
        const saved = await saveAnswer(self, self.session, eventMaker(self), { question, answer, basedOn });
        if (saved.kind !== "saved") throw new Error(`${question} was not saved: ${saved.kind}`);
      }
    },
    /** A firm without faults that answers everything, with "don't know" wherever a question is left over. */
    async answersAll(): Promise<void> {
      await this.answers(cleanFirm);
      const left = async () => openQuestions((await open()).session.walk);
      for (let questions = await left(); questions.length > 0; questions = await left()) {
        await this.answers(Object.fromEntries(questions.map(({ id }) => [id, { unsure: "dk" }])));
      }
    },
    async submits(fields: Fields = signature) {
      const self = await open();
      return submitAttestation(self, { fields, revision: self.session.file.attestation.revision });
    },
  };
}
