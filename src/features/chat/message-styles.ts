import { css } from 'lit';

/** The styles of messages, of messages that are being sent, and of their buttons. */
export const messageStyles = css`
  .message {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    column-gap: 10px;
    position: relative;
    margin-block-start: 6px;
    padding: 4px 8px;
    border-radius: var(--_radius-small);
  }

  .message > * {
    grid-column: 2;
  }

  .following {
    margin-block-start: 0;
    padding-block: 1px;
  }

  .message > .avatar {
    grid-area: 1 / 1 / span 3;
    display: grid;
    place-items: center;
    position: relative;
    inline-size: 32px;
    block-size: 32px;
    margin-block-start: 2px;
    border-radius: 50%;
    background: oklch(0.52 0.11 var(--_hue));
    color: #ffffff;
    font-size: 12px;
    font-weight: 700;
    overflow: hidden;
  }

  .avatar img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .meta {
    display: flex;
    align-items: baseline;
    gap: 6px;
  }

  .meta > .author {
    flex: 0 1 auto;
    overflow: hidden;
    color: var(--_on-surface);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .role {
    color: var(--_accent);
    font-weight: 600;
  }

  .meta > * {
    flex: none;
  }

  .text {
    white-space: pre-wrap;
  }

  .text:lang(ko) {
    word-break: keep-all;
  }

  a,
  .link {
    color: var(--_accent);
  }

  .link {
    justify-self: start;
    min-block-size: var(--_target, 24px);
    padding: 0 6px;
  }

  .link.copy {
    position: absolute;
    inset-block-start: 1px;
    inset-inline-end: 4px;
    background-color: var(--_surface);
    visibility: hidden;
  }

  .message:focus-within .copy {
    visibility: visible;
  }

  @media (hover: hover) {
    .message:hover .copy {
      visibility: visible;
    }
  }

  .outgoing > .text {
    opacity: 0.7;
  }
`;
