import "i18next";
import type actions from "#app/i18n/locales/en/actions.json";
import type api from "#app/i18n/locales/en/api.json";
import type common from "#app/i18n/locales/en/common.json";
import type evidence from "#app/i18n/locales/en/evidence.json";
import type mail from "#app/i18n/locales/en/mail.json";
import type map from "#app/i18n/locales/en/map.json";
import type problems from "#app/i18n/locales/en/problems.json";
import type ratings from "#app/i18n/locales/en/ratings.json";
import type reports from "#app/i18n/locales/en/reports.json";
import type reviews from "#app/i18n/locales/en/reviews.json";
import type rules from "#app/i18n/locales/en/rules.json";
import type supplier from "#app/i18n/locales/en/supplier.json";
import type table from "#app/i18n/locales/en/table.json";
import type team from "#app/i18n/locales/en/team.json";

// English is the shape all languages have: a key that is not there does not compile.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      actions: typeof actions;
      api: typeof api;
      common: typeof common;
      evidence: typeof evidence;
      mail: typeof mail;
      map: typeof map;
      table: typeof table;
      problems: typeof problems;
      ratings: typeof ratings;
      reports: typeof reports;
      reviews: typeof reviews;
      rules: typeof rules;
      supplier: typeof supplier;
      team: typeof team;
    };
  }
}
