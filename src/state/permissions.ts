import type { RtcPermissions, TrackSource } from '../rtc/session.js';

/**
 * Whether a participant with these permissions may publish a source. Without permissions, such as
 * before the call, everything counts as allowed.
 */
export function mayPublish(permissions: RtcPermissions | undefined, source: TrackSource): boolean {
  if (!permissions) return true;
  const { canPublish, canPublishSources } = permissions;
  return canPublish && (!canPublishSources[0] || canPublishSources.includes(source));
}
