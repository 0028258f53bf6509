import { LogPanel } from './log-panel.js';
import type { Words } from './words.js';

/** Every event of the elements. */
const eventNames = [
  'ffc-error',
  'ffc-state-change',
  'ffc-playback-change',
  'ffc-device-change',
  'ffc-participant-joined',
  'ffc-participant-left',
  'ffc-participant-change',
  'ffc-active-speakers-change',
  'ffc-quality-change',
  'ffc-track-published',
  'ffc-track-unpublished',
  'ffc-track-subscribed',
  'ffc-track-unsubscribed',
  'ffc-track-muted',
  'ffc-track-unmuted',
  'ffc-track-failed',
  'ffc-join-request',
  'ffc-leave-request',
  'ffc-microphone-request',
  'ffc-camera-request',
  'ffc-screen-share-request',
  'ffc-room-select',
  'ffc-room-created',
  'ffc-room-updated',
  'ffc-room-deleted',
  'ffc-rooms-load',
] as const satisfies readonly (keyof GlobalEventHandlersEventMap)[];

/** A folded list of the events that the elements emit. */
export class EventLog {
  readonly #panel = new LogPanel();
  readonly element = this.#panel.element;

  constructor() {
    for (const name of eventNames) {
      document.addEventListener(name, (event) => {
        this.#panel.add(new Date(), event.type, detailsOf(event));
      });
    }
  }

  /** Shows the log's own words in another language. */
  translate({ events, noEvents }: Words): void {
    this.#panel.translate(events, noEvents);
  }
}

/** The parts of an event that fit on a line. Each is named, so that no other part leaks. */
interface EventDetails {
  readonly state?: string;
  readonly previous?: string;
  readonly participant?: { readonly name?: string; readonly identity: string };
  readonly participants?: readonly { readonly name?: string; readonly identity: string }[];
  readonly track?: { readonly source: string };
  readonly initial?: boolean;
  readonly changed?: readonly string[];
  readonly quality?: string;
  readonly enabled?: boolean;
  readonly room?: { readonly id: number; readonly title?: string };
  readonly total?: number;
  readonly error?: { readonly reason: string; readonly stage: string };
}

function detailsOf(event: Event): string {
  const facts = event as Event & EventDetails;
  const name = (who: { name?: string; identity: string }): string => who.name || who.identity;
  return [
    facts.state && `${facts.previous ?? ''} → ${facts.state}`,
    facts.participant && name(facts.participant),
    facts.participants?.map(name).join(', '),
    facts.track?.source,
    facts.initial && 'initial',
    facts.changed?.join(', '),
    facts.quality,
    facts.enabled !== undefined && (facts.enabled ? 'on' : 'off'),
    facts.room && `#${facts.room.id} ${facts.room.title ?? ''}`,
    facts.total !== undefined && `${facts.total} in total`,
    facts.error && `${facts.error.stage}: ${facts.error.reason}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
