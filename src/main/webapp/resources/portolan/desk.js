// A table whose state the server no longer knows (it was started anew) begins again at its first page.
(function () {
  'use strict';
  document.addEventListener('DOMContentLoaded', function () {
    if (window.jQuery) {
      window.jQuery(document).on('pfAjaxError', function () { window.location.reload(); });
    }
  });
}());
