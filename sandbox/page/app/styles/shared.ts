import { css } from 'lit'

/** What every element of the page has in common: it is here because styles stop at a shadow root. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    border: 0;
    background: none;
    padding: 0;
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  [hidden] {
    display: none !important;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 0.01ms !important;
      transition: none !important;
    }
  }
`

/** How a text of Discord's markdown is laid out. */
export const prose = css`
  .markdown {
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .lines,
  .markdown li {
    white-space: pre-wrap;
  }
  .markdown ul,
  .markdown ol {
    margin: 4px 0;
    padding-inline-start: 20px;
  }
  .markdown li {
    margin: 2px 0;
  }
  .markdown a {
    color: var(--link);
    text-decoration: none;
  }
  .markdown a:hover {
    text-decoration: underline;
  }
  .markdown strong {
    font-weight: 700;
  }
`
