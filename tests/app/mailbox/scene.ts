import type { TeamContext } from "#app/services/context/contexts";
import { receiveMails } from "#app/services/mailbox/receive-mails";
import { saveContact } from "#app/services/team/suppliers/contacts/save-contact";
import { asPerson } from "#tests/support/context";
import { delivering } from "#tests/support/delivering";
import { aUser } from "#tests/support/factories";
import { doJobs } from "#tests/support/jobs";
import { launch, type Recipient, type World } from "#tests/support/world";

/** A campaign whose mails were sent, and a buyer who takes in what comes back. */
export async function mailboxScene() {
  const { ctx, server } = await delivering();
  const world = await launch(ctx.store, { suppliers: 2, campaign: { regimes: [] } });
  await doJobs(ctx);
  const as = ({ organisation }: World, over: Parameters<typeof aUser>[0] = {}): TeamContext =>
    asPerson(ctx, { user: aUser({ org: organisation.id, role: "buyer", ...over }), organisation });
  const team = as(world);
  const org = world.organisation.id;
  const [recipient, other] = world.recipients;
  if (!recipient || !other) throw new Error("two were asked");
  return {
    ...{ ctx, server, world, team, org, recipient, other, as },
    asked: { campaign: world.campaign.id, invitation: recipient.invitation.id },
    async take(...messages: readonly Uint8Array[]) {
      const outcome = await receiveMails.submit(team, { messages, way: "file" });
      if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults));
      return outcome.done;
    },
    /** How many mails leave of those that wait. */
    async deliver() {
      const before = server.received.length;
      await doJobs(ctx);
      return server.received.length - before;
    },
    state: (of: Recipient = recipient) => ctx.store.inboundMails.stateOf(org, of.contact.id),
    mail: (of: Recipient = recipient) => ctx.store.mails.get(org, of.mail.id),
    moveTo: (email: string) =>
      saveContact(team, {
        ...{ supplier: recipient.supplier.id, contact: recipient.contact.id },
        name: "",
        email,
        language: "en",
      }),
  };
}
