import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { FfcRoomListElement, FfcRoomSelectEvent } from 'ffc-elements';

/** Two mistakes that Angular's compiler finds: the type of an event, and that of a reference. */
@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <ffc-room #call (ffc-error)="onSelect($event)"></ffc-room>
    <button (click)="refresh(call)"></button>
  `,
})
export class Wrong {
  onSelect(event: FfcRoomSelectEvent): void {
    console.log(event.room.id);
  }

  refresh(list: FfcRoomListElement): void {
    void list.refresh();
  }
}
