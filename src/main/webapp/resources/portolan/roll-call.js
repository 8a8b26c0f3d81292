/* Roll call on a tablet: each tick is noted at once, in the browser's own store, and sent when there is
   a network. Without scripts, or without the means to prove the order of marks, the page stays a form. */
(() => {
  'use strict';
  const tablet = document.getElementById('tablet');
  if (!tablet || !window.indexedDB || !navigator.locks || !(window.crypto && crypto.subtle)) return;
  const session = tablet.dataset.session;
  const people = document.getElementById('people');
  const half = document.getElementById('half');
  const state = document.getElementById('state');
  const MOST = 500;
  const AGAIN = 15000;
  const PRESENCES = ['present', 'late', 'excused', 'absent'];
  let roll = null;
  let problem = null;

  const opened = new Promise((done, failed) => {
    const open = indexedDB.open('portolan-roll-call', 1);
    open.onupgradeneeded = () => {
      open.result.createObjectStore('queue', { keyPath: 'id' }).createIndex('session', 'session');
      open.result.createObjectStore('refused', { keyPath: 'id' }).createIndex('session', 'session');
      open.result.createObjectStore('facts');
    };
    open.onsuccess = () => done(open.result);
    open.onerror = () => failed(open.error);
  });
  const answer = request =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  // done only when it is written for good
  const write = async (stores, work) => {
    const transaction = (await opened).transaction(stores, 'readwrite', { durability: 'strict' });
    const finished = new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
    work(transaction);
    return finished;
  };
  const all = async store => {
    const items = (await opened).transaction(store).objectStore(store).index('session').getAll(session);
    return (await answer(items)).sort((one, other) => (one.counter || 0) - (other.counter || 0));
  };
  const fact = async key => answer((await opened).transaction('facts').objectStore('facts').get(key));

  const device = () =>
    navigator.locks.request('portolan-roll-call', async () => {
      const known = await fact('device');
      if (known) return known;
      const made = crypto.randomUUID();
      await write(['facts'], to => to.objectStore('facts').put(made, 'device'));
      return made;
    });
  const sha256 = async text => {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join('');
  };

  // one after the other, in all windows of this browser: each mark follows the one before
  const note = async (attendee, presence) => {
    const name = await device();
    const of = half.value;
    await navigator.locks.request('portolan-roll-call', async () => {
      const head = (await fact('head-' + session)) || { counter: 0, hash: '' };
      const mark = {
        id: crypto.randomUUID(),
        session,
        attendee,
        half: of,
        state: presence,
        counter: head.counter + 1,
        at: Date.now(),
        previous: head.hash,
      };
      mark.hash = await sha256(
        [mark.previous, name, mark.counter, mark.id, attendee, of, presence, mark.at].join('\n'),
      );
      await write(['queue', 'facts'], to => {
        to.objectStore('queue').put(mark);
        to.objectStore('facts').put({ counter: mark.counter, hash: mark.hash }, 'head-' + session);
      });
    });
  };

  const wire = ({ id, attendee, half: of, state: presence, counter, at, previous, hash }) => ({
    id, attendee, half: of, state: presence, counter, at, previous, hash,
  });
  // what is acknowledged goes, and nothing else: a sync that broke off is simply sent again
  const sync = () =>
    navigator.locks.request('portolan-roll-call-sync', { ifAvailable: true }, async free => {
      if (!free) return;
      const name = await device();
      do {
        for (let queue = await all('queue'); queue.length; queue = await all('queue')) {
          const guests = queue.filter(each => each.guest).slice(0, MOST);
          const marks = queue.filter(each => !each.guest).slice(0, MOST);
          const sent = await fetch('/api/v1/sessions/' + session + '/marks', {
            method: 'POST',
            credentials: 'same-origin',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({
              device: name,
              now: Date.now(),
              guests: guests.map(({ id, name: called, administration, email }) => ({
                id, name: called, administration, email,
              })),
              marks: marks.map(wire),
            }),
          });
          if (sent.status === 401 || sent.status === 403) throw new Error('signin');
          if (!sent.ok) throw new Error('away');
          const taken = await sent.json();
          const told = [...taken.kept, ...Object.keys(taken.refused)];
          if (!told.length) throw new Error('away');
          await write(['queue', 'refused'], to => {
            told.forEach(id => to.objectStore('queue').delete(id));
            queue
              .filter(each => taken.refused[each.id])
              .forEach(each => to.objectStore('refused').put({ ...each, why: taken.refused[each.id] }));
          });
          await show();
        }
        roll = await read();
        // what was noted meanwhile found this at work, and was left to it
      } while ((await all('queue')).length);
    });
  const read = async () => {
    const found = await fetch('/api/v1/sessions/' + session + '/roll', { credentials: 'same-origin' });
    if (found.status === 401 || found.status === 403) throw new Error('signin');
    if (!found.ok) throw new Error('away');
    return found.json();
  };

  const element = (kind, text, look) => {
    const made = document.createElement(kind);
    if (text) made.textContent = text;
    if (look) made.className = look;
    return made;
  };
  const line = (person, chosen) => {
    const item = element('li');
    const set = element('fieldset');
    set.dataset.who = person.id;
    const legend = element('legend');
    legend.append(element('bdi', person.name), ' ');
    const beside = element('span', null, 'small muted');
    beside.append(element('bdi', person.administration || person.post));
    if (person.guest) beside.append(' · ' + tablet.dataset.guest);
    legend.append(beside, ' ', element('span', null, 'small door-at'));
    const choices = element('div', null, 'choices');
    PRESENCES.forEach(presence => {
      const label = element('label', null, 'check');
      const choice = element('input');
      choice.type = 'radio';
      choice.name = 'at-' + person.id;
      choice.value = presence;
      choice.checked = presence === chosen;
      label.append(choice, element('span', tablet.dataset[presence]));
      choices.append(label);
    });
    set.append(legend, choices);
    item.append(set);
    return item;
  };
  const why = code => tablet.dataset[code.replace(/-(.)/g, (any, letter) => letter.toUpperCase()) + 'Why'] || code;

  const draw = async () => {
    const queue = await all('queue');
    const refused = await all('refused');
    if (roll && !roll.closed) {
      const chosen = {};
      Object.entries(roll.marks).forEach(([who, halves]) => (chosen[who] = halves[half.value]));
      const known = [...roll.people];
      const door = {};
      Object.entries(roll.door || {}).forEach(([who, halves]) => (door[who] = halves[half.value]));
      queue.forEach(each => {
        if (!each.guest && each.half === half.value) delete door[each.attendee];
        if (each.guest) known.push({ id: 'g' + each.id, name: each.name, administration: each.administration, post: '', guest: true });
        else if (each.half === half.value) chosen[each.attendee] = each.state;
      });
      const names = known.map(each => each.id).join(' ');
      const came = who => (door[who] ? tablet.dataset.door.replace('{0}', door[who]) : '');
      if (people.dataset.names !== names) {
        people.replaceChildren(...known.map(each => line(each, chosen[each.id])));
        people.dataset.names = names;
      } else {
        people.querySelectorAll('input').forEach(choice => {
          choice.checked = chosen[choice.name.slice(3)] === choice.value;
        });
      }
      people.querySelectorAll('fieldset').forEach(set => {
        set.querySelector('.door-at').textContent = came(set.dataset.who);
      });
    }
    if (roll && roll.order) {
      document.getElementById('devices').replaceChildren(...roll.order.map(each => element('li', each)));
      document.getElementById('no-marks').hidden = roll.order.length > 0;
    }
    const seen = document.getElementById('seen');
    // what is signed is what stands here
    if (seen && roll) seen.value = roll.digest;
    people.dataset.half = half.value;
    tablet.dataset.queue = queue.length;
    const words = problem
      ? tablet.dataset[problem] || tablet.dataset.away
      : queue.length ? tablet.dataset.waiting : tablet.dataset.sent;
    state.textContent = words + (queue.length ? ' (' + queue.length + ')' : '');
    document.getElementById('send').hidden = !queue.length;
    document.getElementById('not-taken').replaceChildren(
      ...refused.map(each => {
        const name = each.guest ? each.name : (roll && roll.people.find(one => one.id === each.attendee) || {}).name;
        return element('li', [tablet.dataset.refused, name || '–', each.half, tablet.dataset[each.state], why(each.why)].filter(Boolean).join(' · '));
      }),
    );
  };
  // one after the other: what was read last is what stands there
  let drawn = Promise.resolve();
  const show = () => (drawn = drawn.then(draw, draw));
  const turn = async () => {
    try {
      await sync();
      if (!roll) roll = await read();
      problem = null;
    } catch (failed) {
      problem = failed.message === 'signin' ? 'signin' : 'away';
      // what was read before, kept by the worker, still shows who is on the roll
      if (!roll) roll = await read().catch(() => null);
    }
    await show();
  };

  const keepPage = async () => {
    if (!navigator.serviceWorker) return;
    await navigator.serviceWorker.register('/desk/session/worker.js', { scope: '/desk/session/' });
    const worker = (await navigator.serviceWorker.ready).active;
    const files = Array.from(document.querySelectorAll('link[rel=stylesheet], script[src]'), each => each.href || each.src);
    worker.postMessage({
      keep: [location.pathname, '/api/v1/sessions/' + session + '/roll', '/resources/portolan/sprite.svg', '/resources/portolan/mark.svg', ...files],
    });
  };

  if (tablet.dataset.closed === 'true') return;
  tablet.hidden = false;
  document.getElementById('keep').hidden = true;
  document.getElementById('show').hidden = true;
  half.addEventListener('change', () => show());
  document.getElementById('choose').addEventListener('submit', event => event.preventDefault());
  document.getElementById('roll').addEventListener('submit', event => event.preventDefault());
  people.addEventListener('change', async event => {
    const set = event.target.closest('fieldset');
    if (!set) return;
    await note(set.dataset.who, event.target.value);
    await turn();
  });
  // as the server reads it, whoever typed it
  const typed = text =>
    text.toLowerCase().replace(/[^0-9a-z]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
  const badge = document.getElementById('badge');
  const scan = async text => {
    const print = await sha256(typed(text));
    const person = roll && roll.people.find(each => each.badge === print);
    const said = document.getElementById('badge-said');
    said.className = 'badge-said ' + (person ? 'ok' : 'err');
    if (person) {
      await note(person.id, 'present');
      await turn();
    }
    said.textContent = person ? badge.dataset.done.replace('{0}', person.name) : badge.dataset.unknown;
    return person;
  };
  if (badge) {
    badge.addEventListener('submit', async event => {
      event.preventDefault();
      const field = badge.elements.scanned;
      const text = field.value;
      // the next badge may be scanned while this one is looked up
      field.value = '';
      field.focus();
      if (text.trim()) await scan(text);
    });
    const camera = document.getElementById('camera');
    const view = document.getElementById('view');
    const LOOK = 300;
    const SAME = 5000;
    let stream = null;
    const look = async (detector, seen) => {
      if (!stream) return;
      const found = await detector.detect(view).catch(() => []);
      const fresh = found.map(each => each.rawValue).filter(text => !(Date.now() - seen[text] < SAME));
      for (const text of fresh) {
        seen[text] = Date.now();
        await scan(text);
      }
      setTimeout(() => look(detector, seen), LOOK);
    };
    const toggle = async () => {
      if (stream) {
        stream.getTracks().forEach(track => track.stop());
        stream = null;
      } else {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        view.srcObject = stream;
        await view.play();
        look(new BarcodeDetector({ formats: ['qr_code'] }), {});
      }
      view.hidden = !stream;
      camera.setAttribute('aria-pressed', String(Boolean(stream)));
    };
    if ('BarcodeDetector' in window && navigator.mediaDevices) {
      BarcodeDetector.getSupportedFormats()
        .then(formats => (camera.hidden = !formats.includes('qr_code')))
        .catch(() => {});
      camera.addEventListener('click', () => toggle().catch(() => (camera.hidden = true)));
    }
  }
  document.getElementById('guest').addEventListener('submit', async event => {
    event.preventDefault();
    const form = event.target;
    if (!form.elements.name.value.trim()) {
      form.elements.name.focus();
      return;
    }
    const guest = {
      id: crypto.randomUUID(),
      session,
      guest: true,
      name: form.elements.name.value.trim(),
      administration: form.elements.administration.value.trim(),
      email: form.elements.email.value.trim(),
    };
    await write(['queue'], to => to.objectStore('queue').put(guest));
    form.reset();
    await turn();
  });
  const signing = document.getElementById('signing');
  if (signing) {
    // what is not sent is not signed: it goes first, and is looked at again
    signing.addEventListener('submit', event => {
      if (tablet.dataset.queue === '0') return;
      event.preventDefault();
      turn();
    });
  }
  document.getElementById('send').addEventListener('click', turn);
  window.addEventListener('online', turn);
  setInterval(async () => {
    if ((await all('queue')).length) turn();
  }, AGAIN);
  if (navigator.serviceWorker) {
    navigator.serviceWorker.addEventListener('message', event => {
      if (event.data === 'kept') {
        tablet.dataset.kept = 'yes';
        document.getElementById('kept').textContent = tablet.dataset.ready;
      }
    });
  }
  keepPage().catch(() => {});
  if (document.querySelector('main [aria-invalid=true], main [role=alert]')) document.querySelector('main [role=alert], main [aria-invalid=true]').scrollIntoView();
  turn();
})();
