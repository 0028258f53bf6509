/**
 * Emulates forced colours as far as a page can. It replaces all tokens with the system's colours,
 * removes shadows and background images, and enables the elements' rules for this mode. The
 * browser's own emulation shows the rest (Chrome: Rendering).
 */
const system = {
  surface: 'Canvas',
  'surface-raised': 'Canvas',
  'on-surface': 'CanvasText',
  muted: 'CanvasText',
  border: 'CanvasText',
  tile: 'Canvas',
};
const colours = {
  ...system,
  accent: 'Highlight',
  'on-accent': 'HighlightText',
  danger: 'CanvasText',
  'on-danger': 'Canvas',
  success: 'CanvasText',
  speaking: 'Highlight',
};

const query = '(forced-colors: active)';
let isOn = false;
/** The enabled rules, with their original condition. */
const rules = new Map<CSSMediaRule, string>();
const roots = new Set<WeakRef<ShadowRoot>>();
let plainSheet: CSSStyleSheet | undefined;

/** Registers all shadow roots from now on. Must be called before elements are created. */
export function watchShadowRoots(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its element below
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    roots.add(new WeakRef(root));
    // Lit adds the styles right after the root is attached.
    if (isOn) setTimeout(() => isOn && force(root));
    return root;
  };
}

export function setForcedColors(on: boolean): void {
  const { style } = document.documentElement;
  for (const [name, value] of Object.entries(colours)) set(style, `--ffc-color-${name}`, on, value);
  for (const [name, value] of Object.entries(system)) set(style, `--ffc-call-${name}`, on, value);
  if (on === isOn) return;
  isOn = on;
  if (on) for (const root of roots) forceRef(root);
  else release();
}

function set(style: CSSStyleDeclaration, name: string, on: boolean, value: string): void {
  if (on) style.setProperty(name, value);
  else style.removeProperty(name);
}

function forceRef(reference: WeakRef<ShadowRoot>): void {
  const root = reference.deref();
  if (root) force(root);
  else roots.delete(reference);
}

function force(root: ShadowRoot): void {
  for (const sheet of root.adoptedStyleSheets) switchOn(sheet.cssRules);
  plainSheet ??= makePlainSheet();
  if (!root.adoptedStyleSheets.includes(plainSheet)) root.adoptedStyleSheets.push(plainSheet);
}

function switchOn(all: CSSRuleList): void {
  for (const rule of all) {
    if (rule instanceof CSSMediaRule && rule.media.mediaText === query) {
      rules.set(rule, rule.media.mediaText);
      rule.media.mediaText = 'all';
    } else if (rule instanceof CSSGroupingRule) switchOn(rule.cssRules);
  }
}

function release(): void {
  for (const [rule, text] of rules) rule.media.mediaText = text;
  rules.clear();
  for (const reference of roots) {
    const root = reference.deref();
    if (!root) roots.delete(reference);
    else root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== plainSheet);
  }
}

function makePlainSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { box-shadow: none !important; text-shadow: none !important; }
    button, input, select, textarea { border-color: ButtonText !important; }
  `);
  return sheet;
}
