/** What a soak sends to the product, by what can be lost or done twice. */
export type Kind = "save" | "upload" | "submit" | "list" | "import" | "draft" | "launch";

/**
 * Something that was sent. `told`: somebody was answered that it is kept; until then it may be on record or not, but whole and
 * at most once. `life`: the number of the process that it was last sent to.
 */
export type Sent = { told: boolean; life: number };

export type Save = Sent & {
  readonly attestation: string;
  readonly question: string;
  readonly revision: number;
  readonly comment: string;
};

export type Paper = Sent & {
  readonly attestation: string;
  readonly question: string;
  readonly sha256: string;
};

export type Signature = Sent & { readonly attestation: string };

/** A list of suppliers on its way: handed in, imported, asked by a campaign that is launched. Each step is `told` by itself. */
export type List = {
  readonly names: readonly string[];
  upload?: string;
  readonly imported: Sent;
  /** Whether the job that writes it was seen to have ended. */
  isThere: boolean;
  /** How often it was given up because its process died each time, so that somebody had to confirm it again. */
  givenUp: number;
  campaign?: string;
  readonly launched: Sent;
};

/** One mail as the mail server got it, and in the life of which process. */
export type Arrival = { readonly messageId: string; readonly to: string; readonly life: number };

/** All that was ever sent to one record, to be compared with it. */
export class Ledger {
  readonly saves: Save[] = [];
  readonly papers: Paper[] = [];
  readonly signatures: Signature[] = [];
  /** Codes that came by mail, by the reference of what they are to sign. */
  readonly codes = new Map<string, string>();
  readonly lists: List[] = [];
  readonly arrivals: Arrival[] = [];

  /** How many of each kind somebody was told of. */
  told(): Readonly<Record<Kind, number>> {
    const count = (all: readonly { readonly told: boolean }[]) => all.filter(({ told }) => told).length;
    return {
      save: count(this.saves),
      upload: count(this.papers),
      submit: count(this.signatures),
      list: this.lists.filter(({ upload }) => upload !== undefined).length,
      import: count(this.lists.filter(({ upload }) => upload !== undefined).map(({ imported }) => imported)),
      draft: this.lists.filter(({ upload, campaign }) => upload !== undefined && campaign !== undefined).length,
      launch: count(this.lists.map(({ launched }) => launched)),
    };
  }
}
