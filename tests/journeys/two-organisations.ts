import { randomBytes } from "node:crypto";
import { linksFrom, readSecret, sha256 } from "#app/adapters/secrets.server";
import type { User } from "#db/records";
import type { Role } from "#terms/roles";
import { anEvent, aUser } from "#tests/support/factories";
import { type Client, clientOf, redirectPathOf } from "#tests/support/http-client";
import { anOwnRuleSet, aRerating } from "#tests/support/own-rules";
import { launchWithLinks, type Product, withStore } from "#tests/support/product";
import { siteIdsIn } from "./answering";
import { cleanFirm, type Firm } from "./firms";
import { answerAll, signature, startByLink } from "./posting";

/** Ids of what an organisation owns, by the name that addresses use for them. */
export type Owned = Readonly<
  Record<
    | "supplier"
    | "submitted"
    | "live"
    | "draft"
    | "invitation"
    | "attestation"
    | "signed"
    | "upload"
    | "mail"
    | "token"
    | "site"
    | "paper"
    | "proof"
    | "setup"
    | "join"
    | "person"
    | "organisation"
    | "stop"
    | "action"
    | "rules"
    | "rerating",
    string
  >
>;

export type FullOrganisation = {
  readonly owned: Owned;
  /** Its administrator, signed in. */
  readonly team: Client;
  readonly admin: User;
  /** A supplier at work on `attestation`, and one who has signed `signed`. */
  readonly working: Client;
  readonly done: Client;
};

/** Somebody signed in, without a password. */
export async function signedIn(product: Product, user: User): Promise<Client> {
  const session = randomBytes(32).toString("base64url");
  const createdAt = new Date();
  await withStore(product.dataDir, (store) =>
    store.users.signIn({
      org: user.org,
      user: user.id,
      sessionHash: sha256(session),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + 3_600_000),
      audit: anEvent(),
    }),
  );
  const client = clientOf(product.origin);
  client.cookies.set("avow_team", session);
  return client;
}

/** A colleague with a role, signed in. */
export async function colleague(product: Product, org: string, role: Role, over: Partial<User> = {}): Promise<Client> {
  const user = aUser({ org, role, ...over, email: `${role}-${randomBytes(4).toString("hex")}@nordwind.example` });
  await withStore(product.dataDir, (store) =>
    store.users.add({ user, passwordHash: "$argon2id$of-nobody", audit: anEvent() }),
  );
  return signedIn(product, user);
}

/** An organisation in the middle of its work, with one of everything. `mark` stands in every name that it owns. `firm`: what was signed. */
export async function createFullOrganisation(
  product: Product,
  mark: string,
  firm: Firm = cleanFirm,
): Promise<FullOrganisation> {
  const world = await launchWithLinks(product.dataDir, {
    suppliers: 2,
    organisation: { name: `Organisation ${mark}` },
    supplier: { name: `Supplier ${mark}` },
    campaign: { name: `Campaign ${mark}` },
    contact: { name: `Contact ${mark}`, language: "en" },
  });
  const [first, second] = world.recipients;
  if (!first || !second) throw new Error("two recipients were asked for");
  const team = await signedIn(product, world.admin);
  const working = clientOf(product.origin);
  const attestation = await startByLink(working, world.paths[0] ?? "");
  const done = clientOf(product.origin);
  const signed = await startByLink(done, world.paths[1] ?? "");
  await answerAll(done, signed, { ...firm, H3: { answer: "late" } });
  const proof = await newPaper(done, signed, mark);
  await redirectPathOf(await done.post(`${signed}/sign`, await signature(done, signed, `Signer ${mark}`)));
  await redirectPathOf(
    await working.post(`${attestation}/B1/sites/new`, [
      ["basedOn", "0"],
      ["B1.sites.name", `Site ${mark}`],
      ["B1.sites.country", "PT"],
      ["B1.sites.activity", "Sewing"],
      ["B1.sites.workers", "10"],
    ]),
  );
  await redirectPathOf(await working.post(`${attestation}/E1/ask`, [["message", `Asked by ${mark}`]]));
  const action = await newAction(team, second.supplier.id, mark);
  const sites = await (await working.get(`${attestation}/B1`)).text();
  return {
    team,
    working,
    done,
    admin: world.admin,
    owned: {
      supplier: first.supplier.id,
      submitted: second.supplier.id,
      live: world.campaign.id,
      draft: await newDraft(team, mark),
      invitation: first.invitation.id,
      attestation: first.attestation.id,
      signed: second.attestation.id,
      upload: await newUpload(team, mark),
      mail: first.mail.id,
      token: (world.paths[0] ?? "").slice("/s/".length),
      site: siteIdsIn(sites)[0] ?? "",
      paper: await newPaper(working, attestation, mark),
      proof,
      setup: "nothing-to-set-up",
      join: await newJoiner(team),
      person: world.admin.id,
      organisation: world.organisation.id,
      action,
      ...(await newRules(product, world.admin, mark)),
      stop: linksFrom(readSecret(product.dataDir)).stopProofFor(world.organisation.id, first.invitation.id),
    },
  };
}

/** A published rule set of its own, and suppliers rated again by it in a campaign that nobody is in. */
async function newRules(product: Product, admin: User, mark: string): Promise<Pick<Owned, "rules" | "rerating">> {
  const { org } = admin;
  // The same wherever the mark is: worlds that are compared differ in nothing else.
  const key = sha256(mark).slice(0, 12);
  const drafter = { ...admin, id: `${admin.id}-drafter`, email: `drafter.${admin.email}`, name: `Drafter ${mark}` };
  const id = `own-${key}.1`;
  const rules = anOwnRuleSet({ org, id, title: `Rules ${mark}`, draftedBy: drafter.id });
  const rerating = aRerating({
    ...{ org, id: `rerating-${key}`, ruleSet: id, orderedBy: admin.id },
    ...{ campaign: "nobody-is-in-it", all: 0, endedAt: new Date(), left: 0 },
  });
  const audit = anEvent();
  // Never due: a job at work would be a change that nobody asked for.
  const job = {
    org,
    kind: "ratings.rerate",
    key: rerating.id,
    payload: {},
    dueAt: new Date("2099-01-01"),
    createdAt: new Date(),
  };
  await withStore(product.dataDir, async (store) => {
    await store.users.add({ user: drafter, passwordHash: "$argon2id$of-nobody", audit });
    await store.ownRules.draft({ rules, most: 9, audit });
    const { fingerprint } = rules;
    await store.ownRules.settle({ org, id, fingerprint, as: "published", at: new Date(), by: admin.id, audit });
    await store.reratings.order({ rerating, job, audit });
  });
  return { rules: id, rerating: rerating.id };
}

/** A corrective action of a supplier that signed, asked of it; its id. */
async function newAction(team: Client, supplier: string, mark: string): Promise<string> {
  const form = [
    ["from", "flag.H3.pay-late"],
    ["gap", `Paid late ${mark}`],
    ["cause", ""],
    ["step", `Pay on time ${mark}`],
    ["owner", ""],
    ["due", "2035-01-31"],
  ] as const;
  const path = await redirectPathOf(await team.post(`/actions/new?supplier=${supplier}`, form));
  await redirectPathOf(
    await team.post(path, [
      ["intent", "asked"],
      ["version", "1"],
      ["asked-text", `Please, ${mark}`],
    ]),
  );
  return path.split("/").at(-1) ?? "";
}

async function newDraft(team: Client, mark: string): Promise<string> {
  const form = [
    ["name", `Draft ${mark}`],
    ["version", "forced-labour@1"],
  ] as const;
  const path = await redirectPathOf(await team.post("/campaigns/new", form));
  const id = path.split("/")[2] ?? "";
  await redirectPathOf(await team.post(`/campaigns/${id}/recipients`, [["mode", "all"]]));
  return id;
}

async function newUpload(team: Client, mark: string): Promise<string> {
  const body = new FormData();
  body.set(
    "pasted",
    `Name,Country,E-mail\nNew ${mark},Portugal,new@${mark.toLowerCase()}.example\nBad ${mark},Nowhere,x\n`,
  );
  const path = await redirectPathOf(await team.send("/suppliers/import", { method: "POST", body }));
  return path.split("/").at(-1) ?? "";
}

/** A small document attached to E1; its id. */
async function newPaper(client: Client, base: string, mark: string): Promise<string> {
  const body = new FormData();
  const pdf = `%PDF-1.4\n% ${mark}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`;
  body.set("file", new File([pdf], `Paper ${mark}.pdf`, { type: "application/pdf" }));
  await redirectPathOf(await client.send(`${base}/E1/evidence`, { method: "POST", body }));
  const page = await (await client.get(`${base}/E1/evidence`)).text();
  return /\/evidence\/([\w-]+)\/remove/.exec(page)?.[1] ?? "";
}

async function newJoiner(team: Client): Promise<string> {
  const email = `joiner-${randomBytes(4).toString("hex")}@nordwind.example`;
  const answer = await team.post("/settings/people", [
    ["email", email],
    ["role", "viewer"],
  ]);
  return /\/join\/([\w.-]+)/.exec(await answer.text())?.[1] ?? "";
}
