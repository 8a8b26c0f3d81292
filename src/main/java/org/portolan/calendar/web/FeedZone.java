package org.portolan.calendar.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The clocks of a zone as a feed tells them: each change from the last one before its first moment
 * to its last one, written out. No rule of a zone can be put shorter for all years, and none that
 * is guessed has to be taken back. Readers need nothing else to know what the times of the feed
 * mean, which are those of the JDK.
 */
final class FeedZone {
  /**
   * Before any session, after the last change by less than a minute that readers might not know.
   */
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

  private FeedZone() {}

  static VTimeZone of(String name, Instant first, Instant last) {
    ZoneRules rules = ZoneId.of(name).getRules();
    VTimeZone zone = new VTimeZone();
    zone.add(new TzId(name));
    ZoneOffsetTransition before = rules.previousTransition(first.plusSeconds(1));
    if (before == null || old(before)) {
      ZoneOffset always = before == null ? rules.getOffset(first) : before.getOffsetAfter();
      Instant since = before == null ? first : before.getInstant();
      zone.add(observance(rules, since, LONG_AGO, always, always));
    } else {
      zone.add(observance(rules, before));
    }
    for (ZoneOffsetTransition each = rules.nextTransition(first);
        each != null && !each.getInstant().isAfter(last);
        each = rules.nextTransition(each.getInstant())) {
      zone.add(observance(rules, each));
    }
    return zone;
  }

  /** Whether its offsets have seconds, or its year is one that programs do not know. */
  private static boolean old(ZoneOffsetTransition change) {
    return change.getDateTimeBefore().isBefore(LONG_AGO)
        || change.getOffsetBefore().getTotalSeconds() % 60 != 0;
  }

  private static Observance observance(ZoneRules rules, ZoneOffsetTransition change) {
    return observance(
        rules,
        change.getInstant(),
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter());
  }

  private static Observance observance(
      ZoneRules rules, Instant since, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
    Observance observance = rules.isDaylightSavings(since) ? new Daylight() : new Standard();
    observance.add(new DtStart<>(from));
    observance.add(new TzOffsetFrom(before));
    observance.add(new TzOffsetTo(after));
    return observance;
  }
}
