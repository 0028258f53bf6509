import { createCell } from '../../core/cell.js';
import type { FeatureModule } from '../../parts/features.js';
import type { Caption, RoomCaptions } from '../../state/caption-types.js';

const maxPieces = 500;

export const createFeature: FeatureModule<RoomCaptions>['createFeature'] = (room, signal) => {
  const log = createCell<readonly Caption[]>([]);
  room.store.phase.subscribe(
    ({ state }) => {
      // A new call starts an empty transcript, and so does another room, or another member.
      if (state === 'connecting' || state === 'loading' || state === 'idle') log.set([]);
    },
    { signal },
  );
  return {
    log,
    receive({ participant, id, text, final, language }) {
      const key = `${participant?.identity ?? ''} ${id}`;
      const before = log.getSnapshot();
      const known = before.find((piece) => piece.key === key);
      // Each state of a piece may be a stream of its own, which can end after the final one.
      if (known?.isFinal && !final) return;
      const piece: Caption = {
        key,
        speaker: participant?.name ?? '',
        text,
        isFinal: final,
        language,
        at: known?.at ?? Date.now(),
      };
      log.set(
        known
          ? before.map((each) => (each === known ? piece : each))
          : [...before, piece].slice(-maxPieces),
      );
    },
  };
};
