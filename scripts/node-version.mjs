// Which Node runs this. Imports nothing: it is asked before anything else can be relied on.

const OLDEST = { major: 20, minor: 19 };

/**
 * One sentence where that version of Node is too old, else null. The oldest is the one of package.json.
 * @param {string} version such as 20.19.0
 */
export function refuseNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOld = major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor);
  return isOld ? `Attune needs Node ${String(OLDEST.major)}.${String(OLDEST.minor)} or newer; this is ${version}.` : null;
}
