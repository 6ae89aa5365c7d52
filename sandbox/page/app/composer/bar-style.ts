import { css } from 'lit'

export const bar = css`
  :host {
    flex: none;
    display: block;
    padding: 0 16px max(16px, env(safe-area-inset-bottom));
  }
  .bar {
    position: relative;
    background: var(--input);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .typing {
    position: absolute;
    inset: auto 0 100%;
    margin: 0;
    padding-inline: 4px;
    color: var(--quiet);
    font-size: 13px;
    line-height: 20px;
  }
  .typing i {
    display: inline-flex;
    gap: 3px;
    margin-inline: 2px 4px;
  }
  .typing b {
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: currentcolor;
    animation: pulse 1.2s infinite;
  }
  .typing b:nth-child(2) {
    animation-delay: 0.2s;
  }
  .typing b:nth-child(3) {
    animation-delay: 0.4s;
  }
  @keyframes pulse {
    40% {
      opacity: 0.3;
    }
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    min-height: 54px;
    padding: 8px 8px 8px 16px;
  }
  input {
    border: 0;
    background: none;
    padding: 0;
    outline: 0 !important;
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .text {
    flex: 1;
    width: 100%;
    min-height: 30px;
  }
  .bar:focus-within {
    border-color: var(--quiet);
  }
  .name {
    color: var(--strong);
    font-weight: 600;
  }
  .field {
    display: inline-flex;
    max-width: 100%;
    border-radius: 6px;
    background: var(--hover);
    border: 1px solid transparent;
    overflow: hidden;
  }
  .field:focus-within {
    border-color: var(--focus);
  }
  .field.lacking {
    border-color: var(--red);
  }
  .field span {
    padding: 3px 8px;
    background: var(--chosen);
    color: var(--quiet);
    font-size: 14px;
  }
  .field input {
    min-width: 4ch;
    max-width: 100%;
    padding: 3px 8px;
    font-size: 15px;
  }
  .more {
    padding: 3px 8px;
    border-radius: 6px;
    color: var(--muted);
    font-size: 14px;
  }
  .more:hover {
    background: var(--hover);
    color: var(--text);
  }
  .end {
    width: 2px;
    caret-color: var(--strong);
  }
  .gap {
    flex: 1;
  }
  .round {
    display: grid;
    place-items: center;
    flex: none;
    width: 36px;
    height: 36px;
    border-radius: 8px;
    color: var(--quiet);
  }
  .round:hover {
    background: var(--hover);
    color: var(--strong);
  }
  .about {
    padding: 8px 12px;
    font-size: 13px;
    color: var(--muted);
  }
  .about b {
    color: var(--strong);
    font-weight: 600;
    margin-inline-end: 6px;
  }
  .command {
    display: flex;
    align-items: center;
    padding: 4px 8px 4px 16px;
    border-bottom: 1px solid var(--line-faint);
  }
  .command span {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .command.trouble span {
    color: var(--red-text);
  }
  .command img {
    width: 20px;
    height: 20px;
    border-radius: 50%;
    margin-inline-end: 8px;
  }
  .list {
    position: absolute;
    inset: auto -1px calc(100% + 8px);
    z-index: 5;
    background: var(--raised);
    border-radius: 8px;
    box-shadow: var(--shadow);
  }
  .list sandbox-options {
    box-shadow: none;
    max-height: min(340px, 45dvh);
  }
  .list .about {
    border-bottom: 1px solid var(--line-faint);
  }
  @media (max-width: 480px) {
    :host {
      padding-inline: 8px;
      padding-bottom: max(8px, env(safe-area-inset-bottom));
    }
    .line {
      padding-inline-start: 12px;
    }
  }
`
