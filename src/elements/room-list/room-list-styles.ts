import { css } from 'lit';

/** The styles of the frame, and of the placeholders in it. */
export const roomListStyles = css`
  :host {
    --_inline-size: 720px;
    --_min-inline-size: 240px;

    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .frame {
    overflow: auto;
    border-radius: inherit;
  }

  .container {
    grid-row: 1;
    container-type: inline-size;
    padding: 16px;
  }

  .head,
  .tools,
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-end: 16px;
  }

  .head,
  .note {
    justify-content: space-between;
  }

  .note {
    padding: 8px 16px;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }

  .tools > * {
    flex: 1 0 auto;
    max-inline-size: 100%;
    text-overflow: ellipsis;
    field-sizing: content;
  }

  /*
   * In a line of its own where the container has less than 480 px, with room for the button of
   * further filters, which comes behind the first rooms.
   */
  .tools .search {
    position: relative;
    flex: 4 1 clamp(192px, (480px - 100%) * 99, 100%);
    padding-inline-end: 48px;
  }

  .search > svg {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-start: 10px;
    color: var(--_muted);
    pointer-events: none;
  }

  .tools .button {
    padding-inline: 10px;
    border-color: var(--_muted);
    font-size: 16px;
    font-weight: 400;
    text-align: start;
  }

  .tools .search input {
    inline-size: 100%;
    padding-inline-start: 38px;
    cursor: text;
    user-select: auto;
  }

  .rooms {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .bone {
    block-size: 98px;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    animation: ffc-bone 1s alternate infinite;
  }

  @container (inline-size >= 640px) {
    .bone {
      block-size: 64px;
    }
  }

  @keyframes ffc-bone {
    to {
      opacity: 0.4;
    }
  }
`;
