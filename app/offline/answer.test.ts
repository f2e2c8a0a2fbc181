import { expect, test } from "vitest";

import { words } from "#app/words/words.ts";

import { readAnswer } from "./answer.ts";

const { unread, noLog } = words.offline.refusals;

test.each<[why: string, status: number, said: unknown, answer: object]>([
  ["taken", 200, { saved: "an-entry" }, { is: "saved" }],
  ["asked back, with its reasons", 400, { code: "asked_back", refused: ["Choose the client"] }, { is: "refused", texts: ["Choose the client"] }],
  ["somebody who keeps no log any more", 403, { code: "no_log", refused: [noLog] }, { is: "refused", texts: [noLog] }],
  ["somebody else is signed in: it waits for its own account", 403, { code: "other_account", refused: ["x"] }, { is: "unanswered" }],
  ["too long, in words that fit a device", 413, { code: "size", refused: ["… your browser’s “Back” …"] }, { is: "refused", texts: [unread.size] }],
  ["too long for what stands between, which speaks no JSON", 413, undefined, { is: "refused", texts: [unread.size] }],
  ["another kind of content", 415, { code: "type", refused: ["x"] }, { is: "refused", texts: [unread.type] }],
  ["a sign that cannot be read", 400, { code: "form", refused: ["x"] }, { is: "refused", texts: [unread.form] }],
  ["an answer without reasons", 409, {}, { is: "refused", texts: [unread.other(409)] }],
  ["an answer that is no JSON", 400, undefined, { is: "refused", texts: [unread.other(400)] }],
  ["sent on to sign in", 0, undefined, { is: "unanswered" }],
  ["signed out", 401, undefined, { is: "unanswered" }], ["too slow", 408, undefined, { is: "unanswered" }], ["too many at once", 429, undefined, { is: "unanswered" }],
  ["a fault of the portal", 500, undefined, { is: "unanswered" }], ["the portal is not there", 503, "<html>", { is: "unanswered" }],
])("%s", (_why, status, said, answer) => {
  expect(readAnswer(status, said)).toEqual(answer);
});
