import * as z from "zod";
import type { Declaration, SignedConfirmation } from "#db/records";

/** Who approved a signature, as it stands in the signed document; instants are ISO 8601. */
export type SignedApproval = {
  readonly name: string;
  /** The statement as they read it: the BCP 47 tag of its language, and its SHA-256 in hex. */
  readonly statement: { readonly language: string; readonly hash: string };
  /** When the signer asked for it, and when it was given. */
  readonly askedAt: string;
  readonly approvedAt: string;
  readonly confirmation: SignedConfirmation;
};

const Document = z.object({ approval: z.object({ name: z.string() }).optional() });

/** The name of whoever approved what was signed, where anybody had to. */
export function approverIn({ document }: Pick<Declaration, "document">): string | undefined {
  return Document.parse(JSON.parse(document)).approval?.name;
}
