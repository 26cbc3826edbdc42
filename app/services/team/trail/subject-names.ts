import type { TeamContext } from "#app/services/context/contexts";
import type { StoredAuditEvent, SubjectType } from "#db/audit";

/** The names of what events of one page are about, by id; what has none, or is gone, is left out. */
export async function subjectNames(
  ctx: TeamContext,
  events: readonly Pick<StoredAuditEvent, "subject">[],
): Promise<ReadonlyMap<string, string>> {
  const subjects = new Map(events.map(({ subject }) => [subject.id, subject.type]));
  const named = await Promise.all(
    [...subjects].map(async ([id, type]): Promise<[string, string | undefined]> => [id, await nameOf(ctx, type, id)]),
  );
  return new Map(named.filter((one): one is [string, string] => one[1] !== undefined));
}

async function nameOf(ctx: TeamContext, type: SubjectType, id: string): Promise<string | undefined> {
  const { store, organisation } = ctx;
  const org = organisation.id;
  switch (type) {
    case "user":
      return (await store.users.get(org, id))?.user.name;
    case "joining":
      return (await store.joinings.get(org, id))?.email;
    case "campaign":
      return (await store.campaigns.get(org, id))?.name;
    case "supplier":
      return (await store.suppliers.get(org, id))?.supplier.name;
    case "invitation":
      return (await store.invitations.get(org, id))?.supplier.name;
    case "attestation":
      return (await store.attestations.get(org, id))?.supplier.name;
    case "mail":
      return (await store.mails.get(org, id))?.to;
    case "organisation":
      return organisation.name;
  }
}
