/** What has to be proved again with the form of an act that is done in somebody's name. */
export type Proof = "none" | "password" | "password_and_code";
