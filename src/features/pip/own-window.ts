import { nearestAttribute } from '../../parts/tree.js';

const ownStyles = `
  html, body { margin: 0; block-size: 100%; }
  ffc-room { inline-size: 100%; block-size: 100%; min-block-size: 0; }
`;

/**
 * Moves a room into a picture-in-picture window, where it looks as on its page.
 *
 * @param place The element at the room's place on the page, which decides on language and colours.
 */
export function fill(view: Window, host: HTMLElement, place: HTMLElement): void {
  const { document: own } = view;
  const page = place.ownerDocument;
  const { direction, colorScheme } = getComputedStyle(place);
  own.title = page.title;
  own.documentElement.lang = nearestAttribute(place, 'lang');
  own.documentElement.dir = direction;
  own.documentElement.style.colorScheme = colorScheme;
  // By a constructed sheet, as a policy may forbid inline styles.
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync([...rulesOf(page), ownStyles].join('\n'));
  own.adoptedStyleSheets = [sheet];
  own.body.append(host);
}

/** The page's CSS rules for the room that a script may read. */
function rulesOf({ styleSheets, adoptedStyleSheets }: Document): readonly string[] {
  return [...styleSheets, ...adoptedStyleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].map(({ cssText }) => cssText);
    } catch {
      // A style sheet of another origin.
      return [];
    }
  });
}
