/** What a page says when it cannot be shown: what happened, and what to do next. */
export const errors = {
  400: { heading: "We could not read that", text: "Something in the address or the form was not as it should be. Go back, look at it again and send it once more." },
  403: { heading: "This is not yours to do", text: "You can see this, but somebody else has to do it. Your programme’s administrator can tell you who, or change what you may do." },
  404: { heading: "There is nothing here", text: "The address may be mistyped, or it leads to something that you cannot see. Check it, or start again from your first page." },
  405: { heading: "This cannot be opened that way", text: "The address takes a form, not a visit. Start again from your first page." },
  409: { heading: "This changed meanwhile", text: "Somebody changed it while you had it open. Open it again and look at what stands now." },
  429: { heading: "Too many tries", text: "Please wait a minute, then try again." },
  500: { heading: "Something went wrong on our side", text: "Nothing you did caused this. What you saved before is safe. Try again in a minute; if it stays so, tell your programme’s administrator and give the number below." },
  requestId: (id: string) => `Request number: ${id}`,
  home: "Go to your first page",
} as const;
