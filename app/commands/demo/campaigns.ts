import { languages } from "#app/i18n/languages";
import { doDueJobs } from "#app/jobs/do-due-jobs";
import { registry } from "#app/jobs/registry";
import type { TeamContext } from "#app/services/context/contexts";
import { Faults } from "#app/services/context/faults";
import { changeDue } from "#app/services/team/drafts/change-due";
import { chooseRecipients } from "#app/services/team/drafts/choose-recipients";
import { startCampaign } from "#app/services/team/drafts/start-campaign";
import { confirmImport } from "#app/services/team/imports/jobs/confirm-import";
import { findImport } from "#app/services/team/imports/jobs/find-import";
import { uploadList } from "#app/services/team/imports/upload-list";
import { beginLaunch } from "#app/services/team/launches/begin-launch";
import { changeReasons } from "#app/services/team/messages/change-reasons";
import type { RecipientRow } from "#db/store";
import { type DemoSupplier, supplierList } from "./suppliers";

const reasons = {
  en: "We ask every supplier once a year, before the spring orders. Goods made with North Korean labour, wherever it was done, may not enter the United States, and we want nobody in our supply chain to work against their will. An honest answer never ends an order by itself: we look for a way together.",
  "zh-Hans":
    "我们每年在春季订单之前向所有供应商了解一次情况。使用朝鲜劳工生产的货物，无论在何处生产，都不得进入美国；我们也希望供应链中没有人被迫劳动。如实回答本身不会导致订单取消，我们会共同寻找解决办法。",
  ar: "نسأل جميع موردينا مرة كل عام قبل طلبات الربيع. البضائع التي تُصنع بعمالة من كوريا الشمالية، أينما كان ذلك، لا يجوز دخولها إلى الولايات المتحدة، ونريد ألا يعمل أحد في سلسلة توريدنا رغمًا عنه. الإجابة الصادقة لا تنهي أي طلب بحد ذاتها، بل نبحث معكم عن حل.",
};

/** Reads a list in as the import page does: what was kept is read and confirmed as it stands. */
export async function readInSuppliers(ctx: TeamContext, suppliers: readonly DemoSupplier[]): Promise<void> {
  const upload = done(await uploadList(ctx, { file: new TextEncoder().encode(supplierList(suppliers)) }));
  await confirmImport(ctx, { upload });
  await doDueJobs(ctx, registry, { paused: ["mail.send"] });
  const imported = await findImport(ctx, { upload });
  if (imported?.state !== "done") throw new Error("the suppliers of the demo were not imported");
  const { refused } = imported.counts;
  if (refused > 0) throw new Error(`${refused} suppliers of the demo were refused`);
}

export type Plan = {
  readonly name: string;
  /** Of `forced-labour`. */
  readonly version: number;
  readonly due: { readonly date: string; readonly zone: string };
  readonly asked: readonly DemoSupplier[];
};

/** A draft with everything chosen. */
export async function draftCampaign(ctx: TeamContext, { name, version, due, asked }: Plan): Promise<string> {
  const regimes = ["caatsa-321b", "uflpa", "tariff-act-307", "far-52-222-50", "uk-msa", "eu-flr"];
  const campaign = done(await startCampaign(ctx, { name, version: `forced-labour@${version}`, regimes }));
  const listed = asked.map(({ number }) => number).join("\n");
  done(await chooseRecipients(ctx, { campaign, mode: "listed", listed }));
  done(await changeDue(ctx, { campaign, date: due.date, time: "23:59", zone: due.zone }));
  done(await changeReasons(ctx, { campaign, reasons }));
  return campaign;
}

/** What a use case did. @throws Error when something that the demo typed is wrong */
function done<T>(outcome: T | Faults): T {
  if (outcome instanceof Faults) throw new Error(`The demo typed wrongly: ${JSON.stringify(outcome.faults)}`);
  return outcome;
}

/** Launches a draft; returns everybody who was invited, in the order of the suppliers. */
export async function launch(ctx: TeamContext, id: string): Promise<readonly RecipientRow[]> {
  await beginLaunch(ctx, { campaign: id, links: 30, offer: languages.map(({ tag }) => tag) });
  await doDueJobs(ctx, registry, { paused: ["mail.send"] });
  return invited(ctx, id);
}

export async function invited(ctx: TeamContext, id: string): Promise<readonly RecipientRow[]> {
  const { rows } = await ctx.store.campaigns.recipients(ctx.organisation.id, id, {
    page: 1,
    pageSize: 1_000,
    now: ctx.clock.now(),
  });
  return rows;
}
