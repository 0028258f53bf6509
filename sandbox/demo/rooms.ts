/** The password of the demo's locked room. */
export const demoPassword = 'open sesame';

/** The rooms that a new sandbox starts with, oldest first. `now` is in milliseconds. */
export function demoRooms(now: number) {
  const inDays = (days: number): string => new Date(now + days * 24 * 3600_000).toISOString();
  return [
    {
      appUserId: 'sara',
      type: 'BROADCAST_RTMP',
      title: 'Product launch broadcast',
      description: 'A broadcast: it is listed, but cannot be joined as a call.',
      scheduledAt: inDays(7),
    },
    {
      appUserId: 'alex',
      type: 'VIDEO_CONFERENCE',
      title: 'One-to-one',
      description: `The password is “${demoPassword}”.`,
      password: demoPassword,
    },
    {
      appUserId: 'jun',
      type: 'VIDEO_CONFERENCE',
      title: '제품팀 아침 회의',
      description: '어제 한 일, 오늘 할 일, 막힌 일.',
    },
    {
      appUserId: 'mina',
      type: 'VIDEO_CONFERENCE',
      title: 'Weekly design review',
      description: 'What changed since last week, and what is next.',
      customData: { team: 'design' },
    },
  ];
}
