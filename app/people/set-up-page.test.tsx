import { expect, test } from "vitest";

import { renderMarkup } from "#tests/support/render.tsx";

import { SetUpPage } from "./set-up-page.tsx";

test("the key that is typed by hand stands in fours", () => {
  const setUp = { secret: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", qr: { size: 1, path: "" }, sealed: "sealed" };
  expect(renderMarkup(<SetUpPage setUp={setUp} lastResult={undefined} />)).toContain("<code>GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ</code>");
});
