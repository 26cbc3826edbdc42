import { mostContacts } from "#terms/suppliers/contacts";

/** Headings of the columns of a contact in the export of suppliers, by its place from 1. */
export const contactHeadings = (place: number) => ({
  name: `contact_${place}_name`,
  email: `contact_${place}_email`,
  language: `contact_${place}_language`,
});

/** Places of contacts in the export of suppliers. */
export const contactPlaces = Array.from({ length: mostContacts }, (_, at) => at + 1);

/** Headings by which an export of suppliers is known, in every language. The first three must be there. */
export const supplierHeadings = {
  ref: "supplier_ref",
  name: "supplier_name",
  country: "country",
  externalId: "external_id",
  place: "place",
  id: "supplier_id",
} as const;
