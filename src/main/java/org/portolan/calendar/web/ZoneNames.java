package org.portolan.calendar.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.portolan.platform.i18n.Language;

/** Zones as people call them: by the city after which they are named. */
final class ZoneNames {
  private static final ConcurrentMap<Named, String> CITIES = new ConcurrentHashMap<>();

  private record Named(Language language, String zone) {}

  private ZoneNames() {}

  static String city(ZoneId zone, Language reader) {
    return CITIES.computeIfAbsent(new Named(reader, zone.getId()), ZoneNames::city);
  }

  private static String city(Named asked) {
    String name =
        asked.zone().contains("/")
            ? TimeZoneNames.getInstance(ULocale.forLocale(asked.language().locale()))
                .getExemplarLocationName(asked.zone())
            : null;
    return name != null
        ? name
        : asked.zone().substring(asked.zone().lastIndexOf('/') + 1).replace('_', ' ');
  }

  /** How far its clocks are from the world's at a moment: UTC+01:00. */
  static String offset(ZoneId zone, Instant at) {
    return "UTC" + zone.getRules().getOffset(at).getId().replace("Z", "+00:00");
  }

  /** In the order of the alphabet of the reader. */
  static List<ZoneId> sorted(Collection<ZoneId> zones, Language reader) {
    Collator alphabet = Collator.getInstance(ULocale.forLocale(reader.locale()));
    return zones.stream()
        .sorted((one, other) -> alphabet.compare(city(one, reader), city(other, reader)))
        .toList();
  }
}
