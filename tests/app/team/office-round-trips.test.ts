import { describe, expect, test } from "vitest";
import type { TeamContext } from "#app/services/context/contexts";
import { exportRefused } from "#app/services/team/imports/export-refused";
import { exportRecipients, exportRecipientsWorkbook } from "#app/services/team/recipients/export-recipients";
import { exportSuppliers, exportSuppliersWorkbook } from "#app/services/team/suppliers/export-suppliers";
import { office, type SheetFormat, savedByOffice } from "#tests/support/office";
import { importSupplierList, teamWithAdmin, uploadSupplierList } from "#tests/support/team";
import { bytesOfWorkbook, planOf, textOf, unchanged } from "./own-tables";
import { aScene, as } from "./suppliers/scene";

const list = [
  "Number,Name,Country,Contact,E-mail",
  "00042,@Home Weaving,VN,Trần Thị Mai,a@x.example",
  "1E5,=Equal Textiles,Namibia,,b@x.example",
  "007,'@Tricky,Norway,,",
  "2024-03,-Nine Ltd,EG,نور الهدى,d@x.example",
  "12345678901234567890,上海纺织,CN,王磊,e@x.example",
  "2024-03,-Nine Ltd,EG,Second,d2@x.example",
  "TRUE,1/2 Mills,IN,,f@x.example",
].join("\n");

const bytesOf = (text: string) => new TextEncoder().encode(text);

const suppliers: Record<SheetFormat, (team: TeamContext) => Promise<Uint8Array>> = {
  csv: async (team) => bytesOf(await textOf(await exportSuppliers(team, {}))),
  xlsx: async (team) => bytesOfWorkbook(await exportSuppliersWorkbook(team, {})),
};

const recipients: Record<SheetFormat, (team: TeamContext, campaign: string) => Promise<Uint8Array>> = {
  csv: async (team, campaign) => bytesOf(await textOf(await exportRecipients(team, { campaign }))),
  xlsx: async (team, campaign) => bytesOfWorkbook(await exportRecipientsWorkbook(team, { campaign })),
};

const formats = [
  ["csv", "csv"],
  ["csv", "xlsx"],
  ["xlsx", "csv"],
  ["xlsx", "xlsx"],
] as const;

describe.skipIf(!office)("opened and saved in LibreOffice (skipped where soffice is not installed)", () => {
  test.each(formats)(
    "suppliers as %s, saved as %s, are known and nothing of them changed",
    async (from, to) => {
      const { team } = await teamWithAdmin();
      await importSupplierList(team, list);
      const saved = savedByOffice(await suppliers[from](team), from, to);
      expect((await planOf(team, saved)).counts).toEqual(unchanged(6));
    },
    120_000,
  );

  test.each(formats)(
    "recipients as %s, saved as %s, are known and nothing of them changed",
    async (from, to) => {
      const scene = await aScene(3);
      const team = as(scene, "admin");
      const saved = savedByOffice(await recipients[from](team, scene.campaign.id), from, to);
      expect((await planOf(team, saved)).counts).toEqual(unchanged(3));
    },
    120_000,
  );

  test.each(["csv", "xlsx"] as const)(
    "rows to correct, saved as %s, are read with their guards undone",
    async (to) => {
      const { team } = await teamWithAdmin();
      const wrong =
        "Name,Land,Mail\n=Equal,Atlantis,a@x.example\n'@Tricky,Nowhere,b@x.example\nGood,Peru,c@x.example\n";
      const upload = await uploadSupplierList(team, wrong);
      const csv = await textOf(await exportRefused(team, { upload }));
      const corrected = csv.replace("Atlantis", "Viet Nam").replace("Nowhere", "Chile");
      const { rows, counts } = await planOf(team, savedByOffice(bytesOf(corrected), "csv", to));
      expect(counts).toMatchObject({ added: 2, refused: 0 });
      expect(rows.map(({ cells }) => cells[0])).toEqual(["=Equal", "'@Tricky"]);
    },
    120_000,
  );
});
