import type { RoomProblem } from './find-room.js';

/** The problems that were logged already, by the element that they concern. */
const told = new WeakMap<Element, Set<string>>();

/** Warns developers, once for each element, why a part has no room, and names the remedy. */
export function warnOfProblem(part: Element, problem: RoomProblem): void {
  const name = `<${part.localName}>`;
  const subject = problem.kind === 'no-room' ? problem.element : part;
  const text = describe(name, problem);
  const texts = told.get(subject) ?? new Set();
  if (texts.has(text)) return;
  told.set(subject, texts.add(text));
  console.warn(`[ffc] ${text}`, subject);
}

function describe(name: string, problem: RoomProblem): string {
  switch (problem.kind) {
    case 'no-room': {
      const how = problem.id ? `for="${problem.id}"` : 'forElement';
      return (
        `${name}: ${how} names a <${problem.element.localName}>, which is no room. ` +
        'Name an <ffc-room>; the part waits for one.'
      );
    }
    case 'no-element':
      return (
        `${name}: nothing here has the id "${problem.id}" that its \`for\` names. Give the <ffc-room> ` +
        'this id, or set forElement for a room in another shadow root.'
      );
    case 'no-ancestor':
      return (
        `${name} stands in no <ffc-room>. Put it in one, or name one by ` +
        'its id (`for`) or by forElement.'
      );
  }
}
