import type { Day, Instant } from "#app/platform/clock.ts";

import { capitalise, counted, formatDay, formatMoment, plural } from "../format.ts";

const entries = (n: number) => counted(n, { one: "entry", other: "entries" }, true);


/** Words of what stays on a device: typed text, entries that wait, and the page without a connection. */
export const offline = {
  typed: {
    kept: (at: Instant, lastDay: Day) => `What you typed on ${formatMoment(at)} is kept on this device until ${formatDay(lastDay)}. It is shown to nobody else.`,
    notKept: "What you type now is not kept on this device: it has no room for it, or does not allow it. Save before you leave this page.",
    putBack: "Put it back", discard: "Discard it", openForm: "Open it in the form",
  },

  waiting: {
    title: (n: number) => `${capitalise(entries(n))} ${plural(n, { one: "waits", other: "wait" })} on this device`,
    text: (lastDay: Day) => `It goes to your log as soon as there is a connection. What is not sent by ${formatDay(lastDay)} is dropped.`,
    saved: (n: number) => `${capitalise(entries(n))} from this device ${plural(n, { one: "is", other: "are" })} in your log now.`,
    refusedTitle: "An entry from this device needs you",
    refused: (at: Instant, lastDay: Day) => `Noted on ${formatMoment(at)}; kept here until ${formatDay(lastDay)}.`,
    open: "Open it in the form", discard: "Discard it",
  },

  signOut: {
    title: (n: number) => `${capitalise(entries(n))} ${plural(n, { one: "waits", other: "wait" })} on this device`,
    text: (lastDay: Day) => `Sign out and nothing is sent until you sign in here again; on ${formatDay(lastDay)} it is dropped. Stay signed in until there is a connection, then it goes to your log.`,
  },

  page: {
    title: "Note a cycle without a connection",
    lead: "It stays on this device, sealed, and goes to your log when you are back with a connection and signed in.",
    waiting: (n: number, lastDay: Day) => `${capitalise(entries(n))} ${plural(n, { one: "waits", other: "wait" })} here. The first is dropped if it is not sent by ${formatDay(lastDay)}.`,
    kept: "Kept on this device.",
    notKept: "It could not be kept: this browser has no room for it, or does not allow it. Write it down elsewhere.",
    noAccount: "Nobody is signed in on this device, so nothing can be noted here. Sign in once with a connection; after that this page keeps what you note without one.",
    cannot: "This browser cannot seal anything, so nothing can be noted here without a connection.",
    noScript: "Noting something without a connection needs JavaScript.",
    code: "Client’s code", codeHint: "Such as C-7KQ4. Leave it empty and choose the client later.",
    submit: "Keep on this device", goOn: "Go on to your first page",
  },

  refusals: {
    noClient: "Choose the client",
    unknownClient: (code: string) => `You have no client ${code}: choose the client`,
    otherAccount: "Somebody else is signed in.",
    noLog: "You keep no log here at present, so it was not taken. Your programme’s administrator can change that; until then you can copy what you wrote.",
    /** What the portal could not even read as an entry. */
    unread: {
      size: "It is longer than the portal takes. Open it in the form and make it shorter.",
      form: "The portal cannot read something in it. Open it in the form and type anew there what was pasted.",
      type: "The portal cannot read it as it was sent. Open it in the form and send it there.",
      other: (status: number) => `The portal did not take it (${String(status)}). Open it in the form and send it there.`,
    },
  },

  noConnection: { heading: "There is no connection", text: "What you typed is kept on this device. Go back to the form when you are connected: it is offered to you there, and what had arrived already is not taken twice.", again: "Try again" },
} as const;
