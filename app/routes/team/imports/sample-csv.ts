import { forTeam } from "#app/routes/team/requests/team-requests";
import { csvLine, csvResponse } from "#app/services/team/files/csv";

const rows = [
  ["Supplier name", "Country", "E-mail", "Contact", "Language", "Supplier number", "City"],
  ["Haoyuan Garment Co., Ltd.", "China", "export@haoyuan.example", "Wang Lei", "zh-Hans", "V-1001", "Qingdao"],
  ["Tan Sao Footwear JSC", "Viet Nam", "hr@tansao.example", "Trần Thị Mai", "vi", "V-1002", "Biên Hòa"],
  ["Blue Oasis Garments S.A.E.", "Egypt", "export@blueoasis.example", "", "ar", "V-1003", "Cairo"],
];

export const loader = forTeam("suppliers.import", () => csvResponse("avow-suppliers-sample.csv", rows.map(csvLine)));
