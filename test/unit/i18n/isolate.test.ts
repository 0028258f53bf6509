import { expect } from '@open-wc/testing';
import { isolate } from '../../../src/i18n/isolate.js';
import * as en from '../../../src/locales/en.js';
import * as ko from '../../../src/locales/ko.js';

const noor = 'نور';
const isolated = `\u2068${noor}\u2069`;

describe('a name in a sentence', () => {
  for (const name of ['Mina Kim', '이서준', 'Zoë’s', '👩‍👩‍👧 Family', '山田 太郎', '']) {
    it(`"${name}" stays as it is where it runs as the sentence does`, () => {
      expect(isolate(name)).to.equal(name);
    });
  }

  for (const name of [noor, 'נעה', 'Ada نور', '7 نور', 'ߊߙߊ', '𐤀𐤁', '𞤀𞤁']) {
    it(`"${name}" is isolated, as it runs from right to left`, () => {
      expect(isolate(name)).to.equal(`\u2068${name}\u2069`);
    });
  }

  it('turns nothing around behind it, and ends no isolation', () => {
    expect(isolate('Ada\u202e')).to.equal('\u2068Ada\u202e\u2069');
    expect(isolate(`${noor}\u2069`)).to.equal(isolated);
  });

  const { callWords: call, callExtraWords: told, ...words } = en;
  const sentences = {
    nameOfSelf: call.nameOfSelf(noor),
    screenOf: call.screenOf(noor),
    startsToShare: call.tile.startsToShare(noor),
    joined: told.joined([noor, 'Ada'], 2),
    left: told.left([noor], 1),
    muted: told.muted(noor),
    unmuted: told.unmuted(noor),
    handsRaised: told.handsRaised([noor], 1),
    reacted: told.reacted(noor, 'x'),
    mutedBy: told.mutedBy(noor),
    peopleActions: words.peopleWords.peopleActions(noor),
    peopleObservers: words.peopleWords.peopleObservers(['Ada', noor]),
    peopleNone: words.peopleWords.peopleNone(noor),
    waitingNews: words.waitingWords.waitingNews([noor], 1),
    waitingAdmitName: words.waitingWords.waitingAdmitName(noor),
    waitingRefuseName: words.waitingWords.waitingRefuseName(noor),
    remove: words.personWords.peopleQuestion('remove', noor),
    speaksElsewhere: words.stageWords.speaksElsewhere(noor),
    speaksOutOfSight: words.stageWords.speaksOutOfSight(noor),
    tileActions: words.stageWords.tileActions(noor),
    copyLink: words.listFilters.copyLink(noor),
    hereNow: words.presenceWords.hereNow([noor], 3),
    hostLeft: words.newsWords.hostLeft('Ada', [noor]),
    sharing: words.newsWords.sharing(noor, true),
    pausedSharing: words.pausedWords.pausedSharing(noor, true),
    hostLeftAlone: words.newsWords.hostLeft(noor, []),
    connectionOthers: words.connectionWords.connectionOthers([noor], 1),
    passwordText: words.roomScreens.passwordText(noor),
    leftText: words.roomScreens.leftText(noor),
    endedText: words.roomScreens.endedText('over', noor),
  };
  for (const [key, sentence] of Object.entries(sentences)) {
    it(`is isolated: ${key}`, () => {
      expect(sentence).to.contain(isolated);
    });
  }

  it('is isolated in Korean where another one follows at once', () => {
    const { peopleObservers, hostLeft, connectionOthers } = ko.panels;
    for (const sentence of [
      peopleObservers([noor, noor]),
      hostLeft('Ada', [noor, noor]),
      connectionOthers([noor, noor], 2),
    ]) {
      expect(sentence).to.contain(`${isolated}, ${isolated}`);
    }
  });
});
