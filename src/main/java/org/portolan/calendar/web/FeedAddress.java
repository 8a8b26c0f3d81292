package org.portolan.calendar.web;

import org.portolan.calendar.SessionFilter;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.Address;

/** Where the feed of a filter is: a promise to all who subscribed. */
final class FeedAddress {
  private FeedAddress() {}

  /** One address where there could be two: that of a region is older. */
  static String of(SessionFilter filter) {
    return filter.region() != null && filter.chosen().size() == 1
        ? "/calendar/region/" + filter.region() + ".ics"
        : Address.of("/calendar.ics", filter.chosen());
  }

  /** The same for a program that says nothing of languages. */
  static String in(Language reader, String address) {
    return address + (address.contains("?") ? "&" : "?") + "lang=" + reader.code();
  }
}
