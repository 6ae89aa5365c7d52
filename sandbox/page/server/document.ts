/** The page that the browser opens; everything else comes from the bundle. */
export const DOCUMENT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>Usherr's sandbox</title>
<link rel="icon" href="/avatar/bot">
<link rel="stylesheet" href="/style.css">
<script type="module" src="/page.js"></script>
</head>
<body></body>
</html>
`
