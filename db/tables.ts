import type { Kit } from "./database/kit";
import { actionTables } from "./tables/actions/actions";
import { apiTables } from "./tables/api/api";
import { answeringTimeTables } from "./tables/asked/answering-times";
import { approvalTables } from "./tables/asked/approvals";
import { helpTables } from "./tables/asked/help-messages";
import { returnTables } from "./tables/asked/returns";
import { attestationTables } from "./tables/attestations";
import { auditTables } from "./tables/audit-events";
import { campaignTables } from "./tables/campaigns";
import { colleagueTables } from "./tables/colleagues";
import { findingTables } from "./tables/findings/findings";
import { inboundTables } from "./tables/inbound/inbound-mails";
import { jobTables } from "./tables/jobs";
import { limitTables } from "./tables/limits";
import { mailTables } from "./tables/mails";
import { accountTables, organisationTables } from "./tables/organisations";
import { retentionTables } from "./tables/retention";
import { reviewTables } from "./tables/reviews/reviews";
import { ownRuleTables } from "./tables/rules/own-rules";
import { ruleTables } from "./tables/rules/rules";
import { ratingFigureTables } from "./tables/suppliers/rating-figures";
import { savedViewTables } from "./tables/suppliers/saved-views";
import { supplierTables } from "./tables/suppliers/suppliers";

/**
 * All tables, written once. Every primary key, foreign key and unique index begins with the organisation, so that rows of
 * two organisations can never meet and a larger database can be spread by it; the few exceptions say why beside them.
 */
export function makeTables(kit: Kit) {
  const organisation = organisationTables(kit);
  const supplier = supplierTables(kit, organisation);
  const campaign = campaignTables(kit, organisation, supplier);
  const attestation = attestationTables(kit, supplier, campaign);
  return {
    ...organisation,
    ...accountTables(kit, organisation),
    ...apiTables(kit, organisation),
    ...supplier,
    ...campaign,
    ...attestation,
    ...ratingFigureTables(kit, attestation),
    ...colleagueTables(kit, attestation),
    ...findingTables(kit, attestation),
    ...actionTables(kit, supplier, attestation),
    ...helpTables(kit, attestation),
    ...approvalTables(kit, attestation),
    ...returnTables(kit, attestation),
    ...answeringTimeTables(kit, organisation),
    ...reviewTables(kit, organisation, supplier, attestation),
    ...mailTables(kit, campaign, attestation),
    ...inboundTables(kit, supplier, campaign),
    ...auditTables(kit, organisation),
    ...retentionTables(kit, organisation, supplier),
    ...ruleTables(kit, organisation),
    ...ownRuleTables(kit, organisation),
    ...savedViewTables(kit, organisation),
    ...jobTables(kit),
    ...limitTables(kit),
  };
}

export type Tables = ReturnType<typeof makeTables>;
