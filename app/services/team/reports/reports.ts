import type { FigureId } from "./figures/figure";

/** The laws that a statement, a certificate or an answer to an authority is written for. */
export const reportIds = ["international", "california", "norway", "far", "eu"] as const;
export type ReportId = (typeof reportIds)[number];

/** A part of a report: what can be counted for it, and what a person has to write. Titles and tasks are keys of texts. */
type Part = { readonly id: PartId; readonly figures: readonly FigureId[]; readonly own: readonly OwnTask[] };

export const partIds = [
  "chains",
  "policies",
  "risks",
  "diligence",
  "remedy",
  "training",
  "effect",
  "approval",
  "verification",
  "audits",
  "certification",
  "accountability",
  "measures",
  "information",
  "certificate",
  "products",
] as const;
export type PartId = (typeof partIds)[number];

export const ownTasks = [
  "abuses",
  "approvalAu",
  "approvalCa",
  "approvalNo",
  "approvalUk",
  "audits",
  "authority",
  "cases",
  "certificate",
  "chains",
  "compliancePlan",
  "contracts",
  "effect",
  "goods",
  "income",
  "information",
  "internalStandards",
  "materials",
  "organisation",
  "policies",
  "products",
  "riskWords",
  "subcontractors",
  "thirdParty",
  "training",
  "workers",
] as const;
export type OwnTask = (typeof ownTasks)[number];

/** What each report asks, in its order. A figure stands where the law asks for it; what nobody can count here is never a figure. */
export const reports: Readonly<Record<ReportId, readonly Part[]>> = {
  international: [
    { id: "chains", figures: ["suppliers", "tier3", "tier2wl"], own: ["organisation", "chains"] },
    { id: "policies", figures: [], own: ["policies"] },
    { id: "risks", figures: ["rated", "grave", "unrated", "expectedGrave"], own: ["riskWords", "goods"] },
    {
      id: "diligence",
      figures: ["asked", "delivered", "started", "signed", "declined", "reviewsOpen", "reviewsSettled"],
      own: ["contracts", "workers"],
    },
    {
      id: "remedy",
      figures: ["actionsOpen", "actionsOverdue", "actionsDone", "actionsDropped"],
      own: ["cases", "income"],
    },
    { id: "training", figures: [], own: ["training"] },
    { id: "effect", figures: ["low", "medium", "high", "critical"], own: ["effect"] },
    { id: "approval", figures: [], own: ["approvalUk", "approvalAu", "approvalCa"] },
  ],
  california: [
    { id: "verification", figures: ["suppliers", "rated", "grave", "tier3"], own: ["thirdParty"] },
    { id: "audits", figures: [], own: ["audits"] },
    { id: "certification", figures: ["asked", "signed", "declined"], own: ["materials"] },
    {
      id: "accountability",
      figures: ["actionsOpen", "actionsOverdue", "actionsDone", "actionsDropped"],
      own: ["internalStandards"],
    },
    { id: "training", figures: [], own: ["training"] },
  ],
  norway: [
    { id: "chains", figures: ["suppliers"], own: ["organisation", "policies"] },
    { id: "risks", figures: ["rated", "grave", "tier3", "expectedGrave"], own: ["riskWords", "cases"] },
    {
      id: "measures",
      figures: ["reviewsSettled", "actionsOpen", "actionsOverdue", "actionsDone"],
      own: ["effect"],
    },
    { id: "information", figures: [], own: ["information"] },
    { id: "approval", figures: [], own: ["approvalNo"] },
  ],
  far: [
    { id: "diligence", figures: ["asked", "signed", "declined", "rated", "grave"], own: ["subcontractors"] },
    { id: "remedy", figures: ["actionsOpen", "actionsDone"], own: ["abuses"] },
    { id: "certificate", figures: [], own: ["compliancePlan", "certificate"] },
  ],
  eu: [
    { id: "products", figures: ["suppliers", "tier3", "tier2wl"], own: ["products"] },
    { id: "risks", figures: ["rated", "grave", "unrated", "expectedGrave"], own: ["riskWords"] },
    {
      id: "measures",
      figures: ["asked", "signed", "reviewsSettled", "actionsOpen", "actionsOverdue", "actionsDone"],
      own: ["cases", "authority"],
    },
  ],
};
