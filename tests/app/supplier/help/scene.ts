import { answerHelp } from "#app/services/help/answer-help";
import { askHelp } from "#app/services/supplier/help/ask-help";
import type { User } from "#db/records";
import { colleagueScene } from "#tests/app/supplier/colleagues/scene";
import { asPerson } from "#tests/support/context";
import { anEvent, aUser } from "#tests/support/factories";
import { form } from "#tests/support/supplier";

/** A supplier with a link that works, and somebody of the buyer who answers it. */
export async function helpScene(options: Parameters<typeof colleagueScene>[0] = {}) {
  const scene = await colleagueScene(options);
  const { ctx, invited, supplier } = scene;
  const { organisation, attestation, invitation } = invited;
  const add = async (over: Partial<User>) => {
    const user = aUser({ org: organisation.id, ...over });
    await ctx.store.users.add({ user, passwordHash: "of nobody", audit: anEvent() });
    return user;
  };
  const buyer = await add({ role: "buyer", name: "Ida Lindqvist", email: "ida@nordwind.example" });
  const team = asPerson(ctx, { user: buyer, organisation });
  return {
    ...scene,
    ...{ add, buyer, team },
    askColleague: scene.ask,
    ask: async (message: string, question = "E1", self = supplier.open()) =>
      askHelp(await self, { question, fields: form({ message, seen: String(await count()) }) }),
    answer: async (answer: string, question = "E1", as = team) =>
      answerHelp.submit(as, { attestation, question, answer, seen: String(await count()) }),
    /** All mails of a kind about the supplier, the oldest first. */
    mails: async (kind: string) => {
      const all = await ctx.store.mails.about(organisation.id, { invitations: [invitation.id], most: 99 });
      return all.filter((mail) => mail.kind === kind);
    },
  };

  async function count() {
    return (await ctx.store.help.messages(organisation.id, attestation)).length;
  }
}
