import { afterAll, beforeAll, expect, test } from "vitest";
import { bounceOf, noSuchUser } from "#tests/app/mailbox/messages";
import { type ApiScene, anApiScene } from "./scene";

let scene: ApiScene;
let key: string;
beforeAll(async () => {
  scene = await anApiScene(1);
  key = await scene.key(await scene.person({ role: "admin" }), ["mails:write"]);
});
afterAll(() => scene.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

test("a program hands in a mail that came back, and the same again changes nothing", async () => {
  const { recipient } = scene.world;
  const message = base64(bounceOf(recipient, noSuchUser));
  const hand = async () => {
    const answer = await scene.post("/inbound-mails", key, { message });
    return [answer.status, await answer.json()];
  };
  expect(await hand()).toEqual([201, { outcome: "taken", what: "hard", isMatched: true }]);
  expect(await hand()).toEqual([200, { outcome: "known", what: "hard", isMatched: true }]);
  const { org } = recipient.supplier;
  expect(await scene.ctx.store.inboundMails.stateOf(org, recipient.contact.id)).toMatchObject({ state: "fails" });
  const events = await scene.ctx.store.audit.trail(org, { subjects: [recipient.invitation.id], most: 50 });
  expect(events.filter(({ action }) => action === "mail.came-in")).toMatchObject([{ actor: { kind: "api-key" } }]);
});

test("what is no base64, nothing, or too much is refused; 400,000 bytes are taken", async () => {
  const statusOf = async (message: unknown) => (await scene.post("/inbound-mails", key, { message })).status;
  for (const message of ["", "not base64!", 4, undefined]) expect(await statusOf(message)).toBe(422);
  expect(await statusOf(base64(new Uint8Array(400_000).fill(65)))).toBe(201);
  expect(await statusOf(base64(new Uint8Array(400_003).fill(65)))).toBe(422);
  expect(await statusOf(base64(new Uint8Array(500_000).fill(65)))).toBe(413);
});

test("a key without the scope takes in nothing", async () => {
  const other = await scene.key(await scene.person({ role: "admin" }), ["suppliers:write"]);
  expect((await scene.post("/inbound-mails", other, { message: "eA==" })).status).toBe(403);
});
