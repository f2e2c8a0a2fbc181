/** The accessibility statement. It says what is so, no more: change it with what it describes. */
export const accessibility = {
  title: "Accessibility",
  lead: "Everybody who trains, supervises or leads should be able to use Attune. This page says how far we are.",
  sections: [
    {
      heading: "What you can do",
      points: [
        "Use every page with the keyboard alone; what has the focus is always marked.",
        "Log, confirm and correct without JavaScript.",
        "Make the text larger, up to 400 %, without scrolling sideways.",
        "Choose light or dark at the foot of each page, or leave it as your device is set.",
        "Switch motion off in your device’s settings; Attune follows it.",
        "Hear each figure with what it is of: no number stands in a picture alone.",
        "Print any page: navigation and frames stay off the paper.",
      ],
    },
    {
      heading: "How we check",
      points: [
        "We build to the Web Content Accessibility Guidelines, version 2.2, level AA.",
        "Contrast of each pair of colours is measured by a test, in light and dark.",
        "Pages are checked by an automatic tool (axe), in light and dark, each time the portal is tested as a whole.",
        "Logging a cycle is walked by keyboard alone, and with JavaScript off, by the same tests.",
      ],
    },
    {
      heading: "What we have not done yet",
      points: [
        "Nobody outside the team has audited Attune, and people who use screen readers every day have not yet tried it with us. Until then we claim no more than our own tests show.",
      ],
    },
  ],
  contact: {
    heading: "If something stands in your way",
    text: "Tell your programme’s administrator what you wanted to do, on which page, and with which device. They can also give you what you need in another form. If the answer does not help, the Equality Advisory and Support Service can advise you.",
  },
  prepared: (day: string) => `Prepared on ${day}.`,
  preparedOn: "2026-11-21",
} as const;
