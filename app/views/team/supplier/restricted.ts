import type { Moment } from "#app/i18n/dates/moments";
import type { PageText } from "#app/i18n/page-text";
import type { SiteMapView } from "#app/views/team/map/site-map";
import type { Band } from "#terms/bands";
import type { AnswerProblemsView, AnswerSection } from "./answers";
import type { VersionView } from "./rating";
import type { SignedView, SiteLine, VoidView } from "./record";

/**
 * A rating for somebody who does not see answers on North Korean labour: the band, and nothing besides that moves with them. It
 * has no score and no place for one, so that none can slip in.
 */
export type RestrictedRatedView = {
  readonly rating: { readonly at: Moment; readonly band: Band; readonly versions: readonly VersionView[] };
  readonly newest: boolean;
  /** What is kept is not what was signed. */
  readonly isChanged: boolean;
  readonly voided?: VoidView;
  readonly siteMap?: SiteMapView;
  /** In the order in which the supplier named them. */
  readonly sites?: readonly Pick<SiteLine, "id" | "name" | "country" | "tier" | "workers">[];
  readonly answers?: readonly AnswerSection[];
  /** Sections of which something is not shown, whether or not it was asked. */
  readonly restricted?: readonly PageText[];
  readonly findings?: AnswerProblemsView;
  /** Its fingerprint is of all answers: whoever knows the others could try out the rest. */
  readonly signed?: Omit<SignedView, "hash" | "revision">;
};
