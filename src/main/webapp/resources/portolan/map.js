// Puts a map to move about in at the place of the still one, when somebody asks for it: nothing of it is loaded before.
// The bodies are those of the list on the same page.
(function () {
  'use strict';
  function once(tag, attributes, place) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement(tag);
      Object.keys(attributes).forEach(function (name) { element[name] = attributes[name]; });
      element.onload = resolve;
      element.onerror = reject;
      place.appendChild(element);
    });
  }
  function load(address) {
    var land;
    return Promise.all([
      fetch(address.land).then(function (answer) {
        if (!answer.ok) { throw new Error(answer.status); }
        return answer.json();
      }).then(function (json) { land = json; }),
      once('link', { rel: 'stylesheet', href: address.leaflet + '.css' }, document.head),
      once('script', { src: address.leaflet + '.js' }, document.head)
    ]).then(function () { return land; });
  }
  function draw(figure, land) {
    var L = window.L;
    var still = figure.querySelector('svg.map');
    var calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    var place = document.createElement('div');
    place.className = 'live';
    place.dir = 'ltr';
    place.setAttribute('role', 'application');
    place.setAttribute('aria-label', figure.dataset.label);
    figure.insertBefore(place, still);
    still.remove();
    var map = L.map(place, {
      attributionControl: false, zoomControl: false, minZoom: 1, maxZoom: 6, worldCopyJump: true,
      fadeAnimation: !calm, zoomAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm
    });
    L.control.zoom({ zoomInTitle: figure.dataset.in, zoomOutTitle: figure.dataset.out }).addTo(map);
    // once more on either side, so that the Pacific can be looked at as a whole
    [-360, 0, 360].forEach(function (shift) {
      L.geoJSON(land, {
        interactive: false,
        style: { className: 'shore', weight: 0.5, fillOpacity: 1 },
        coordsToLatLng: function (at) { return L.latLng(at[1], at[0] + shift); }
      }).addTo(map);
    });
    var bounds = L.latLngBounds([]);
    var west = -169;
    document.querySelectorAll('[data-at]').forEach(function (entry) {
      var at = entry.dataset.at.split(' ').map(Number);
      if (at.length < 2) { return; }
      var point = L.latLng(at[0], at[1] < west ? at[1] + 360 : at[1]);
      var link = entry.querySelector('a').cloneNode(true);
      var sign = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      sign.setAttribute('class', 'mark ' + entry.dataset.kind);
      sign.setAttribute('viewBox', '-12 -12 24 24');
      var use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
      use.setAttribute('href', figure.dataset.marks + '#' + entry.dataset.kind);
      ['x', 'y'].forEach(function (name) { use.setAttribute(name, -12); });
      ['width', 'height'].forEach(function (name) { use.setAttribute(name, 24); });
      sign.appendChild(use);
      L.marker(point, {
        icon: L.divIcon({ className: 'pin', html: sign, iconSize: [26, 26] }),
        title: link.textContent, autoPanOnFocus: false
      }).bindPopup(link, { closeButton: false }).addTo(map);
      bounds.extend(point);
    });
    map.fitBounds(bounds, { animate: false, maxZoom: 5, padding: [20, 20] });
    place.focus();
  }
  document.querySelectorAll('[data-map]').forEach(function (figure) {
    var button = figure.querySelector('[data-explore]');
    button.hidden = false;
    button.addEventListener('click', function () {
      button.disabled = true;
      load(figure.dataset).then(function (land) {
        draw(figure, land);
        button.parentNode.remove();
      }).catch(function () {
        var word = document.createElement('p');
        word.setAttribute('role', 'status');
        word.textContent = figure.dataset.failed;
        button.parentNode.replaceWith(word);
      });
    });
  });
}());
