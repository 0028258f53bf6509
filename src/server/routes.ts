import { roomRoutes, type Route } from '../api/routes.js';

const members = '/v2/apps/me/members';

/** Every call of the server API that this kit makes. */
export const routes = {
  upsertMember: { method: 'POST', path: members },
  updateMember: { method: 'PATCH', path: `${members}/{member}` },
  listMembers: { method: 'GET', path: members },
  getMember: { method: 'GET', path: `${members}/{member}` },
  deleteMembers: { method: 'DELETE', path: `${members}/{member}` },
  login: { method: 'POST', path: `${members}/login` },
  // Each time it registers somebody, so not twice when an answer got lost.
  loginAsGuest: { method: 'POST', path: `${members}/login-as-guest`, idempotent: false },
  ...roomRoutes('/v2/apps/me/video-rooms'),
  // Below the member API's path, although it takes the app's credentials: as the service's SDK
  // has it, not as the guides do.
  issueRtcToken: {
    method: 'POST',
    path: '/v2/members/me/video-rooms/{id}/members/{member}/web-rtc-tokens',
  },
  // Assumed: the operation is published (setCallbackApi), its path is not.
  registerCallback: { method: 'PUT', path: '/v2/apps/me/callback-api' },
} as const satisfies Record<string, Route>;
