// Sends a large file in pieces, with a pause where wanted, and goes on where it broke off: the server knows the file again. Small
// files go with the form, as all do where scripts do not run.
(function () {
  'use strict';
  var PIECE = 512 * 1024;
  var SMALL = 2 * 1024 * 1024;
  var MOST = 200 * 1024 * 1024;
  var TRIES = 8;
  var LONGEST_WAIT = 30000;

  document.addEventListener('DOMContentLoaded', function () {
    var form = document.getElementById('add-file');
    if (!form || !window.fetch || !window.URLSearchParams) { return; }
    var sending = null;
    form.elements.file.addEventListener('change', function () {
      if (sending) { sending.leave(); }
      sending = null;
      known(form);
    });
    form.addEventListener('submit', function (event) {
      var file = form.elements.file.files[0];
      if (!file || file.size <= SMALL) { return; }
      event.preventDefault();
      if (sending) { sending.leave(); }
      sending = new Sending(form, file);
      sending.begin();
    });
  });

  // A file that was begun before brings its title and language.
  function known(form) {
    var file = form.elements.file.files[0];
    if (!file) { return; }
    document.querySelectorAll('#uploads > li').forEach(function (each) {
      var begun = each.dataset;
      if (begun.name === file.name && begun.size === String(file.size) && begun.stamp === String(file.lastModified)) {
        form.elements.title.value = form.elements.title.value || begun.title;
        form.elements.language.value = begun.language;
      }
    });
  }

  function Sending(form, file) {
    var box = document.getElementById('sending');
    var bar = document.getElementById('sent');
    var part = document.getElementById('sent-part');
    var send = document.getElementById('send');
    var pause = document.getElementById('pause');
    var goOn = document.getElementById('go-on');
    var percent = new Intl.NumberFormat(document.documentElement.lang || 'en', { style: 'percent' });
    var address = null;
    var tries = 0;
    var timer = null;
    var running = null;
    var over = false;

    this.begin = function () {
      box.hidden = false;
      if (file.size > MOST) { return end('large'); }
      send.disabled = true;
      pause.onclick = function () { rest('paused'); };
      goOn.onclick = function () { tries = 0; start(); };
      window.addEventListener('online', online);
      start();
      pause.focus();
    };

    // What has come of it stays for another time.
    this.leave = function () {
      stop();
      box.hidden = true;
      send.disabled = false;
    };

    function stop() {
      over = true;
      window.clearTimeout(timer);
      if (running) { running.abort(); }
      window.removeEventListener('online', online);
    }

    function online() { if (timer) { start(); } }

    function start() {
      window.clearTimeout(timer);
      timer = null;
      show('sending', pause, goOn);
      var fields = new URLSearchParams({
        title: form.elements.title.value, language: form.elements.language.value,
        name: file.name, size: file.size, stamp: file.lastModified
      });
      call(form.dataset.pieces, { method: 'POST', body: fields }, function (answer) {
        if (answer.status !== 201) { return refused(answer); }
        address = answer.headers.get('Location');
        piece(offset(answer));
      });
    }

    function piece(from) {
      progress(from);
      var to = Math.min(file.size, from + PIECE);
      if (to === file.size) { show('checking', null, pause, goOn); }
      call(address, {
        method: 'POST',
        headers: { 'Upload-Offset': String(from), 'Content-Type': 'application/offset+octet-stream' },
        body: file.slice(from, to)
      }, function (answer) {
        tries = 0;
        if (answer.status === 201) {
          progress(file.size);
          stop();
          window.location.assign(answer.headers.get('Location'));
        } else if (answer.headers.has('Upload-Offset') && (answer.status === 204 || answer.status === 409)) {
          piece(offset(answer));
        } else {
          refused(answer);
        }
      });
    }

    // What the server or the line is not up to now is tried again.
    function call(where, what, then) {
      running = window.AbortController ? new AbortController() : null;
      if (running) { what.signal = running.signal; }
      var mine = running;
      fetch(where, what).then(function (answer) {
        if (mine && mine.signal.aborted || over) { return; }
        if (answer.status >= 500 || answer.status === 429) { return later(); }
        then(answer);
      }, function () {
        if (mine && mine.signal.aborted || over) { return; }
        later();
      });
    }

    function later() {
      tries += 1;
      if (tries > TRIES) { return rest('broken'); }
      show('waiting', goOn, pause);
      timer = window.setTimeout(start, Math.min(LONGEST_WAIT, 500 * Math.pow(2, tries)));
    }

    function rest(why) {
      window.clearTimeout(timer);
      timer = null;
      if (running) { running.abort(); }
      show(why, goOn, pause);
    }

    function refused(answer) {
      return answer.text().then(function (text) {
        if (answer.status !== 422) { return end('broken'); }
        box.querySelector('[data-say=refused]').textContent = text;
        end('refused');
      });
    }

    // The form can be changed and sent again.
    function end(why) {
      stop();
      box.classList.add('err');
      bar.parentNode.hidden = true;
      send.disabled = false;
      show(why, null, pause, goOn);
      send.focus();
    }

    function show(word, shown) {
      if (word === 'sending' || word === 'checking') { box.classList.remove('err'); bar.parentNode.hidden = false; }
      box.querySelectorAll('[data-say]').forEach(function (each) { each.hidden = each.dataset.say !== word; });
      var focused = document.activeElement;
      for (var i = 2; i < arguments.length; i += 1) { arguments[i].hidden = true; }
      if (shown) {
        shown.hidden = false;
        if (focused === pause || focused === goOn) { shown.focus(); }
      }
    }

    function progress(sent) {
      bar.value = sent / file.size;
      part.textContent = percent.format(Math.floor(100 * sent / file.size) / 100);
    }

    function offset(answer) { return Number(answer.headers.get('Upload-Offset')); }
  }
}());
