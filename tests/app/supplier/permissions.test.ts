import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Caller, callers } from "#app/domain/permissions";
import { Problem } from "#app/domain/problem";
import { calledBy } from "#app/services/context/callers";
import { sendMails } from "#app/services/mails/send-mails";
import { addEvidence } from "#app/services/supplier/evidence/add-evidence";
import { readEvidence } from "#app/services/supplier/evidence/attached-evidence";
import { expectEvidence } from "#app/services/supplier/evidence/evidence-question";
import { removeEvidence, showEvidenceRemoval } from "#app/services/supplier/evidence/remove-evidence";
import { showEvidence } from "#app/services/supplier/evidence/show-evidence";
import { declineInvitation } from "#app/services/supplier/link/decline-invitation";
import { showDecline } from "#app/services/supplier/link/show-decline";
import { showHelp } from "#app/services/supplier/link/show-help";
import { showLanding } from "#app/services/supplier/link/show-landing";
import { startAttestation } from "#app/services/supplier/link/start-attestation";
import { showUnsubscribe, unsubscribe } from "#app/services/supplier/link/unsubscribe";
import { showProblem } from "#app/services/supplier/page/show-problem";
import { addPasted } from "#app/services/supplier/paste/add-pasted";
import { showPaste } from "#app/services/supplier/paste/show-paste";
import { saveQuestion } from "#app/services/supplier/question/save-question";
import { showConflict } from "#app/services/supplier/question/show-conflict";
import { showQuestion } from "#app/services/supplier/question/show-question";
import { readReceipt } from "#app/services/supplier/receipt/read-receipt";
import { showReceipt } from "#app/services/supplier/receipt/show-receipt";
import { removeRow, showRowRemoval } from "#app/services/supplier/rows/remove-row";
import { saveRow } from "#app/services/supplier/rows/save-row";
import { showRow } from "#app/services/supplier/rows/show-row";
import { chooseLanguage } from "#app/services/supplier/session/choose-language";
import { openSupplierSession } from "#app/services/supplier/session/open-supplier-session";
import { showAnswers } from "#app/services/supplier/signing/show-answers";
import { showCheck } from "#app/services/supplier/signing/show-check";
import { showSignPage } from "#app/services/supplier/signing/show-sign-page";
import { submitAttestation } from "#app/services/supplier/signing/submit-attestation";
import { showLeftPage } from "#app/services/supplier/tasks/show-left-page";
import { showTasks } from "#app/services/supplier/tasks/show-tasks";
import { testContext } from "#tests/support/context";

/** A use case as it looks before one knows who may call it. */
type AnyUseCase = { submit(ctx: never, values: unknown): Promise<unknown> };

const ofSession: Readonly<Record<string, AnyUseCase>> = {
  addEvidence,
  addPasted,
  chooseLanguage,
  expectEvidence,
  readEvidence,
  readReceipt,
  removeEvidence,
  removeRow,
  saveQuestion,
  saveRow,
  showAnswers,
  showCheck,
  showConflict,
  showEvidence,
  showEvidenceRemoval,
  showLeftPage,
  showPaste,
  showQuestion,
  showReceipt,
  showRow,
  showRowRemoval,
  showSignPage,
  showTasks,
  submitAttestation,
};

const ofVisitors: Readonly<Record<string, AnyUseCase>> = {
  declineInvitation,
  openSupplierSession,
  showDecline,
  showHelp,
  showLanding,
  showProblem,
  showUnsubscribe,
  startAttestation,
  unsubscribe,
};

/** Who is let through. No value of a form is given, so that nothing is done by those who are. */
async function letThrough(verb: AnyUseCase): Promise<readonly Caller[]> {
  const ctx = await testContext();
  const allowed: Caller[] = [];
  for (const caller of callers) {
    const called = calledBy(ctx, { caller, actor: { kind: "system", name: "test" }, language: "en" });
    try {
      expect(await verb.submit(called as never, "no form")).toHaveProperty("faults");
      allowed.push(caller);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "not-allowed") throw error;
    }
  }
  return allowed;
}

describe("who may do what a supplier does", () => {
  test.each(Object.entries(ofSession))("%s is for suppliers at work alone", async (_, verb) => {
    expect(await letThrough(verb)).toEqual(["supplier"]);
  });

  test.each(Object.entries(ofVisitors))("%s is for whoever has a link, and for nobody else", async (_, verb) => {
    expect(await letThrough(verb)).toEqual(["visitor"]);
  });

  test("mail is delivered by the program alone", async () => {
    expect(await letThrough(sendMails)).toEqual(["system"]);
  });
});

test("no use case of suppliers is left out above", () => {
  const made = (maker: string) =>
    readdirSync("app/services/supplier", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [
        ...readFileSync(`app/services/supplier/${name}`, "utf8").matchAll(RegExp(`const (\\w+) = ${maker}\\(`, "g")),
      ])
      .map(([, name]) => name)
      .sort();
  expect(made("supplierUseCase")).toEqual(Object.keys(ofSession).sort());
  expect(made("visitorUseCase")).toEqual(Object.keys(ofVisitors).sort());
});
