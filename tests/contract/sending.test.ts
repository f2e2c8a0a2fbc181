import { expect, test } from "vitest";

import { bodyOf, multipart, Octets, type Sent } from "./sending.ts";

function requestWith(sent: Sent): Request {
  return new Request("https://attune.test/x", { method: "POST", ...bodyOf(sent) });
}

test.each<[string, Sent, string]>([
  ["a plain form", { note: "tea & cake" }, "application/x-www-form-urlencoded;charset=UTF-8"],
  ["a form with files", multipart({ note: "tea", files: new File(["a,b"], "cycles.csv") }), "multipart/form-data; boundary="],
  ["bytes", new Octets(new Uint8Array([1, 2]), { "upload-offset": "0" }), "application/offset+octet-stream"],
  ["bytes of a type of their own", new Octets(new Uint8Array([1, 2]), { "content-type": "image/webp" }), "image/webp"],
])("%s says what it is", (_, sent, type) => {
  expect(requestWith(sent).headers.get("content-type")).toMatch(new RegExp(`^${type.replaceAll("+", "\\+")}`));
});

test("what is sent arrives as it is", async () => {
  const files = await requestWith(multipart({ note: "tea", files: new File(["a,b"], "cycles.csv") })).formData();
  const file = files.get("files");
  expect([files.get("note"), file instanceof File && [file.name, await file.text()]]).toEqual(["tea", ["cycles.csv", "a,b"]]);
  const octets = requestWith(new Octets(new Uint8Array([1, 2]), { "upload-offset": "0" }));
  expect([octets.headers.get("upload-offset"), new Uint8Array(await octets.arrayBuffer())]).toEqual(["0", new Uint8Array([1, 2])]);
});
