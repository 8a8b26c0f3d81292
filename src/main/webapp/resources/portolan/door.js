/* The screen at the door: takes the next code without the page going away, so that one without a network
   for a moment says so and goes on by itself. */
(() => {
  'use strict';
  const AGAIN = 4;
  const PATIENCE = 8000;
  const wait = seconds => setTimeout(turn, seconds * 1000);
  const turn = async () => {
    let main = document.getElementById('main');
    try {
      const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
      // whoever is signed out gets there
      if (answer.redirected || (answer.status >= 400 && answer.status < 500)) return location.reload();
      if (!answer.ok) throw new Error('away');
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('main');
      main.replaceWith(document.adoptNode(next));
      wait(Number(next.dataset.seconds));
    } catch (away) {
      // what is shown is no code any more
      const code = document.getElementById('code');
      if (code) code.hidden = true;
      document.getElementById('old').hidden = false;
      wait(AGAIN);
    }
  };
  wait(Number(document.getElementById('main').dataset.seconds));
})();
