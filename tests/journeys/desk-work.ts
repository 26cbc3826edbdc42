import { anEvent, aUser } from "#tests/support/factories";
import { type FormValues, redirectPathOf } from "#tests/support/http-client";
import { type Product, withStore } from "#tests/support/product";
import type { FullOrganisation } from "./two-organisations";

/** A day in three weeks, as a date field takes it. */
const dueDay = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);

/** All suppliers rated again by rules of the organisation's own; the id of that. */
export async function rateAgain({ team, owned: { rules } }: FullOrganisation): Promise<string> {
  const form = [
    ["intent", "rerate"],
    ["reason", "Controls do less"],
  ] as const;
  const path = await redirectPathOf(await team.post(`/rules/${rules}`, form));
  for (;;) {
    const page = await (await team.get(path)).text();
    if (!page.includes("You can leave this page")) return path.split("/").at(-1) ?? "";
  }
}

/**
 * The same work at the desk in each world, where most of it is about what is hidden: a floor to be lifted by two, a document and an
 * answer that were judged, an action, and a question that goes back. Gives the id of the action.
 */
export async function workAtTheDesk(
  { dataDir }: Pick<Product, "dataDir">,
  { team, admin, owned: { submitted, signed, proof } }: FullOrganisation,
): Promise<string> {
  const second = aUser({
    org: admin.org,
    role: "analyst",
    name: "Hana Weber",
    email: `hana-${admin.id}@nordwind.example`,
  });
  await withStore(dataDir, (store) =>
    store.users.add({ user: second, passwordHash: "$argon2id$of-nobody", audit: anEvent() }),
  );
  const send = (path: string, form: FormValues) => team.post(path, form).then(redirectPathOf);
  const review = `/reviews/${signed}`;
  const wages = [
    ...([
      ["question", "H1"],
      ["rule", "paid-to-leader-or-state"],
      ["proof", proof],
    ] as const),
  ];
  await send(review, [["intent", "lift"], ...wages, ["reason", "Paid by bank since."], ["second", second.id]]);
  await send(review, [
    ["intent", "evidence"],
    ["evidence", proof],
    ["verdict", "accepted"],
    ["file-reason", "Read."],
  ]);
  await send(review, [
    ["intent", "accept"],
    ["question", "E1"],
  ]);
  const gap = [
    ["from", "flag.E3.partners-not-asked"],
    ["gap", "Partners were not asked"],
    ["step", "Ask them"],
    ["due", "2035-01-31"],
  ] as const;
  const action = await send(`/actions/new?supplier=${submitted}`, gap);
  await send(action, [
    ["intent", "asked"],
    ["version", "1"],
    ["asked-text", "Please"],
  ]);
  await send(action, [
    ["intent", "agreed"],
    ["version", "2"],
  ]);
  await send(`${review}/returned/E1`, [["comment", "Who counted them?"]]);
  const list = await (await team.get(`${review}/returned`)).text();
  const seen = /name="seen" value="([^"]*)"/.exec(list)?.[1] ?? "";
  await send(`${review}/returned`, [
    ["do", "send"],
    ["date", dueDay],
    ["name", "hide"],
    ["seen", seen],
  ]);
  return action.split("/").at(-1) ?? "";
}
