import type { Answers, Facts } from "#questionnaires/answers";

export const allRegimes: Facts = { regimes: [], modules: [] };
export const lowRisk: Facts = { ...allRegimes, inherent: 12 };
export const highRisk: Facts = { regimes: [], modules: [], inherent: 70 };

/** One site in Portugal, sixty own workers, nobody from abroad, nothing bought from abroad. */
export const cleanFirm: Answers = {
  A1: { value: { answer: "whole" } },
  A2: { value: { name: "Fiação do Ave", number: "PT-501", country: "PT", owners: [] } },
  A3: { value: { name: "Rita Alves", job: "Human resources", helpers: ["hr"] } },
  B1: { value: { sites: [row("s1", { name: "Guimarães", country: "PT", activity: "Spinning", workers: 60 })] } },
  B2: { value: { answer: ["none"] } },
  C1: { value: { goods: [row("g1", { product: "Yarn", kind: "goods", sites: ["s1"], markets: ["eu"] })] } },
  C2: { value: { materials: [] } },
  D1: { value: { workforce: [row("d1", { site: "s1", own: 60, agency: 0, contractor: 0, trainee: 0, home: 0 })] } },
  D2: { value: { foreign: [], internal: 0 } },
  D5: { value: { answer: ["none"] } },
  E1: { value: { answer: "no" } },
  E2: { value: { answer: "no" } },
  E3: { value: { answer: "no-asked" } },
  E4: { value: { steps: [] } },
  E6: {
    value: { answer: { buy: "no", "joint-venture": "no", "rent-fees": "no", licences: "no", "cheap-goods": "no" } },
  },
  F5: { value: { answer: "no" } },
  G1: { value: { answer: "worker" } },
  G2: { value: { answer: "yes" } },
  G4: { value: { answer: "yes" } },
  H1: { value: { answer: ["own-account"] } },
  H3: { value: { answer: "no" } },
  I2: { value: { answer: "yes" } },
  J1: { value: { answer: ["trusted-person"], languages: "yes", agency: "no-agency-staff" } },
  J2: { value: { received: 2, solved: 2 } },
  K1: { value: { answer: "signed", points: ["fees", "wages"] } },
  K4: { value: { answer: "no" } },
  L1: { value: { suppliers: 4, asked: 4, answered: 0 } },
  O1: { value: { answer: ["records"] } },
};

/** A site in China with agency workers and people from abroad, materials, links and everything else that opens questions. */
export const riskyFirm: Answers = {
  ...cleanFirm,
  B1: { value: { sites: [row("s1", { name: "Dandong", country: "CN", activity: "Sewing", workers: 100 })] } },
  B2: { value: { answer: ["dprk-border"] } },
  C1: {
    value: {
      goods: [
        row("g1", { product: "Shirts", kind: "goods", hs: "61", sites: ["s1"], markets: ["us"] }),
        row("g2", { product: "Shop pages", kind: "it", sites: ["s1"], markets: ["us"] }),
      ],
    },
  },
  C2: { value: { materials: [row("m1", { material: "cotton", country: "CN" })] } },
  D1: { value: { workforce: [row("d1", { site: "s1", own: 60, agency: 30, contractor: 5, trainee: 5, home: 0 })] } },
  D2: { value: { foreign: [row("f1", { site: "s1", nationality: "VN", workers: 20 })] } },
  D3: { value: { answer: "one-agent" } },
  D4: { value: { answer: 20 } },
  E2: { value: { answer: "yes", from: "2018-01", to: "2019-03" } },
  F3: { value: { answer: ["medical"] } },
  L1: { value: { suppliers: 4, asked: 4, answered: 3 } },
};

export function row(id: string, cells: Record<string, string | number | readonly string[]>) {
  return { id, cells };
}
