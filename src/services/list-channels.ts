import { createPresenceCalls } from '../api/presence-calls.js';
import { ServiceCalls } from '../api/service-calls.js';
import type { ListServices } from '../state/list-types.js';
import type { PresenceCalls } from '../state/people-online.js';

/**
 * The calls that say who is in a room's channel; undefined where a gateway or an app alone answers,
 * which have no channels.
 */
export function channelsOf({ channels, member }: ListServices): PresenceCalls | undefined {
  return channels ?? (member instanceof ServiceCalls ? createPresenceCalls(member) : undefined);
}
