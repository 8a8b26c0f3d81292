package org.portolan.platform.i18n;

import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * The zone on whose clocks a reader wants to see times, where they said so: in the address or once
 * before. Whoever said nothing has none; then each page says what it shows.
 */
@RequestScoped
public class CurrentZone {
  /** Instead of a zone: each time on the clocks of its place. */
  public static final String PLACE = "place";

  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

  private ZoneId zone;
  private boolean ofPlace;
  private String unknown;

  public Optional<ZoneId> get() {
    return Optional.ofNullable(zone);
  }

  /** Whether they want each time on the clocks of its place, and no other default. */
  public boolean isOfPlace() {
    return ofPlace;
  }

  /** What they called a zone that is none, or null. */
  public String getUnknown() {
    return unknown;
  }

  /** Takes a name over; answers whether it means something. */
  public boolean choose(String name) {
    ofPlace = PLACE.equals(name);
    zone = ofPlace ? null : named(name).orElse(null);
    unknown = ofPlace || zone != null ? null : name;
    return unknown == null;
  }

  /** As it is remembered; empty where nothing was chosen. */
  public String text() {
    return ofPlace ? PLACE : zone == null ? "" : zone.getId();
  }

  /** The zone of a name: a place, such as {@code Africa/Abidjan}, or {@code UTC}. */
  public static Optional<ZoneId> named(String name) {
    return name != null && KNOWN.contains(name) && (name.contains("/") || name.equals("UTC"))
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }
}
