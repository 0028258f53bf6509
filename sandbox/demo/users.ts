import type { AppUser } from '../app/server-client.js';

/** The people of the demo app. `pageUrl` (ending in a slash) is where their pictures lie. */
export function demoUsers(pageUrl: string): readonly AppUser[] {
  const picture = (appUserId: string): string =>
    new URL(`portraits/${appUserId}.svg`, pageUrl).href;
  return [
    { appUserId: 'mina', appUserName: 'Mina Kim', appUserProfileImgUrl: picture('mina') },
    { appUserId: 'jun', appUserName: 'Jun Park', appUserProfileImgUrl: picture('jun') },
    { appUserId: 'alex', appUserName: 'Alex Rivera' },
    { appUserId: 'sara', appUserName: 'Sara Haddad' },
  ];
}
