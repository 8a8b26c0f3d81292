package org.portolan.region;

import java.time.LocalDate;
import org.portolan.platform.i18n.LocalName;

/**
 * A body as other features show it.
 *
 * @param regionCode null for a donor of no region
 * @param memberCode its host, or null; for the office of a Vice-Chair the Member in office now
 * @param city where it sits, or null where that is not known
 * @param place a point of its own, else the capital of its host; null without either
 * @param zone IANA name, or null
 * @param languages codes separated by spaces; may be empty
 * @param sinceYear year of its opening, or null where it is not known
 * @param website or null
 * @param closedOn its last day, or null while it is not to be closed
 */
public record BodySummary(
    String code,
    BodyKind kind,
    String regionCode,
    String memberCode,
    String city,
    Place place,
    String zone,
    String languages,
    Integer sinceYear,
    String website,
    LocalName name,
    boolean demo,
    LocalDate closedOn) {

  /** For training centres, which are complete. */
  CentreSummary centre() {
    return new CentreSummary(
        code,
        kind.name(),
        regionCode,
        memberCode,
        city,
        place.latitude(),
        place.longitude(),
        zone,
        languages,
        sinceYear,
        name,
        demo);
  }

  /** Whether it works in a language, by its code. */
  public boolean speaks(String language) {
    return (' ' + languages + ' ').contains(' ' + language + ' ');
  }

  public boolean closedAfter(LocalDate day) {
    return closedOn != null && closedOn.isBefore(day);
  }

  /** Where it is not known for itself, a body stands where its host does. */
  BodySummary hostedBy(MemberSummary host) {
    return new BodySummary(
        code,
        kind,
        regionCode,
        host.code(),
        city,
        place == null ? host.capital() : place,
        zone == null ? host.zone() : zone,
        languages,
        sinceYear,
        website,
        name,
        demo,
        closedOn);
  }
}
