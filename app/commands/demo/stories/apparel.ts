import { many, one, rows, type StoryTeller, unsure, yesNo } from "./story";

/** A cotton mill that spins and weaves what others grew. */
export const cottonMill: StoryTeller = ({ country, place, language }, draw, year) => ({
  sites: [
    {
      name: `${place} spinning mill`,
      country,
      activity: language === "ar" ? "غزل ونسج القطن" : "Ring spinning and weaving",
      own: draw.between(280, 620),
      contractor: draw.between(10, 40),
    },
  ],
  goods: [{ product: "Cotton twill", hs: "52", good: "textiles" }],
  materials: [{ material: "cotton", country }],
  suppliers: [22, 20, draw.between(11, 18)],
  but: { C3: one(draw.chance(50) ? "some" : "all"), E9: many("original-seen") },
  weaknesses: year === 2025 ? draw.between(3, 5) : draw.between(1, 4),
  papers: draw.between(1, 6),
  comments: {
    C3: {
      en: "We know the gin for every bale, not always the farm.",
      ar: "نعرف المحلج لكل بالة، ولا نعرف المزرعة دائمًا.",
    },
  },
});

/** A large factory with people of its own country only. */
export const garmentDirect: StoryTeller = ({ country, place, language }, draw, year) => ({
  sites: [
    {
      name: `${place} unit 1`,
      country,
      activity: language === "ar" ? "خياطة الحقائب والملابس" : "Cutting, sewing and packing",
      own: draw.between(650, 1900),
    },
    { name: `${place} washing`, country, activity: "Garment washing", own: draw.between(80, 160), contractor: 20 },
  ],
  goods: [{ product: "Outdoor trousers and shirts", hs: "62", good: "garments" }],
  materials: [{ material: "cotton", country: "IN" }],
  suppliers: [34, 30, draw.between(14, 26)],
  but: {
    E4: { value: { steps: rows([{ step: "embroidery", partner: "Nakshi House", country, visited: `${year}-03` }]) } },
    ...(year === 2025 ? { H3: one("late") } : {}),
    I1: { value: { hours: draw.between(58, 70), "rest-days": 4 } },
    E9: many("original-seen"),
  },
  weaknesses: year === 2025 ? 6 : draw.between(2, 4),
  papers: draw.between(3, 10),
  comments: {
    I1: {
      en: "The peak before the autumn deliveries; the average is 52 hours.",
      ar: "هذا في ذروة الموسم، والمتوسط 52 ساعة.",
    },
  },
});

/** Sewing with a good part of the people sent by a staff agency. */
export const agencyAsia: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [
    {
      name: `${place} factory`,
      country,
      activity: "Sewing of shells and linings",
      own: draw.between(340, 700),
      agency: draw.between(90, 260),
    },
    { name: `${place} warehouse`, country, activity: "Finishing and packing", own: draw.between(40, 90), agency: 20 },
  ],
  goods: [{ product: "Insulated jackets", hs: "62", good: "garments" }],
  suppliers: [26, 21, draw.between(8, 16)],
  but: {
    D4: { value: { answer: draw.between(0, 60) } },
    E4: {
      value: {
        steps: rows([
          { step: "embroidery" },
          { step: "washing", partner: "Blue Bay Laundry", country, visited: `${year}-02` },
        ]),
      },
    },
    E9: many(year === 2025 ? "agents-word" : "copy-only"),
    G3: yesNo(["exits-unlocked", "separate-beds", "phones", "not-separated"], ["visitors", "live-elsewhere"]),
    H4: yesNo(["legal-minimum"], ["same-rate"]),
  },
  weaknesses: year === 2025 ? 5 : draw.between(1, 3),
  papers: draw.between(2, 8),
  comments: { E4: { en: "One embroiderer is found by our agent season by season. We will ask for the name." } },
});

/** Garments sewn by people who came from abroad for it. */
export const migrantGarment: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [{ name: `${place} QIZ plant`, country, activity: "خياطة الملابس الرياضية", own: draw.between(420, 760) }],
  goods: [{ product: "ملابس رياضية", hs: "61", good: "garments" }],
  foreign: [
    { site: 0, nationality: "BD", workers: draw.between(180, 240) },
    { site: 0, nationality: "LK", workers: draw.between(40, 70) },
  ],
  suppliers: [12, 10, 6],
  but: {
    D3: one("one-agent"),
    D4: { value: { answer: draw.between(200, 240) } },
    F1: {
      value: {
        agents: rows([
          { name: "Gulf Bridge Recruiting", country: "BD", licence: "RL-1184", role: "recruit", contract: "yes" },
        ]),
      },
    },
    F2: one(year === 2025 ? "worker-repaid" : "employer-part"),
    F3: many("medical", "passport-permit"),
    F4: { value: { months: year === 2025 ? 2 : 0.8, repaid: "part" } },
    G1: one(year === 2025 ? "employer-other" : "employer-24h"),
    G2: one("limited"),
    G3: yesNo(["exits-unlocked", "separate-beds", "phones", "not-separated"], ["visitors", "live-elsewhere"]),
  },
  weaknesses: draw.between(0, 2),
  papers: draw.between(4, 9),
  comments: {
    G1: {
      en: "Passports lie in a safe at the residence; whoever asks has theirs the same day.",
      ar: "الجوازات في خزنة السكن، ومن يطلب جوازه يستلمه في اليوم نفسه.",
    },
    F3: {
      en: "The medical test before travel is paid by the worker and given back after three months.",
      ar: "يدفع العامل الفحص الطبي قبل السفر ويسترده بعد ثلاثة أشهر.",
    },
  },
});

/** Work done at people's homes, by the piece. */
export const homeWork: StoryTeller = ({ country, place }, draw, year) => ({
  sites: [
    {
      name: `${place} workshop`,
      country,
      activity: "Cutting; stitching at home",
      own: draw.between(40, 90),
      home: draw.between(60, 180),
    },
  ],
  goods: [
    {
      product: country === "NP" ? "Hand-knotted rugs" : "Leather gloves",
      hs: country === "NP" ? "57" : "42",
      good: country === "NP" ? "carpets" : "leather",
    },
  ],
  suppliers: [6, 3, 2],
  but: {
    B2: many("homes"),
    D5: { value: { answer: ["under-18"], sender: ["themselves"], "age-check": "other-paper" } },
    E3: one("no-not-asked"),
    H1: many("cash-payslip"),
    E1: country === "NP" ? unsure("dk") : one("no"),
  },
  weaknesses: year === 2025 ? 5 : 1,
  comments: { D5: { en: "Sixteen and seventeen year old members of the families help with finishing after school." } },
});
