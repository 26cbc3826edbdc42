import { expect, test } from "vitest";
import { asVisitor } from "#app/services/context/callers";
import { declineInvitation } from "#app/services/supplier/link/decline-invitation";
import { showCampaign } from "#app/services/team/campaigns/show-campaign";
import { showInvitation } from "#app/services/team/invitations/show-invitation";
import { showSupplier } from "#app/services/team/suppliers/show-supplier";
import { eventWords } from "#app/services/team/suppliers/trail/event-words";
import { showTrail } from "#app/services/team/trail/show-trail";
import { asPerson, testContext } from "#tests/support/context";
import { aUser } from "#tests/support/factories";
import { invite } from "#tests/support/supplier";

const reasons = [
  { reason: "wrong-contact", hint: "Ask Li Na, li.na@example.com", words: "the wrong person" },
  { reason: "not-supplier", hint: "Orders ended in spring", words: "not a supplier of yours" },
  { reason: "wrong-contact", hint: "=1+1 <b>", words: "the wrong person" },
  { reason: "not-supplier", hint: "", words: "not a supplier of yours" },
] as const;

test.each(reasons)("the team reads $hint of $reason beside the request, and not in the trail", async (asked) => {
  const { reason, hint, words } = asked;
  const ctx = await testContext();
  const { token, organisation, invitation, supplier } = await invite(ctx);
  await declineInvitation(asVisitor(ctx, "en"), { token, reason, hint });
  const team = asPerson(ctx, { organisation, user: aUser({ org: organisation.id }) });
  const declined = { reason: words, named: hint === "" ? undefined : hint };
  const kept = await ctx.store.invitations.get(organisation.id, invitation.id);
  const campaign = kept?.invitation.campaign ?? "";
  expect((await showCampaign(team, { campaign })).recipients[0]?.declined).toEqual(declined);
  expect((await showInvitation(team, { campaign, invitation: invitation.id })).declined).toEqual(declined);
  const page = await showSupplier(team, { id: supplier.id });
  expect(page.campaigns[0]?.declined).toEqual(declined);
  const trail = await showTrail(team, { before: "", person: "", kind: "", from: "", until: "" });
  for (const lines of [page.trail.lines, trail.lines]) {
    expect(lines.map(({ text }) => text)).toContain(`Declined: ${words}`);
    if (hint !== "") expect(JSON.stringify(lines)).not.toContain(hint);
  }
});

test("an event from before the words were kept apart is told as it is", async () => {
  const { t } = await testContext();
  const told = (reason: string) =>
    eventWords({ t, language: "en", may: () => true }, { action: "invitation.declined", details: { reason } });
  expect(told("wrong-contact: Frau Müller: hr@a.example")).toBe(
    "Declined: the wrong person: Frau Müller: hr@a.example",
  );
  expect(told("not-supplier: Orders ended")).toBe("Declined: not a supplier of yours: Orders ended");
  expect(told("not-supplier")).toBe("Declined: not a supplier of yours");
  expect(told("moved: away")).toBe("Declined: moved: away");
});
