/**
 * Every word that the portal shows, by room. Another language is another folder beside `en/`.
 * A page loads only the words of the rooms that it names one by one: `words.logbook`, never `words` as a whole.
 */
export * as words from "./rooms.ts";
