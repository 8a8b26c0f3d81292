package org.portolan.catalog.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.portolan.catalog.CourseFilter;
import org.portolan.platform.i18n.Language;

/**
 * Lists of the catalogue as somebody got them within the last moments: they are the same for
 * everybody who asks for them in a language, so the sessions ahead and the counts are not asked for
 * each.
 */
@ApplicationScoped
class CatalogueLists {
  /** As long as visitors get a kept page. */
  private static final Duration KEPT = Duration.ofSeconds(2);

  private static final int MOST = 500;

  private final Cache<Asked, CatalogueList> fresh =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  /** Where nothing has changed, the same object again is found quickest among kept markup. */
  private final Cache<Asked, CatalogueList> known = Caffeine.newBuilder().maximumSize(MOST).build();

  /**
   * What was made for it a moment ago, else what is made now.
   *
   * @param writes how often this node was written to: more than a moment ago, and it is made anew
   */
  CatalogueList get(
      CourseFilter filter, Language reader, long writes, Supplier<CatalogueList> making) {
    Asked now = new Asked(filter, reader, writes);
    CatalogueList list = fresh.getIfPresent(now);
    if (list == null) {
      list = making.get();
      Asked ever = new Asked(filter, reader, 0);
      CatalogueList before = known.getIfPresent(ever);
      if (list.equals(before)) {
        list = before;
      } else {
        known.put(ever, list);
      }
      fresh.put(now, list);
    }
    return list;
  }

  private record Asked(CourseFilter filter, Language reader, long writes) {}
}
