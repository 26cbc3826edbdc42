import type { SupplierContext } from "#app/services/context/contexts";
import { writeMail } from "#app/services/mails/write-mail";
import { approveSignature } from "#app/services/supplier/approval/approve";
import { colleagueToken } from "#app/services/supplier/colleagues/colleague-link";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import { answer, colleagueScene } from "#tests/app/supplier/colleagues/scene";
import { codeIn } from "#tests/support/signing-codes";
import { form, signature } from "#tests/support/supplier";

/** Whom the signer names as a second person. */
export const second = { "approval.name": "Mia Chen", "approval.email": "mia.chen@haoyuan.example" } as const;

/** A supplier that has answered everything and can sign. */
export async function approvalScene(options: { readonly mails?: boolean } = {}) {
  const scene = await colleagueScene(options);
  const { ctx, invited, supplier } = scene;
  const { organisation, attestation, invitation } = invited;
  await supplier.answersAll();
  const mails = async (kind: string) => {
    const all = await ctx.store.mails.about(organisation.id, { invitations: [invitation.id], most: 99 });
    return all.filter((mail) => mail.kind === kind);
  };
  /** The code in the newest mail that brings one; the clock moves on, so that another one can be asked for. */
  const newestCode = async () => {
    const mail = (await mails("code")).toSorted((one, other) => one.id.localeCompare(other.id)).at(-1);
    const code = mail && codeIn(await writeMail(ctx, mail)).code;
    if (!code) throw new Error("no code was sent");
    return code;
  };
  const approverToken = async () => {
    const approval = await ctx.store.approvals.newest(organisation.id, attestation);
    const approver = approval && (await ctx.store.colleagues.get(organisation.id, approval.colleague));
    if (!approver) throw new Error("nobody is asked to approve");
    return colleagueToken(ctx, approver);
  };
  return {
    ...scene,
    ...{ mails, newestCode, approverToken },
    file: () => ctx.store.attestations.get(organisation.id, attestation),
    approver: async () => scene.opened(await approverToken()),
    /** Signs as the pages do, with a code where one is asked for. */
    async signs(over: Readonly<Record<string, string>> = {}) {
      const fields = { ...Object.fromEntries(signature), ...second, ...over };
      const submits = async (more: Readonly<Record<string, string>> = {}) => {
        const self = await supplier.open();
        const { revision } = self.session.file.attestation;
        return submitAttestation(self, { fields: form({ ...fields, ...more }), revision });
      };
      const first = await submits();
      if (first.kind !== "code") return first;
      const outcome = await submits({ codeStep: "check", code: await newestCode() });
      ctx.later(0.05);
      return outcome;
    },
    /** Approves as the page does, with a code. */
    async approves(open: () => Promise<SupplierContext>) {
      const first = await approveSignature(await open(), { fields: form({}) });
      if (first.kind !== "code") return first;
      const outcome = await approveSignature(await open(), {
        fields: form({ codeStep: "check", code: await newestCode() }),
      });
      ctx.later(0.05);
      return outcome;
    },
    /** Changes an answer by the supplier's own link. */
    changes: async () => answer(await supplier.open(), "E1", `changed at ${ctx.clock.now().toISOString()}`),
  };
}
