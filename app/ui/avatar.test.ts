import { expect, it } from "vitest";

import { initialsOf } from "./avatar.tsx";

it.each([
  ["first and last name", "Ailsa Rutherglen", "AR"],
  ["names between are left out", "Ana María de la Cruz", "AC"],
  ["one name", "Cher", "C"],
  ["letters beyond ASCII", "łucja Żak", "ŁŻ"],
  ["blanks around and between", "  Gethin   Llŷr ", "GL"],
  ["no name", "", ""],
])("takes initials of %s", (_why, name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
