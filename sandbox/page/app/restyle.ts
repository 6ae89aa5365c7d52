import {
  DiscordAuthorInfo,
  DiscordCode,
  DiscordCommand,
  DiscordEmbed,
  DiscordEmbedField,
  DiscordEmbedFooter,
  DiscordFileAttachment,
  DiscordHeader,
  DiscordMention,
  DiscordMessage,
  DiscordQuote,
  DiscordReply,
  DiscordSpoiler,
  DiscordSubscript,
  DiscordTime,
  DiscordVerifiedAuthorTag,
} from '@skyra/discord-components-core'
import { type CSSResult, css } from 'lit'

/*
 * The library draws Discord as it was before its redesign, in fixed colours for each theme. Lit keeps the styles of a
 * class in a list that is read when an element is made: what is added here before the first one comes last, and wins.
 */
const SHEETS: readonly [{ elementStyles: unknown[] }, CSSResult][] = [
  [
    DiscordMessage,
    css`
      :host {
        color: var(--text);
        font: inherit;
        padding: 2px var(--edge, 48px) 2px 16px;
        margin: 0;
      }
      :host(:hover) {
        background: var(--over-chat);
      }
      :host([ephemeral]),
      :host([ephemeral]:hover) {
        background: var(--ephemeral);
        padding-right: var(--edge, 48px);
      }
      :host([highlight]),
      :host([highlight]:hover) {
        background: var(--calls);
        padding-right: var(--edge, 48px);
      }
      :host([highlight])::before {
        background: var(--calls-line);
      }
      .discord-author-avatar {
        margin-top: 2px;
      }
      .discord-message-content {
        min-width: 0;
        line-height: 1.375rem;
        padding-top: 0;
      }
      .discord-message-timestamp,
      .discord-message-edited {
        color: var(--muted) !important;
        font-size: 12px;
        margin-left: 4px;
      }
      .discord-message-edited {
        font-size: 10px;
      }
      /* The page has its own line here: this one cannot be reached with the keyboard. */
      .discord-message-ephemeral {
        display: none;
      }
      .discord-message-body-only-indent {
        flex: none;
        width: 56px;
        margin: 0;
        visibility: hidden;
      }
      @media (max-width: 480px) {
        :host {
          --edge: 12px;
          padding-left: 12px;
        }
        .discord-author-avatar {
          margin-right: 12px;
        }
        .discord-message-body-only-indent {
          width: 52px;
        }
      }
    `,
  ],
  [
    DiscordAuthorInfo,
    css`
      :host .discord-author-username {
        color: var(--strong);
        font-weight: 600;
      }
    `,
  ],
  [
    DiscordVerifiedAuthorTag,
    css`
      :host {
        background: var(--blurple);
        border-radius: 4px;
        font-size: 12px;
        font-weight: 600;
        margin-left: 6px;
      }
    `,
  ],
  [
    DiscordReply,
    css`
      :host {
        color: var(--quiet);
        min-width: 0;
      }
      .discord-replied-message-username {
        color: var(--strong);
        opacity: 0.8;
      }
      .discord-replied-message-content {
        overflow: hidden;
        cursor: default;
      }
      .discord-replied-message-content:hover {
        color: var(--strong);
      }
    `,
  ],
  [
    DiscordCommand,
    css`
      :host {
        color: var(--quiet);
      }
      .discord-replied-message-username {
        color: var(--strong);
        opacity: 0.8;
      }
      :host .discord-slash-command-name,
      :host .discord-slash-command-name:hover {
        color: var(--mention-text) !important;
        background: var(--mention);
        padding: 0 4px;
        margin-left: 4px;
      }
    `,
  ],
  [
    DiscordMention,
    css`
      :host {
        color: var(--mention-text);
        background: var(--mention);
      }
      :host(:hover) {
        color: #fff;
        background: var(--blurple);
      }
    `,
  ],
  [
    DiscordTime,
    css`
      :host {
        background: var(--hover);
      }
    `,
  ],
  [
    DiscordSpoiler,
    css`
      :host,
      :host(:hover) {
        background: var(--muted);
      }
      :host([activated]) {
        background: var(--chosen);
      }
    `,
  ],
  [
    DiscordHeader,
    css`
      :host {
        display: block;
        color: var(--strong);
      }
      :host > * {
        margin: 4px 0;
      }
    `,
  ],
  [
    DiscordSubscript,
    css`
      small {
        color: var(--muted);
      }
    `,
  ],
  [
    DiscordCode,
    css`
      :host,
      :host([multiline]) code {
        background: var(--code);
        border-color: var(--line);
      }
    `,
  ],
  [
    DiscordQuote,
    css`
      .discord-quote-divider {
        background: var(--line);
        flex: none;
      }
    `,
  ],
  [
    DiscordEmbed,
    css`
      :host {
        color: var(--text);
        margin: 4px 0;
      }
      :host .discord-embed-wrapper {
        background: var(--card);
        border: 1px solid var(--line-faint);
        border-radius: 0 8px 8px 0;
      }
      :host .discord-left-border {
        border-radius: 8px 0 0 8px;
        background: var(--line);
      }
      :host .discord-embed-title,
      :host .discord-embed-author,
      :host .discord-embed-author a {
        color: var(--strong);
      }
      :host .discord-embed-title a {
        color: var(--link);
      }
    `,
  ],
  [
    DiscordEmbedField,
    css`
      :host .discord-field-title {
        color: var(--strong);
      }
    `,
  ],
  [
    DiscordEmbedFooter,
    css`
      :host,
      :host .discord-footer-separator {
        color: var(--muted);
      }
    `,
  ],
  [
    DiscordFileAttachment,
    css`
      .discord-file-attachment-mosaic-style {
        background: var(--card);
        border-color: var(--line-faint);
      }
    `,
  ],
]

/** Gives the library's elements Discord's present look, in the page's own colours. Before the first one is made. */
export const restyle = (): void => {
  for (const [element, sheet] of SHEETS) element.elementStyles.push(sheet)
}
