import type { Campaign, Contact, Supplier } from "#db/records";
import type { Audited } from "#db/store/audit";
import type { FunnelStep, RecipientTrouble } from "#terms/recipients";
import type { RecipientRow } from "./invitations";

export type RecipientFilter = {
  readonly step?: FunnelStep;
  readonly problem?: RecipientTrouble;
  readonly search?: string;
  readonly page: number;
  readonly pageSize: number;
  readonly now: Date;
};

/**
 * How many recipients reached each step, have each trouble, or were withdrawn. `submitted`: without what is void. `delivered`: the mail server took the mail with
 * their link; `reached`: these, and who started by a link that came in another way; `troubled`: who has one trouble or more.
 */
export type Funnel = Readonly<Record<FunnelStep | RecipientTrouble | "withdrawn" | "reached" | "troubled", number>>;

/** How many suppliers of a country a campaign asked, and how many of them signed what is not void. */
export type Coverage = {
  readonly campaign: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly asked: number;
  readonly answered: number;
};

/** Campaigns: who is to be asked what by when, and how far everybody is. */
export interface CampaignStore {
  /** Newest first. */
  all(org: string): Promise<readonly Campaign[]>;
  /** The same with how many each asks, which means reading every invitation. `submitted`: recipients who signed what is not void. */
  list(org: string): Promise<readonly (Campaign & { readonly recipients: number; readonly submitted: number })[]>;
  /** Of all campaigns that asked somebody, in no order. What is asked again only about some questions is not counted. */
  coverage(org: string): Promise<readonly Coverage[]>;
  get(org: string, id: string): Promise<Campaign | undefined>;
  create(change: { campaign: Campaign; suppliers: readonly string[] } & Audited): Promise<void>;
  /** A draft only, but for what it shares of results and its reminders. `suppliers` replaces the recipients when given. */
  change(change: { campaign: Campaign; suppliers?: readonly string[] } & Audited): Promise<void>;
  /** Whether suppliers see their results, in any state of a campaign. */
  shareResults(change: { org: string; id: string; shares: boolean } & Audited): Promise<void>;
  /** Suppliers chosen, each with its first contact, in the order of their numbers and in batches. */
  chosen(
    org: string,
    id: string,
  ): AsyncIterable<readonly { supplier: Supplier; contact?: Contact; invited: boolean }[]>;
  /** Ends its launch too, if that still goes on. */
  close(change: { org: string; id: string; closedAt: Date } & Audited): Promise<void>;
  /** The first free number of a reference, in all organisations. Late writers get a TakenError and ask again. */
  nextReference(): Promise<number>;
  recipients(
    org: string,
    id: string,
    filter: RecipientFilter,
  ): Promise<{ rows: readonly RecipientRow[]; total: number }>;
  funnel(org: string, id: string, now: Date): Promise<Funnel>;
}
