package org.portolan.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Facts of sessions as they were read, each kept under its version, which every write raises: what
 * many read at once, a year of a region or a feed, reads anew only what was changed meanwhile. For
 * readers; a transaction that writes sessions does not ask here, as it may be taken back.
 */
@ApplicationScoped
class KeptFacts {
  /** The years around this one of some hundred centres, at half a kilobyte each. */
  private static final long MOST = 20_000;

  private static final int READ_AT_ONCE = 500;

  @Inject private SessionRepository sessions;

  private final Cache<SessionVersion, SessionFacts> kept =
      Caffeine.newBuilder().maximumSize(MOST).build();

  /** In the same order; one that is gone is left out. */
  List<SessionFacts> of(List<SessionVersion> versions) {
    Map<Long, SessionFacts> found = new HashMap<>();
    List<Long> missing = new ArrayList<>();
    for (SessionVersion each : versions) {
      SessionFacts facts = kept.getIfPresent(each);
      if (facts == null) {
        missing.add(each.id());
      } else {
        found.put(each.id(), facts);
      }
    }
    for (int from = 0; from < missing.size(); from += READ_AT_ONCE) {
      List<Long> some = missing.subList(from, Math.min(missing.size(), from + READ_AT_ONCE));
      for (Session session : sessions.seen(some)) {
        SessionFacts facts = session.facts();
        kept.put(new SessionVersion(session.id(), session.version()), facts);
        found.put(session.id(), facts);
      }
    }
    return versions.stream().map(each -> found.get(each.id())).filter(Objects::nonNull).toList();
  }
}
