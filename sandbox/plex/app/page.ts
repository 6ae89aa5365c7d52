/** The sign-in page. It reads the code from the address's hash, as the real one does, and asks who is there. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in to Plex (sandbox)</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #1f2326; color: #eee;
    font: 16px/1.5 system-ui, sans-serif }
  main { width: min(22rem, 88vw) }
  h1 { font-size: 1.3rem; font-weight: 600; margin: 0 0 .25rem }
  p { margin: 0 0 1.25rem; color: #aeb4b8 }
  button { display: block; width: 100%; margin: 0 0 .6rem; padding: .7rem 1rem; border: 0; border-radius: .5rem;
    background: #e5a00d; color: #1f2326; font: inherit; font-weight: 600; text-align: left; cursor: pointer }
  button small { display: block; font-weight: 400; opacity: .75 }
  button:hover, button:focus-visible { filter: brightness(1.1) }
  button.quiet { background: none; color: #aeb4b8; font-weight: 400; text-align: center }
</style>
</head>
<body>
<main><h1>Sign in to Plex</h1><p>One moment.</p><div></div></main>
<script>
const [words, choices] = [document.querySelector('p'), document.querySelector('div')]
const address = location.href
const forward = new URLSearchParams(location.hash.replace(/^#!?\\??/, '')).get('forwardUrl')

const post = async (path, account) => {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, account }),
  })
  const body = await answer.json()
  if (!answer.ok) throw new Error(body.error)
  return body
}

const say = (text) => {
  choices.replaceChildren()
  words.textContent = text
}

const offer = (text, small, act) => {
  const button = document.createElement('button')
  button.textContent = text
  if (small) button.append(Object.assign(document.createElement('small'), { textContent: small }))
  else button.className = 'quiet'
  button.onclick = () => act().catch((error) => say(error.message))
  choices.append(button)
}

const start = async () => {
  const { product, people } = await post('/sandbox/people')
  say(product + ' would like to know who you are.')
  for (const { id, title, email } of people)
    offer(title, email, async () => {
      await post('/sandbox/sign-in', id)
      say('Thank you, ' + title + '. You can close this page now.')
      if (forward) location.href = forward
    })
  offer('Not now', '', async () => {
    await post('/sandbox/deny')
    say('Nothing was shared. You can close this page now.')
  })
}
start().catch((error) => say(error.message))
</script>
</body>
</html>
`
