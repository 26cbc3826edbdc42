/** Contacts that a supplier may have. The export has columns for as many, so that none is left out of a spreadsheet. */
export const mostContacts = 5;
