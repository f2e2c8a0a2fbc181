import { readdirSync, readFileSync } from "node:fs";

import ts from "typescript";
import { expect, test } from "vitest";

import { CODES } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

type Path = readonly string[];

const files = ["app", "scripts", "seeds", "server"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !["app/words/words.ts", "app/words/rooms.ts"].includes(file));

// Each file is read by itself: what a name stands for is asked within its file, imports are known by their text.
const program = ts.createProgram(files, { noResolve: true, noLib: true, allowImportingTsExtensions: true, jsx: ts.JsxEmit.Preserve });
const checker = program.getTypeChecker();

function importedPath(declaration: ts.ImportSpecifier): Path | undefined {
  const from = declaration.parent.parent.parent.moduleSpecifier.getText();
  if (from.endsWith('words/words.ts"')) return [];
  const isRoom = from.includes("words/en/") || declaration.getSourceFile().fileName.startsWith("app/words/en/");
  const name = (declaration.propertyName ?? declaration.name).text;
  return isRoom && name in words ? [name] : undefined;
}

function elementPath(element: ts.BindingElement): Path | undefined {
  const pattern = element.parent.parent;
  const of = ts.isVariableDeclaration(pattern) && pattern.initializer ? pathOf(pattern.initializer) : undefined;
  const name = element.propertyName ?? element.name;
  return of && ts.isIdentifier(name) && !element.dotDotDotToken ? [...of, name.text] : of;
}

/** What of the catalogue an expression stands for, through names given to parts of it; undefined for anything else. */
function pathOf(node: ts.Expression): Path | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const of = pathOf(node.expression);
    return of && [...of, node.name.text];
  }
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.declarations?.[0] : undefined;
  if (declaration === undefined) return undefined;
  if (ts.isImportSpecifier(declaration)) return importedPath(declaration);
  if (ts.isBindingElement(declaration)) return elementPath(declaration);
  return ts.isVariableDeclaration(declaration) && declaration.initializer ? pathOf(declaration.initializer) : undefined;
}

/** True where the expression is only a step on the way to a part of it, or gives that part a name. */
function isStep(node: ts.Expression): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) && parent.expression === node) || (ts.isVariableDeclaration(parent) && parent.initializer === node);
}

function usedIn(file: ts.SourceFile): Path[] {
  const used: Path[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if ((ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) && !isStep(node)) {
      const isName = !ts.isShorthandPropertyAssignment(node.parent) && "name" in node.parent && node.parent.name === node;
      const path = isName ? undefined : pathOf(node);
      if (path) used.push(path);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return used;
}

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

const startsWith = (path: Path, start: Path): boolean => start.every((name, i) => path[i] === name);

test("every word of the catalogue is shown somewhere", () => {
  const used = program.getSourceFiles().flatMap(usedIn);
  expect(used.length).toBeGreaterThan(300);
  const unused = leavesOf(words).filter((leaf) => !used.some((path) => startsWith(leaf, path) || startsWith(path, leaf)));
  expect(unused.map((path) => path.join("."))).toEqual([]);
});

test("every code that has an explanation is said by some command", () => {
  const texts = files.filter((file) => file !== "app/words/explain.ts").map((file) => readFileSync(file, "utf8"));
  expect(CODES.filter((code) => !texts.some((text) => text.includes(`"${code}"`)))).toEqual([]);
});
