import { css } from 'lit'

export const panel = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--rail);
    font-size: 14px;
  }
  .head {
    flex: none;
    display: flex;
    align-items: center;
    height: 48px;
    padding: 0 8px 0 16px;
    border-bottom: 1px solid var(--line-faint);
  }
  h2 {
    flex: 1;
    margin: 0;
    font-size: 16px;
    font-weight: 600;
    color: var(--strong);
  }
  .body {
    overflow-y: auto;
    padding: 4px 16px 24px;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  h3 {
    margin: 20px 0 6px;
    font-size: 13px;
    font-weight: 500;
    color: var(--muted);
  }
  p {
    margin: 0 0 8px;
    color: var(--quiet);
  }
  input[type='range'] {
    width: 100%;
    margin: 8px 0 0;
    accent-color: var(--blurple);
  }
  .switch {
    display: flex;
    align-items: center;
    width: 100%;
    min-height: 44px;
    padding: 4px 0;
    text-align: start;
    color: var(--strong);
  }
  .switch span {
    flex: 1;
  }
  .switch i {
    flex: none;
    width: 36px;
    height: 20px;
    border-radius: 10px;
    background: var(--line);
    transition: background-color 0.15s;
  }
  .switch i::after {
    content: '';
    display: block;
    width: 14px;
    height: 14px;
    margin: 3px;
    border-radius: 50%;
    background: #fff;
    box-shadow: 0 0 2px #0006;
    transition: transform 0.15s;
  }
  .switch[aria-checked='true'] i {
    background: var(--blurple);
  }
  .switch[aria-checked='true'] i::after {
    transform: translateX(16px);
  }
`

/** What stands in the sections of a panel. */
export const panelParts = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 10px 12px;
    margin-bottom: 8px;
    background: var(--card);
    border: 1px solid var(--line-faint);
    border-radius: 8px;
  }
  b {
    display: block;
    color: var(--strong);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  small {
    display: block;
    color: var(--muted);
    font-size: 12px;
  }
  .acts {
    display: flex;
    gap: 8px;
    margin-top: 8px;
  }
  .act {
    min-height: 32px;
    padding: 2px 12px;
    border-radius: 8px;
    background: var(--button);
    color: var(--button-text);
    font-weight: 500;
  }
  .act:hover:enabled {
    background: var(--button-hover);
  }
  .act:disabled {
    opacity: 0.5;
    cursor: progress;
  }
  .act.main {
    background: var(--blurple);
    color: #fff;
  }
  .act.main:hover:enabled {
    background: var(--blurple-hover);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
  }
  .line span,
  .line input {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .line input {
    min-height: 32px;
    padding: 2px 10px;
    background: var(--field);
    border: 1px solid var(--line-faint);
    border-radius: 8px;
  }
`
