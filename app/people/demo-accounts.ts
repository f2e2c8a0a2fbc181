/** The people of the demonstration who sign in with one press, in the order of the sign-in page. */
export const DEMO_ACCOUNTS = [
  { key: "trainee", email: "trainee@example.org" },
  { key: "supervisor", email: "supervisor@example.org" },
  { key: "reviewer", email: "reviewer@example.org" },
  { key: "lead", email: "lead@example.org" },
  { key: "administrator", email: "admin@example.org" },
] as const;

/** Their common password. Demo mode serves loopback addresses only. */
export const DEMO_PASSWORD = "attune-demo-only";
