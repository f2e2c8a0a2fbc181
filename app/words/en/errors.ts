/** What a page says when it cannot be shown: what happened, and what to do next. */
export const errors = {
  400: { heading: "We could not read that", text: "Something in the address or the form was not as it should be. Go back, look at it again and send it once more." },
  401: { heading: "You are signed out", text: "Sign in again, then go on." },
  403: { heading: "This is not yours to do", text: "You can see this, but somebody else has to do it. Your programme’s administrator can tell you who, or change what you may do." },
  404: { heading: "There is nothing here", text: "The address may be mistyped, or it leads to something that you cannot see. Check it, or start again from your first page." },
  405: { heading: "This cannot be opened that way", text: "The address takes a form, not a visit. Start again from your first page." },
  409: { heading: "This changed meanwhile", text: "Somebody changed it while you had it open. Open it again and look at what stands now." },
  429: { heading: "Too many tries", text: "Please wait a minute, then try again." },
  503: { heading: "A lot is going on here", text: "Nothing is lost, and nothing was changed. Wait a moment, then try again." },
  500: { heading: "Something went wrong on our side", text: "Nothing you did caused this. What you saved before is safe. Try again in a minute; if it stays so, tell your programme’s administrator and give the number below." },
  /** Said where an act was sent by somebody whose right to it ended meanwhile, or never was: one answer for both, and for what never was there. */
  notRecorded: {
    heading: "Nothing was recorded",
    401: "You are signed out, or hold no role here today, so what you sent was not taken. Sign in again; if you hold no role any more, your programme’s administrator can change that.",
    403: "What you sent was not taken: this is not yours to do, or no longer, because a role or an accreditation of yours ended. Somebody else has to do it. Your programme’s administrator can tell you who.",
    404: "What you sent was not taken: what it was about is not there, or you can see it no longer, because a role, an accreditation or your part in it ended. If somebody still waits for you, tell your programme’s administrator.",
  },
  /** Said where work beside the server was not done. */
  noAnswer: {
    too_slow: "It took too long, because a lot is going on here or it is very much. Nothing is lost, and nothing was changed: wait a moment, then try again.",
    too_much: "This is more than can be read at once. Nothing was changed: copy the rows of your log into two smaller files and send one after the other.",
    busy_own: "Several files of yours are being read at once. Nothing is lost, and nothing was changed: wait until one of them is done, then try again.",
    busy: "Too many wait here just now. Nothing is lost, and nothing was changed: wait a moment, then try again.",
  },
  requestId: (id: string) => `Request number: ${id}`,
  signIn: "Sign in",
  home: "Go to your first page",
} as const;
