import { asVisitor } from "#app/services/context/callers";
import type { SupplierContext } from "#app/services/context/contexts";
import { askColleague } from "#app/services/supplier/colleagues/ask-colleague";
import { colleagueToken } from "#app/services/supplier/colleagues/colleague-link";
import { startColleague } from "#app/services/supplier/colleagues/start-colleague";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import type { Campaign } from "#db/records";
import { type TestContext, testContext } from "#tests/support/context";
import { asSupplier, form, type Invited, invite } from "#tests/support/supplier";

export type AskForm = Readonly<Record<string, string | readonly string[]>>;

/** What the form of the page sends for one colleague who answers section E. */
export const askForm = {
  section: ["E"],
  name: "Zhang Wei",
  email: "zhang.wei@haoyuan.example",
  reads: "en",
  asker: "Li Na",
  note: "Please answer by Friday.",
  sign: "no",
  seen: "0",
} as const satisfies AskForm;

type SceneOptions = {
  readonly mails?: boolean;
  /** The product that it is in, with a mailer of its own. */
  readonly ctx?: TestContext;
  readonly campaign?: Partial<Campaign>;
};

/** A supplier with a link that works, who can ask colleagues; mails leave where `mails` says so. */
export async function colleagueScene({ mails = true, ctx, campaign }: SceneOptions = {}) {
  const world = ctx ?? (await ownWorld(mails));
  const invited = await invite(world, campaign ? { campaign } : {});
  const supplier = asSupplier(world, invited.token);
  await supplier.open();
  return {
    ctx: world,
    invited,
    supplier,
    ask: async (over: AskForm = {}) => askColleague(await supplier.open(), { fields: form({ ...askForm, ...over }) }),
    list: () => world.store.colleagues.list(invited.organisation.id, invited.attestation),
    events: () => world.store.audit.trail(invited.organisation.id, { subjects: [invited.attestation], most: 1000 }),
    ...openers(world, invited),
  };
}

async function ownWorld(mails: boolean): Promise<TestContext> {
  const ctx = await testContext();
  if (!mails) return ctx;
  return Object.assign(ctx, { mailer: { send: async () => {}, verify: async () => {}, close: () => {} } });
}

function openers(ctx: TestContext, invited: Invited) {
  const visitor = asVisitor(ctx, "en");
  const { id: org } = invited.organisation;
  // By the trail: the clock stands still, so that two are asked at one instant.
  const newest = async () => {
    const [event] = await ctx.store.audit.trail(org, { actions: ["colleague.asked"], most: 1 });
    const asked = event?.action === "colleague.asked" ? event.details.colleague : "";
    const found = await ctx.store.colleagues.get(org, asked);
    if (!found) throw new Error("nobody was asked");
    return found;
  };
  return {
    visitor,
    newest,
    /** The token of the link of whoever was asked last. */
    token: async () => colleagueToken(ctx, await newest()),
    /** Opens that link as its page does, and gives back what every request of the session begins with. */
    async opened(token?: string): Promise<() => Promise<SupplierContext>> {
      const started = await startColleague(visitor, { token: token ?? colleagueToken(ctx, await newest()) });
      if (!started) throw new Error("the link opened nothing");
      return () => openSupplierSession(visitor, { ...started });
    },
  };
}

/** Answers a question with yes or no and a comment, as its page does. */
export function answer(self: SupplierContext, question: string, comment: string) {
  return saveQuestion(self, {
    question,
    fields: form({ [`${question}.answer`]: "no", [`${question}.comment`]: comment }),
    basedOn: self.session.file.revisions[question] ?? 0,
    intent: "go-on",
  });
}
