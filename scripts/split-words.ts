import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vite';

/** The path of a file of words, and of the modules into which it is split. */
const file = /^(.*\/src\/locales\/[\w-]+)\.ts$/;
const piece = /^(.*\/src\/locales\/[\w-]+)\/([\w-]+)\.ts$/;

/** Static imports, which only English has, and `import()` of a language. */
const importsWords = /import \{([\w\s,]+)\} from '(\.[^']*\/locales\/en)\.js';/g;
const loadsWords = /(const \{([\w\s,]+)\} = await import\()'(\.[^']*\/locales\/[\w-]+)\.js'\)/g;

/**
 * Splits the files of words into a module for each top-level name, so that an importer loads only
 * the words that it uses. A translator still writes one file. An `import()` gets a chunk with the
 * names that it destructures: `const { panels } = await import('…/ko.js')`.
 */
export function splitWords(): Plugin {
  return {
    name: 'split-words',
    enforce: 'pre',
    transform(code, id) {
      // Imports the modules directly, so that the words load with the module that uses them.
      if (!code.includes('/locales/')) return null;
      const direct = code
        .replaceAll(importsWords, (_, names: string, path: string) => {
          const base = resolve(dirname(id), path);
          return listOf(names)
            .map((name) => `import { ${name} } from '${base}/${name}.ts';`)
            .join(' ');
        })
        .replaceAll(loadsWords, (_, before: string, names: string, path: string) => {
          const base = resolve(dirname(id), path);
          return `${before}'${base}/${listOf(names).join('-')}.ts')`;
        });
      // Each import stays on one line, so the source map stays valid.
      return { code: direct, map: null };
    },
    resolveId(source) {
      return piece.test(source) ? { id: source, moduleSideEffects: false } : null;
    },
    load(id) {
      const [, base, name] = piece.exec(id) ?? [];
      if (base && name) {
        const names = name.split('-');
        const code =
          names.length > 1
            ? names.map((each) => reExport(base, each)).join('\n')
            : split(base).find((part) => part.name === name)?.code;
        if (code === undefined) throw new Error(`${base}.ts has no words of the name ${name}.`);
        return { code, moduleSideEffects: false };
      }
      const [, whole] = file.exec(id) ?? [];
      // Only English is imported statically, so only English needs a module with all words.
      if (!whole?.endsWith('/en')) return null;
      const exported = split(whole).filter(({ isExported }) => isExported);
      const lines = exported.map((part) => reExport(whole, part.name));
      return { code: lines.join('\n'), moduleSideEffects: false };
    },
  };
}

/** The names between the braces of an import. */
function listOf(names: string): readonly string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function reExport(base: string, name: string): string {
  return `export { ${name} } from '${base}/${name}.ts';`;
}

/** One top-level name, and the code of its module. */
interface Part {
  readonly name: string;
  readonly isExported: boolean;
  readonly code: string;
}

function split(base: string): readonly Part[] {
  const text = readFileSync(`${base}.ts`, 'utf8');
  const source = ts.createSourceFile('words.ts', text, ts.ScriptTarget.ES2022, true);
  const statements = source.statements.filter(ts.isVariableStatement);
  const modules = new Map([
    ...statements.map((each) => [nameOf(each), `${base}/${nameOf(each)}.ts`] as const),
    ...source.statements.filter(ts.isImportDeclaration).flatMap((each) => importsOf(each, base)),
  ]);
  return statements.map((statement) => {
    const name = nameOf(statement);
    const used = namesIn(statement);
    const imports = [...modules]
      .filter(([other]) => other !== name && used.has(other))
      .map(([other, module]) => `import { ${other} } from '${module}';`);
    const isExported = statement.modifiers?.some(isExport) ?? false;
    const declaration = isExported ? statement.getText() : `export ${statement.getText()}`;
    return { name, isExported, code: [...imports, declaration].join('\n') };
  });
}

/** The imported names and the file of each, without types. */
function importsOf(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  base: string,
): readonly (readonly [name: string, module: string])[] {
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings) || !ts.isStringLiteral(moduleSpecifier)) return [];
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  // A copy for each language. Otherwise a list in another language would load the English words.
  const copy = base.endsWith('/en') ? '' : `?${basename(base)}`;
  const module = resolve(dirname(base), moduleSpecifier.text).replace(/\.js$/, '.ts') + copy;
  return bindings.elements.map(({ name }) => [name.text, module] as const);
}

function nameOf({ declarationList: { declarations } }: ts.VariableStatement): string {
  const [declaration] = declarations;
  if (declarations.length !== 1 || !declaration || !ts.isIdentifier(declaration.name)) {
    throw new Error('A file of words declares one name with each statement.');
  }
  return declaration.name.text;
}

function isExport({ kind }: ts.ModifierLike): boolean {
  return kind === ts.SyntaxKind.ExportKeyword;
}

/** All identifiers that may be the name of another statement. */
function namesIn(node: ts.Node): Set<string> {
  const names = new Set<string>();
  const visit = (child: ts.Node): void => {
    if (ts.isIdentifier(child) && !isKey(child)) names.add(child.text);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return names;
}

/** The key of an object, or the name after a dot. */
function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertyAccessExpression(parent)) &&
    parent.name === node
  );
}
