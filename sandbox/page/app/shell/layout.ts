import { css } from 'lit'

/** Three columns; below 1100 px the world lies over the conversation, below 700 px the rooms do too. */
export const layout = css`
  :host {
    display: block;
    height: 100dvh;
  }
  .loading {
    margin: 0;
    padding: 40vh 0 0;
    text-align: center;
    color: var(--muted);
  }
  .page {
    position: relative;
    display: flex;
    height: 100%;
  }
  sandbox-rooms {
    flex: none;
    width: 304px;
    border-inline-end: 1px solid var(--line-faint);
  }
  main {
    position: relative;
    flex: 1;
    min-width: 0;
    display: flex;
    flex-direction: column;
    background: var(--chat);
  }
  header {
    flex: none;
    display: flex;
    align-items: center;
    gap: 8px;
    height: 48px;
    padding: 0 12px 0 16px;
    border-bottom: 1px solid var(--line-faint);
  }
  header h2 {
    flex: 1;
    margin: 0;
    font-size: 16px;
    font-weight: 600;
    color: var(--strong);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sign {
    display: grid;
    color: var(--muted);
  }
  .icon {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 8px;
    color: var(--quiet);
  }
  .icon:hover,
  .icon[aria-expanded='true'] {
    background: var(--hover);
    color: var(--strong);
  }
  sandbox-world {
    flex: none;
    width: 320px;
    border-inline-start: 1px solid var(--line-faint);
  }
  .banner {
    margin: 0;
    padding: 8px 16px;
    background: var(--blurple);
    color: #fff;
    font-size: 14px;
    text-align: center;
  }
  .notice {
    position: absolute;
    inset: auto 16px 88px;
    z-index: 20;
    width: fit-content;
    max-width: 480px;
    margin: 0 auto;
    padding: 10px 16px;
    border-radius: 8px;
    background: var(--raised);
    color: var(--strong);
    box-shadow: var(--shadow);
  }
  .only-narrow {
    display: none;
  }
  @media (max-width: 1099px) {
    sandbox-world {
      position: absolute;
      inset: 0 0 0 auto;
      z-index: 10;
      box-shadow: var(--shadow);
    }
  }
  @media (max-width: 700px) {
    .only-narrow {
      display: grid;
    }
    .shade {
      display: block;
      position: absolute;
      inset: 0;
      z-index: 9;
      background: var(--shade);
    }
    header {
      padding: 0 6px;
      gap: 4px;
    }
    .icon {
      width: 44px;
      height: 44px;
    }
    sandbox-rooms {
      position: absolute;
      inset: 0 auto 0 0;
      z-index: 10;
      width: min(320px, 86vw);
      visibility: hidden;
      transform: translateX(-100%);
      transition:
        transform 0.18s ease-out,
        visibility 0.18s;
    }
    sandbox-rooms.shown {
      visibility: visible;
      transform: none;
    }
    sandbox-world {
      inset: auto 0 0;
      width: auto;
      max-height: 78dvh;
      border-radius: 16px 16px 0 0;
      border: 1px solid var(--line);
    }
  }
`
