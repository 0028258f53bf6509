/** A place on a page where elements can be. */
export interface PageContext {
  readonly name: string;
  /** Style of the element's parent. */
  readonly parent?: string;
  /** Style of the element itself. */
  readonly own?: string;
  /** Default: a `<div>`. */
  readonly tag?: 'div' | 'span' | 'dialog' | 'td';
}

/** The places where pages put elements without giving them a size. */
export const contexts: readonly PageContext[] = [
  { name: 'a block' },
  { name: 'a flex row', parent: 'display: flex' },
  {
    name: 'a centring flex row',
    parent: 'display: flex; align-items: center; justify-content: center',
  },
  {
    name: 'a centred column',
    parent: 'display: flex; flex-direction: column; align-items: center',
  },
  {
    name: 'a centred column as high as the window',
    parent:
      'display: flex; flex-direction: column; align-items: center; justify-content: center; height: 100vh',
  },
  { name: 'a grid', parent: 'display: grid' },
  { name: 'a centring grid', parent: 'display: grid; place-items: center' },
  {
    name: 'a centring grid as high as the window',
    parent: 'display: grid; place-items: center; height: 100vh',
  },
  {
    name: 'a grid with a column of its own size',
    parent: 'display: grid; grid-template-columns: auto',
  },
  { name: 'an inline block', parent: 'display: inline-block' },
  { name: 'a float', parent: 'float: inline-start' },
  { name: 'a box that fits its content', parent: 'inline-size: fit-content' },
  { name: 'an inline element', tag: 'span' },
  { name: 'a table cell', tag: 'td' },
  { name: 'a dialog', tag: 'dialog' },
  { name: 'a block, as a flex box', own: 'display: flex' },
  { name: 'a block, as a centring grid', own: 'display: grid; place-items: center' },
  { name: 'a block, as an inline block', own: 'display: inline-block' },
  {
    name: 'a positioned box, out of the flow',
    parent: 'position: relative; height: 600px',
    own: 'position: absolute',
  },
  {
    name: 'a positioned box, in a corner',
    parent: 'position: relative; height: 600px',
    own: 'position: absolute; inset-block-end: 16px; inset-inline-end: 16px',
  },
  { name: 'a block, floating', own: 'float: inline-end' },
];

/** Tailwind's base styles, which it puts before the styles of a page. They override `:host`. */
export const preflight = `
  *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
  img, svg, video, canvas, audio, iframe { display: block; vertical-align: middle; }
  img, video { max-width: 100%; height: auto; }
  [hidden]:where(:not([hidden='until-found'])) { display: none !important; }
`;

const added = new Set<Element>();

afterEach(() => {
  for (const element of added) element.remove();
  added.clear();
});

/** Adds a style sheet to the page until the end of the test. */
export function addStyle(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  added.add(style);
}

/** Puts an element into a box of this width, in a context; removes both after the test. */
export function putInto(
  { parent = '', own = '', tag = 'div' }: PageContext,
  element: HTMLElement,
  inlineSize: number,
): HTMLElement {
  const box = document.createElement('div');
  box.style.inlineSize = `${inlineSize}px`;
  box.style.position = 'relative';
  const place = document.createElement(tag);
  place.style.cssText += parent;
  element.style.cssText = own;
  place.append(element);
  if (tag === 'td') {
    const table = document.createElement('table');
    table.insertRow().append(place);
    box.append(table);
  } else box.append(place);
  document.body.append(box);
  if (place instanceof HTMLDialogElement) place.show();
  added.add(box);
  return box;
}
