/** The review's page before its script fills it. In: the reviewer's name, if it is known. Out: HTML without anything of a document. */
import { escapeMarkup } from "../language/escape-markup.js";

export function renderReviewPage(by: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Review of progress reports</title>
<link rel="stylesheet" href="review.css">
<script src="review.js" defer></script>
</head>
<body>
<a class="skip" href="#item">Skip to what is to be decided</a>
<header>
<h1>Review</h1>
<p class="progress"><label for="progress" id="progress-text">Loading …</label> <progress id="progress" max="1" value="0"></progress></p>
<label class="name">Your name <input id="by" type="text" autocomplete="name" value="${escapeMarkup(by)}"></label>
<div class="actions" role="group" aria-label="Actions">
<button type="button" id="undo">Undo <kbd>u</kbd></button>
<button type="button" id="apply">Apply</button>
<button type="button" id="sign-off">Sign-off</button>
<button type="button" id="help">Keys <kbd>?</kbd></button>
<label class="switch"><input id="keys" type="checkbox" checked> single keys</label>
</div>
<p id="message" role="status"></p>
</header>
<main>
<nav id="queue" aria-label="What needs a person, worst first"></nav>
<section id="item" tabindex="-1" aria-label="What is to be decided"></section>
<section id="place" aria-label="Where it is printed"></section>
</main>
<dialog id="dialog" aria-labelledby="dialog-title"></dialog>
<noscript><p>The review needs scripts in the browser. Everything it does can be done with <code>ragtally correct</code> and <code>ragtally dispose</code>.</p></noscript>
</body>
</html>
`;
}
