import type { Permission } from "#app/domain/permissions";

/** Who may call what: a use case that is not here fails the tests, and so does one that asks for another permission. */
export const useCasePermissions: Readonly<Record<string, Permission>> = {
  changeDue: "campaigns.write",
  closeCampaign: "campaigns.write",
};
