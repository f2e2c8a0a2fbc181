import { expect, test } from "vitest";

import { endpointOf, ENDPOINTS } from "./endpoints.ts";

const page = endpointOf("/anything", ENDPOINTS);

test("whatever may be longer than a page's form, or is streamed, is read from those who are signed in only", () => {
  const large = ENDPOINTS.map(([, takes]) => ({ ...page, ...takes })).filter((takes) => takes.maxBytes > page.maxBytes || takes.isStreamed);
  expect(large.length).toBeGreaterThan(0);
  expect(large.filter((takes) => !takes.needsSignIn)).toEqual([]);
});

test.each(["/log/import", "/log/import/", "/log/import.data"])("%s takes what the page takes", (path) => {
  expect(endpointOf(path, ENDPOINTS).types).toContain("multipart/form-data");
});
