import { controlGuides } from './controls.js';
import { elementGuides } from './elements.js';
import type { Guide } from './guide.js';

export type { Guide };

/** The guide of each element, by its tag. */
export const guides: Readonly<Record<string, Guide>> = { ...elementGuides, ...controlGuides };
