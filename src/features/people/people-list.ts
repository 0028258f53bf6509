import type { ParticipantSnapshot, RoomStore } from '../../state/types.js';

/** The state of a person that the list shows. Other changes do not render it again. */
export interface PersonSummary {
  readonly identity: string;
  readonly name: string;
  readonly isLocal: boolean;
  readonly picture: string | undefined;
  /** The role, if the server vouches for it; else undefined. */
  readonly role: string | undefined;
  readonly isSpeaking: boolean;
  readonly hasMicrophone: boolean;
  readonly hasCamera: boolean;
  readonly isSharing: boolean;
}

export function summarize(participant: ParticipantSnapshot | undefined): PersonSummary | undefined {
  if (!participant) return undefined;
  const { identity, member, isLocal, isSpeaking, tracks } = participant;
  const has = (source: string): boolean =>
    tracks.some((track) => track.source === source && !track.muted);
  return {
    identity,
    name: member.name,
    isLocal,
    picture: member.picture,
    role: member.role,
    isSpeaking,
    hasMicrophone: has('microphone'),
    hasCamera: has('camera'),
    isSharing: has('screen_share'),
  };
}

/**
 * The identities to show: the local one, then raised hands in their order, then the others by the
 * time of joining.
 */
export function listPeople(
  { roster, participant }: Pick<RoomStore, 'roster' | 'participant'>,
  hands: readonly string[],
  query: string,
): readonly string[] {
  const { identities, localIdentity } = roster.getSnapshot();
  const present = new Set(identities);
  const first = [localIdentity, ...hands].filter((id) => id !== undefined && present.has(id));
  const ordered = [...new Set([...(first as readonly string[]), ...identities])];
  const wanted = fold(query.trim());
  if (!wanted) return ordered;
  return ordered.filter((identity) =>
    fold(participant(identity).getSnapshot()?.name ?? '').includes(wanted),
  );
}

/** Removes case and accents, and splits Hangul into letters, so that half a syllable matches. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
