import { expect } from '@open-wc/testing';
import { canTryAgain, FfcError, type FfcErrorReason } from '../../src/core/errors.js';
import type { ErrorMessages } from '../../src/i18n/types.js';
import { apiErrors, errors, setupErrors, firstErrors } from '../../src/locales/en.js';
import { eventually } from '../support/element-suite.js';
import { createList, serviceWith } from '../support/list-bench.js';
import { failure, openRoom } from '../support/room-bench.js';

/** Texts that refer to a button, in English and Korean. */
const again = /\b(?:try|join) again|\bto get a new entry|다시 시도|다시 참여/i;

/** The reasons that have texts of their own. The other entries are parts of texts. */
function reasonsOf(messages: ErrorMessages): readonly FfcErrorReason[] {
  return Object.entries(messages).flatMap(([reason, words]) =>
    typeof words === 'object' && reason !== 'broadcast' ? [reason as FfcErrorReason] : [],
  );
}

/** The reasons that end a call. A failed device or a failed click does not. */
const roomReasons = reasonsOf(errors).filter(
  (reason) => !/^device-|^publish-|^send-|^subscribe-|^aborted$|^wrong-password$/.test(reason),
);

/** The reasons that only the author of the page can fix. */
const authorReasons = reasonsOf(setupErrors).filter((reason) => !(reason in firstErrors));

describe('the texts of a failure', () => {
  for (const lang of ['en', 'ko']) {
    for (const reason of roomReasons) {
      it(`of a room come with a button where one can try again: ${reason} (${lang})`, async () => {
        const { room } = await openRoom('failed', {
          properties: { lang },
          prepare: ({ service }) => service.failNext('getRoom', failure({ reason })),
        });
        const root = room.shadowRoot!;
        const problem = await eventually(room, () => root.querySelector('[part=problem]'));
        const hasButton = [...problem.querySelectorAll('button')].some(({ textContent }) =>
          again.test(textContent),
        );
        expect(hasButton, 'a button').to.equal(canTryAgain(failure({ reason })));
        if (again.test(problem.textContent)) expect(hasButton, problem.textContent).to.equal(true);
      });
    }

    for (const reason of reasonsOf(apiErrors)) {
      const isForAuthor = authorReasons.includes(reason);
      const what = isForAuthor ? 'no button that can help nobody' : 'a button to try again';
      it(`of a list come with ${what}: ${reason} (${lang})`, async () => {
        const service = serviceWith(1);
        const stage = isForAuthor ? 'setup' : 'api';
        service.failNext('listRooms', new FfcError({ reason, stage, message: 'For a test.' }));
        const { list, root } = createList({ service, properties: { lang } });
        const problem = await eventually(list, () => root.querySelector('[role=alert]'));
        const hasButton = problem.querySelector('button') !== null;
        expect(hasButton, problem.textContent).to.equal(!isForAuthor);
        if (isForAuthor) expect(problem.textContent).not.to.match(again);
        list.remove();
      });
    }
  }
});
