import type { Clock } from './clock.js';
import type { DomainEvent } from './domain-events.js';
import type { Media } from './media.js';
import type { AppRecord, MemberRecord } from './records.js';
import type { SandboxStore } from './store.js';

/** The dependencies that every part of the service shares. */
export interface ServiceContext {
  readonly apps: readonly AppRecord[];
  readonly store: SandboxStore;
  readonly media: Media;
  readonly clock: Clock;
  /** Aborts when the service stops. */
  readonly stopping: AbortSignal;
  /** Emits a domain event: the app gets it by webhook, browsers by push. */
  readonly emit: (appId: number, event: DomainEvent) => void;
  /** The time, as ISO 8601 text. */
  readonly timestamp: () => string;
  /** Called with failures whose details the caller of the API must not see. */
  readonly onError: (message: string, cause: unknown) => void;
}

/** On whose behalf a call is made. */
export type Caller =
  | { readonly kind: 'member'; readonly app: AppRecord; readonly member: MemberRecord }
  | { readonly kind: 'app'; readonly app: AppRecord };
