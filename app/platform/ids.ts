const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const ID_LENGTH = 20;

/** A new random id of 20 signs (100 bits). */
export function newId(): string {
  return randomText(ALPHABET, ID_LENGTH);
}

/** Random text of `length` signs, each drawn from 32 signs alike. */
export function randomText(alphabet: string, length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join("");
}

/** True for text that could be an id of ours; anything else in an address is not found. */
export function isId(text: string): boolean {
  return /^[0-9a-z][0-9a-z-]{1,39}$/.test(text);
}
