import type { Stand, StandIn } from "#db/records";
import type { Audited } from "#db/store/audit";

/** A question of what was signed, and one of another supplier of the organisation that says or proves the very same. */
export type Copied = {
  readonly question: string;
  readonly supplier: string;
  readonly name: string;
  readonly attestation: string;
  readonly otherQuestion: string;
};

type Of = { readonly attestation: string; readonly supplier: string; readonly most: number };

/** What does not fit in answers, and what is the same in answers of others. */
export interface FindingStore {
  /** What its supplier says is right as it stands, by finding. */
  stands(org: string, attestation: string): Promise<readonly Stand[]>;
  /**
   * Keeps that a supplier stands by something, in the place of what was said of it before. Doing it again changes nothing.
   * LockedError as for answers.
   * @returns whether it was new
   */
  stand(
    change: {
      org: string;
      attestation: string;
      stand: Stand;
      standIn?: StandIn;
      /** Id of the colleague who says so. */
      colleague?: string;
    } & Audited,
  ): Promise<boolean>;
  /**
   * Files of an attestation that other suppliers attached to answers that they signed and that are not void. Suppliers that
   * have a contact's address in common are not others.
   */
  copiedFiles(org: string, of: Of): Promise<readonly Copied[]>;
  /** The same for longer texts, by their marks. */
  copiedTexts(org: string, of: Of): Promise<readonly Copied[]>;
}
