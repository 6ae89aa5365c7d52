import { css } from 'lit'

export const formStyle = css`
  dialog {
    width: min(480px, calc(100vw - 32px));
    max-height: calc(100dvh - 64px);
    padding: 0;
    border: 1px solid var(--line-faint);
    border-radius: 12px;
    background: var(--card);
    color: var(--text);
    box-shadow: var(--shadow);
    overflow: hidden;
  }
  dialog::backdrop {
    background: var(--shade);
  }
  form {
    display: flex;
    flex-direction: column;
    max-height: inherit;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 20px 16px 12px 24px;
  }
  header img {
    width: 28px;
    height: 28px;
    border-radius: 50%;
  }
  h2 {
    flex: 1;
    margin: 0;
    font-size: 20px;
    line-height: 1.2;
    color: var(--strong);
    overflow-wrap: anywhere;
  }
  .icon {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border-radius: 8px;
    color: var(--quiet);
  }
  .icon:hover {
    background: var(--hover);
  }
  .body {
    display: grid;
    gap: 20px;
    padding: 8px 24px 20px;
    overflow-y: auto;
    min-height: 0;
  }
  .field {
    position: relative;
    min-width: 0;
  }
  .label {
    margin-bottom: 6px;
    font-weight: 600;
    color: var(--strong);
  }
  .label i {
    margin-inline-start: 4px;
    font-style: normal;
    color: var(--red-text);
  }
  .description {
    margin: -4px 0 8px;
    font-size: 14px;
    color: var(--quiet);
  }
  input[type='text'],
  textarea {
    display: block;
    width: 100%;
    min-height: 44px;
    padding: 9px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--field);
    resize: vertical;
  }
  input[type='text']:focus,
  textarea:focus {
    outline: 0;
    border-color: var(--focus);
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .left {
    position: absolute;
    inset: auto 12px 8px auto;
    font-size: 12px;
    color: var(--muted);
    pointer-events: none;
  }
  sandbox-select {
    max-width: none;
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding: 8px 4px;
    cursor: pointer;
  }
  .choice input,
  .field > input[type='checkbox'] {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 1px 0;
    accent-color: var(--blurple);
  }
  small {
    display: block;
    font-size: 13px;
    color: var(--muted);
  }
  .trouble,
  .unknown {
    margin: 0;
    color: var(--red-text);
  }
  footer {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
    padding: 16px 24px;
    border-top: 1px solid var(--line-faint);
  }
  footer button {
    min-height: 40px;
    min-width: 96px;
    padding: 4px 16px;
    border-radius: 8px;
    font-weight: 500;
  }
  .cancel {
    background: var(--button);
    color: var(--button-text);
  }
  .submit {
    background: var(--blurple);
    color: #fff;
  }
  .submit:hover {
    background: var(--blurple-hover);
  }
  @media (max-width: 480px) {
    dialog {
      width: 100vw;
      max-width: none;
      height: 100dvh;
      max-height: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    form {
      height: 100%;
    }
    .body {
      flex: 1;
      align-content: start;
    }
    footer button {
      flex: 1;
    }
  }
`
