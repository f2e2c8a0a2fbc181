// @ts-check
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const CLOCK = "Time comes from the clock that is handed in (app/platform/clock.ts).";
const ENVIRONMENT = "The environment is read in app/platform/env.server.ts and handed in.";

const time = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: CLOCK },
];
const environment = [{ selector: "MemberExpression[object.name='process'][property.name='env']", message: ENVIRONMENT }];

const lists = [{ selector: "CallExpression[callee.property.name='join'][arguments.0.value=/^(, | and )$/]", message: "A list that is shown is written by listAnd (app/words/format.ts)." }];

export default tseslint.config(
  { ignores: ["build", "node_modules", "test-results", "playwright-report", "data", "keys"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/only-throw-error": ["error", { allow: ["Response", { from: "package", package: "@remix-run/server-runtime", name: "TypedResponse" }] }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: false }],
      "no-console": "error",
      "no-restricted-syntax": ["error", ...time, ...environment],
    },
  },
  { files: ["app/**/*.{ts,tsx}"], ignores: ["**/*.server.ts"], rules: { "no-restricted-syntax": ["error", ...time, ...environment, ...lists] } },
  { files: ["app/**/*.tsx"], ...jsxA11y.flatConfigs.strict },
  {
    files: ["app/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  // The places whose business it is.
  { files: ["app/platform/log.server.ts", "server.ts", "server/**", "scripts/**"], rules: { "no-console": "off" } },
  { files: ["app/platform/env.server.ts"], rules: { "no-restricted-syntax": ["error", ...time] } },
  { files: ["app/platform/clock.ts"], rules: { "no-restricted-syntax": ["error", ...environment] } },
  { files: ["scripts/**", "playwright.config.ts", "tests/**", "**/*.test.{ts,tsx}"], rules: { "no-restricted-syntax": "off", "no-console": "off" } },
);
