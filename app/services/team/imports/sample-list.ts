import { noInput } from "#app/services/context/inputs";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";

const rows = [
  ["Supplier name", "Country", "E-mail", "Contact", "Language", "Supplier number", "City"],
  ["Haoyuan Garment Co., Ltd.", "China", "export@haoyuan.example", "Wang Lei", "zh-Hans", "V-1001", "Qingdao"],
  ["Tan Sao Footwear JSC", "Viet Nam", "hr@tansao.example", "Trần Thị Mai", "vi", "V-1002", "Biên Hòa"],
  ["Blue Oasis Garments S.A.E.", "Egypt", "export@blueoasis.example", "", "ar", "V-1003", "Cairo"],
];

/** A list as it can be handed in, to be filled with suppliers of one's own. */
export const sampleList = teamUseCase({
  permission: "suppliers.import",
  input: noInput,
  events: [],
  run: (): CsvFile => ({ name: "avow-suppliers-sample.csv", lines: rows.map(csvLine) }),
});
