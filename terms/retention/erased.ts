/** What stands in place of an address that was taken away: nobody's, and no mail goes there. */
export const erasedAddress = "erased";

/** What stands in place of the name of a person of the team. */
export const erasedName = "Erased person";

/** What stands in place of a message that went with whoever wrote it. */
export const erasedText = "Erased";
