import type { AttestationDetails, Campaign, RatingGiven } from "#db/records";
import type { SupplierFilter } from "#db/supplier-table";
import type { Band } from "#terms/bands";

/** The answers that the newest rating of a supplier counts, as they are kept, with what the suppliers table shows of it. */
export type RatedAnswers = Pick<AttestationDetails, "answers" | "evidence"> &
  Pick<Campaign, "regimes" | "modules"> & {
    readonly supplier: { readonly id: string; readonly ref: string; readonly name: string; readonly country: string };
    readonly ratedAt: Date;
    /** Points, 0 to 100, higher is worse. */
    readonly score: number;
    readonly band: Band;
    /** Key of the questionnaire, `forced-labour@2`. */
    readonly questionnaire: string;
    readonly ruleSet: string;
    readonly edition: string;
    /** What the buyer judged and the rating counts; absent where it judged nothing. */
    readonly given?: RatingGiven;
  };

/** Rated suppliers in the order of their ids, which is no order of anything else: the first of them are a fair sample. */
export interface RatedAnswerStore {
  /** How many have a rating that counts, of all or of a part, and the id in the middle of them or of those of all suppliers; undefined without any. */
  rated(org: string, part?: SupplierFilter): Promise<{ readonly all: number; readonly middle: string | undefined }>;
  /** Ids of the rated suppliers of a part, in order. Order and pages of the filter mean nothing. */
  ids(org: string, part: SupplierFilter): Promise<readonly string[]>;
  /** At most so many after an id, up to and with another one. */
  after(
    org: string,
    ask: { readonly after?: string; readonly until?: string; readonly most: number },
  ): Promise<readonly RatedAnswers[]>;
  /** The same of a few suppliers, in no order. */
  of(org: string, suppliers: readonly string[]): Promise<readonly RatedAnswers[]>;
}
