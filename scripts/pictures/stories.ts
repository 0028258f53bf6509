import { readFileSync } from 'node:fs';

export interface StoryEntry {
  readonly id: string;
  readonly type: string;
  readonly tags: readonly string[];
}

/** Stories that differ from run to run, and why. */
export const withoutPicture: Readonly<Record<string, string>> = {
  'service--two-members-in-a-call': 'its calls run over the real timers of the service',
  'service--list-and-room': 'its rooms are as old as the service that runs in the page',
  'service--fault': 'its service answers when it answers',
};

/** The group of stories that show no state of their own: other stories show where they end. */
const interactions = 'interactions--';

/** The stories of the built Storybook that have a picture. */
export function storiesWithPictures(): readonly StoryEntry[] {
  const index = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
    readonly entries: Readonly<Record<string, StoryEntry>>;
  };
  return Object.values(index.entries).filter(
    ({ id, type, tags }) =>
      type === 'story' &&
      tags.includes('test') &&
      !id.startsWith(interactions) &&
      !Object.hasOwn(withoutPicture, id),
  );
}
