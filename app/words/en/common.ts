/** Words that belong to no single room: the frame of every page, forms, and small marks. */
export const common = {
  product: "Attune",
  title: (page: string) => `${page} - Attune`,
  description: "Log practice, confirm it, and see every number open, in Video Interaction Guidance training.",
  skip: "Skip to the content",
  nav: { label: "Main", phoneLabel: "Main, at the foot of the screen" },
  navItems: {
    progress: "Progress", log: "Log", submissions: "Feedback", waiting: "Waiting", sign_off: "Sign-off", trainees: "Trainees", cohorts: "Cohorts", publication: "Publication", people: "People", pathways: "Pathways", programme: "Programme", account: "Account",
  },
  /** Read out after the number in the navigation. */
  waitingMark: "waiting",
  menu: { label: (name: string) => `Menu of ${name}`, account: "Your account", signOut: "Sign out" },
  footer: { label: "About this site", accessibility: "Accessibility", theme: "Theme", light: "Light", dark: "Dark", system: "As my device" },
  form: {
    problem: "There is a problem",
    problems: "There are problems",
    error: "Error:",
    optional: "optional",
    day: "Day", month: "Month", year: "Year",
    dayHint: "For example 14 3 2026",
    today: "Today", yesterday: "Yesterday", anotherDay: "Another day", notYet: "Not yet",
    minutesUnit: "minutes",
    choose: "Choose",
    save: "Save", cancel: "Cancel", back: "Back",
  },
  /** Beside what somebody typed into a form that was not taken and can be sent no more. */
  wordsBack: { title: "What you had written", text: "None of it was recorded. Copy what you need before you leave this page." },
  dialog: { close: "Close" },
  meter: { over: (percent: number) => `${String(percent)} % of what is asked` },
  copy: { hint: "Select and copy these now: they are not shown again." },
} as const;
