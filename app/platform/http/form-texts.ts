/**
 * What the fields on the ground floor say when they cannot take what was typed.
 * It stands here because nothing here may import the catalogue above.
 */
export const formTexts = {
  missing: "Fill this in",
  unreadable: "Look at this again: it is not one of the answers that fit here",
  notText: "Take out the sign that cannot be stored",
  tooLong: (limit: number) => `Make this shorter: at most ${String(limit)} signs fit`,
  notWhole: "Enter a whole number",
  outside: (from: number, to: number) => `Enter a whole number from ${String(from)} to ${String(to)}`,
  day: {
    missing: "Enter the day, the month and the year",
    day_missing: "Enter the day of the month as well",
    month_missing: "Enter the month as well",
    year_missing: "Enter the year as well",
    day_unreadable: "The day has to be a number from 1 to 31",
    month_unreadable: "The month has to be a number from 1 to 12, or its name",
    year_unreadable: "The year has to have four digits, such as 2026",
    year_unlikely: "Look at the year: nothing here is earlier than 1990 or later than 2099",
    no_such_day: "There is no such day: look at the day and the month again",
  },
} as const;
