/** Words of what changed, and of two who change the same. */
export const history = {
  empty: "nothing",
  clash: {
    title: "What stands now",
    by: (name: string, moment: string) => `Changed by ${name}, ${moment}.`,
    because: (reason: string) => `Why: ${reason}`,
    same: "What was changed there is not in this form. Save again, and what you typed stands with it.",
    hint: "Choose what is to stand, then save. Where you choose what stands now, what you typed for it below is not taken; the rest is as you typed it.",
    mine: (value: string) => `What you typed: ${value}`,
    theirs: (value: string) => `What stands now: ${value}`,
    changedBy: { you: "Only you changed this.", they: "Only changed there.", both: "Changed by both." },
  },
  textChanged: (field: string) => `${field}: the text was changed`,
  textWas: "What it said before and after",
  before: "Before", after: "After",
} as const;
