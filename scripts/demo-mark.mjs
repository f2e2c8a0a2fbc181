// Imports nothing: the server that is built from it asks as well.

/** The name of the file that marks a folder of data as a demo's. */
export const DEMO_MARK = "this-is-a-demo";
